#include "write/chart/kinds.hpp"

#include <algorithm>

#include "granary/foundation/error.hpp"
#include "granary/foundation/nearest.hpp"
#include "write/chart/flows.hpp"
#include "write/chart/harvest.hpp"
#include "write/chart/ladder.hpp"
#include "write/chart/multiples.hpp"
#include "write/chart/overview.hpp"
#include "write/chart/people.hpp"
#include "write/chart/ration.hpp"
#include "write/chart/stores.hpp"

namespace granary::chart {
namespace {

/// A headline that says nothing of a year.
template <std::string (*headline)(std::span<const TitledRun>)>
std::string of_all_years(std::span<const TitledRun> runs, int) {
    return headline(runs);
}

constexpr auto from_runs = ChartSubject::runs;
constexpr auto any = ChartKind::any;

constexpr RunChart rows[] = {
    {{"overview", "six panels, from the claim to the dead", from_runs, any, 1, 0},
     of_all_years<overview_headline>,
     "the chain from the claim to the dead",
     nullptr,
     overview_plots,
     overview_notes,
     2},
    {{"ration", "the rural ration beside the record", from_runs, any, 0, 0},
     of_all_years<ration_headline>,
     "the rural ration beside the record",
     ration_months_plot,
     ration_plots,
     ration_notes},
    {{"harvest", "grain claimed, believed and harvested", from_runs, any, 0, 0},
     of_all_years<claim_headline>,
     "grain claimed, believed and harvested",
     harvest_plot,
     nullptr,
     harvest_notes},
    {{"flows", "where the grain of each year went", from_runs, any, 0, 0},
     of_all_years<take_headline>,
     "where the grain of each year went",
     flows_plot,
     nullptr,
     flows_notes,
     2},
    {{"stores", "the state's and the villages' stores by month", from_runs, any, 0, 0},
     of_all_years<stores_headline>,
     "grain in the stores of the villages and of the state",
     stores_plot,
     nullptr,
     stores_notes},
    {{"people", "deaths and births beside the record", from_runs, any, 0, 0},
     of_all_years<deaths_headline>,
     "deaths and births beside the record",
     nullptr,
     people_plots,
     people_notes},
    {{"ladder", "exaggeration level by level, from the fields to the centre", from_runs, any, any,
      0},
     ladder_headline,
     "the ladder of reports, from the fields to the centre",
     ladder_plot,
     ladder_plots,
     ladder_notes},
    {{"multiples", "the ration of each scenario in a panel of its own", from_runs, any, 0, 0},
     of_all_years<ration_headline>,
     "the rural ration, kg of trade grain a head and year",
     nullptr,
     multiples_plots,
     multiples_notes},
};

}  // namespace

std::span<const RunChart> run_charts() {
    return rows;
}

const RunChart& run_chart(std::string_view name) {
    std::vector<std::string_view> names;
    for (const auto& row : run_charts()) {
        if (row.kind.name == name) return row;
        names.push_back(row.kind.name);
    }
    no_such("kind of chart", name, names);
}

}  // namespace granary::chart

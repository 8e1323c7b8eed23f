#include "write/chart/overview.hpp"

#include <fmt/format.h>

#include "write/chart/flows.hpp"
#include "write/chart/harvest.hpp"
#include "write/chart/ladder.hpp"
#include "write/chart/people.hpp"
#include "write/chart/ration.hpp"
#include "write/chart/record_marks.hpp"
#include "write/chart/stores.hpp"

namespace granary::chart {
namespace {

using F = Figures<double>;

void add(Plots& plots, const char* title, Plot plot) {
    plot.title = title;
    plots.push_back(std::move(plot));
}

Plots of_one(const ChartRun& run, const ChartOptions& options, Sources& sources) {
    Plots plots;
    add(plots, "1 The ladder of reports", ladder_plot(run, options, sources));
    add(plots, "2 Claimed, believed, harvested", harvest_plot(run, options, sources));
    add(plots, "3 Where the grain went", flows_plot(run, options, sources));
    add(plots, "4 What the stores held", stores_plot(run, options, sources));
    add(plots, "5 What villagers were served", ration_plot(run, options, false, sources));
    add(plots, "6 Who died", deaths_plot({&run, 1}, options, sources));
    return plots;
}

/// Of several runs one figure a panel; inks tell the runs apart in all of them.
Plots of_several(Runs runs, const ChartOptions& options, Sources& sources) {
    Plots plots;
    const auto figure = [&](const char* title, double F::*value, const char* unit) {
        add(plots, title, figure_plot(runs, options, value, unit));
    };
    figure("1 What was claimed", &F::output_reported_mt, "Mt");
    sources.add("claims", add_record(plots.back(), claim_record));
    figure("2 What was harvested", &F::output_actual_mt, "Mt");
    sources.add("harvest", add_record(plots.back(), harvest_record));
    figure("3 What the state took", &F::procurement_net_mt, "Mt, net of resale");
    figure("4 What the state stored", &F::state_grain_mt, "Mt at the end of the year");
    figure("5 What villagers were served", &F::rural_ration_kg,
           "kg of trade grain a head and year");
    sources.add("ration", add_record(plots.back(), ration_record));
    add(plots, "6 Who died", modelled_deaths_plot(runs, options));
    sources.add("deaths", add_record(plots.back(), deaths_record));
    return plots;
}

}  // namespace

Plots overview_plots(Runs runs, const ChartOptions& options, Sources& sources) {
    return runs.size() == 1 ? of_one(runs.front(), options, sources)
                            : of_several(runs, options, sources);
}

Notes overview_notes(Runs runs, const ChartOptions&, const Sources& sources) {
    Notes notes{deaths_note(runs)};
    add_hatched_note(notes, runs);
    add_sources(notes, sources);
    return notes;
}

}  // namespace granary::chart

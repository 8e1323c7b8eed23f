/// Six panels: the chain from the claim to the dead.

#include <fmt/format.h>

#include "granary/analysis/ladder.hpp"
#include "write/chart/parts.hpp"
#include "write/chart/record_marks.hpp"

namespace granary::chart {
namespace {

using F = Figures<double>;

void add(Page& page, const char* title, Plot plot) {
    plot.title = title;
    page.plots.push_back(std::move(plot));
}

void add_one(Page& page, const ChartRun& run, const ChartOptions& options, Sources& sources) {
    const int year = options.year != 0 ? options.year : peak_year(run.run);
    add(page, "1 The ladder of reports", ladder_plot(run, year));
    add(page, "2 Claimed, believed, harvested", harvest_plot(run, options, sources));
    add(page, "3 Where the grain went", flows_plot(run, options));
    add(page, "4 What the stores held", stores_plot(run, options, sources));
    add(page, "5 What villagers were served", ration_plot(run, options, false, sources));
    add(page, "6 Who died", deaths_plot({&run, 1}, options, sources));
}

/// Of several runs one figure a panel; inks tell the runs apart in all of them.
void add_several(Page& page, Runs runs, const ChartOptions& options, Sources& sources) {
    const auto figure = [&](const char* title, double F::*value, const char* unit) {
        add(page, title, figure_plot(runs, options, value, unit));
    };
    figure("1 What was claimed", &F::output_reported_mt, "Mt");
    sources.add("claims", add_record(page.plots.back(), claim_record));
    figure("2 What was harvested", &F::output_actual_mt, "Mt");
    sources.add("harvest", add_record(page.plots.back(), harvest_record));
    figure("3 What the state took", &F::procurement_net_mt, "Mt, net of resale");
    figure("4 What the state stored", &F::state_grain_mt, "Mt at the end of the year");
    figure("5 What villagers were served", &F::rural_ration_kg,
           "kg of trade grain a head and year");
    sources.add("ration", add_record(page.plots.back(), ration_record));
    figure("6 Who died", &F::crude_death_rate_per_1000, "Deaths per 1000 people and year");
    sources.add("deaths", add_record(page.plots.back(), deaths_record));
}

}  // namespace

Page overview_page(Runs runs, const ChartOptions& options) {
    Page page;
    Sources sources;
    page.title = overview_headline(titled(runs));
    page.subtitle = who(runs, options) + ": the chain from the claim to the dead";
    if (runs.size() == 1)
        add_one(page, runs.front(), options, sources);
    else
        add_several(page, runs, options, sources);
    page.notes.push_back(deaths_note(runs));
    if (!sources.sentences.empty())
        page.notes.push_back(fmt::format("{} Sources: {}.", dots_note, sources.text()));
    return page;
}

}  // namespace granary::chart

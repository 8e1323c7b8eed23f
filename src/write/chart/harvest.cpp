/// What was harvested, what was claimed, what the centre believed: the gap between them shaded.

#include <fmt/format.h>

#include "granary/run.hpp"
#include "write/chart/parts.hpp"
#include "write/chart/record_marks.hpp"

namespace granary::chart {
namespace {

using F = Figures<double>;

double believed_mt(const Trajectory<double>& run, std::size_t row) {
    double total = 0;
    for (std::size_t r = 0; r < run.layout().regions; ++r)
        total += bare(run.stock(stock::believed_harvest, row, r));
    return total;
}

}  // namespace

Plot harvest_plot(const ChartRun& run, const ChartOptions& options, Sources& sources) {
    Plot plot = time_plot({&run, 1}, options, "Grain a year, Mt");
    const auto claimed = by_year(run.run, &F::output_reported_mt);
    const auto harvested = by_year(run.run, &F::output_actual_mt);
    plot.areas.push_back({claimed, harvested, {vermilion, 0.13, Hatch::rising, vermilion}});
    plot.lines.push_back(
        {at_instants(run.run, [&](std::size_t row) { return believed_mt(run.run, row); }),
         {black, "2 3"},
         2.2,
         "believed by the centre"});
    plot.lines.push_back({claimed, {vermilion, "9 4", Marker::square}, 2.8, "claimed", true});
    plot.lines.push_back({harvested, {blue, "", Marker::triangle}, 3.2, "harvested", true});
    sources.add("harvest", add_record(plot, harvest_record));
    plot.tags.back().words = "harvest on record";
    sources.add("claims", add_record(plot, claim_record));
    if (plot.tags.size() > 1) plot.tags.back().words = "claims on record";
    plot.y.include(0);
    plot.words = fmt::format("Claimed by year, in Mt: {}. Harvested: {}.",
                             values_in_words(run.run, &F::output_reported_mt, 0),
                             values_in_words(run.run, &F::output_actual_mt, 0));
    return plot;
}

Page harvest_page(Runs runs, const ChartOptions& options) {
    Page page;
    Sources sources;
    page.title = claim_headline(titled(runs));
    page.subtitle = who(runs, options) + ": grain claimed, believed and harvested";
    for (const auto& run : runs) page.plots.push_back(harvest_plot(run, options, sources));
    page.notes.emplace_back("The shaded gap is grain that was claimed and never grew.");
    if (!sources.sentences.empty())
        page.notes.push_back(fmt::format("{} Sources: {}.", dots_note, sources.text()));
    return page;
}

}  // namespace granary::chart

#include "write/chart/harvest.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "granary/run.hpp"
#include "granary/write/number.hpp"
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

std::pair<double, double> highest(const SvgPoints& points) {
    return *std::max_element(points.begin(), points.end(),
                             [](const auto& a, const auto& b) { return a.second < b.second; });
}

/// The lines run together at their ends, so they are named where they stand apart.
void add_names(Plot& plot, const SvgPoints& claimed, const SvgPoints& believed,
               const SvgPoints& harvested) {
    const auto [x_claim, claim] = highest(claimed);
    const auto [x_belief, belief] = highest(believed);
    plot.tags.push_back({x_claim, claim, fmt::format("claimed {} Mt", fixed(claim, 0)), true});
    plot.tags.push_back({x_belief, belief, "believed by the centre", true});
    const auto middle = harvested[harvested.size() / 2];
    plot.tags.push_back({middle.first, middle.second, "harvested", true});
}

}  // namespace

Plot harvest_plot(const ChartRun& run, const ChartOptions& options, Sources& sources) {
    Plot plot = time_plot({&run, 1}, options, "Grain a year, Mt");
    const auto claimed = by_year(run.run, &F::output_reported_mt);
    const auto harvested = by_year(run.run, &F::output_actual_mt);
    plot.areas.push_back({claimed, harvested, {vermilion, 0.13, Hatch::rising, vermilion}});
    const auto believed =
        at_instants(run.run, [&](std::size_t row) { return believed_mt(run.run, row); });
    plot.lines.push_back({believed, {black, "2 3"}, 2.2});
    plot.lines.push_back({claimed, {vermilion, "9 4", Marker::square}, 2.8, "", true});
    plot.lines.push_back({harvested, {blue, "", Marker::triangle}, 3.2, "", true});
    add_names(plot, claimed, believed, harvested);
    sources.add("harvest", add_record(plot, harvest_record));
    sources.add("claims", add_record(plot, claim_record));
    plot.y.include(0);
    plot.words = fmt::format("Claimed by year, in Mt: {}. Harvested: {}.",
                             values_in_words(run.run, &F::output_reported_mt, 0),
                             values_in_words(run.run, &F::output_actual_mt, 0));
    return plot;
}

Notes harvest_notes(Runs, const ChartOptions&, const Sources& sources) {
    Notes notes{"The shaded gap is grain that was claimed and never grew."};
    add_sources(notes, sources);
    return notes;
}

}  // namespace granary::chart

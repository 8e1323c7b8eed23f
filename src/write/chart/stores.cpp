#include "write/chart/stores.hpp"

#include <fmt/format.h>

#include "granary/run.hpp"
#include "write/chart/record_marks.hpp"

namespace granary::chart {
namespace {

using F = Figures<double>;

double village_mt(const Trajectory<double>& run, std::size_t row) {
    double total = 0;
    for (std::size_t r = 0; r < run.layout().regions; ++r)
        total += bare(run.stock(stock::village_grain, row, r));
    return total;
}

SvgPoints at_ground(SvgPoints points) {
    for (auto& point : points) point.second = 0;
    return points;
}

}  // namespace

Plot stores_plot(const ChartRun& run, const ChartOptions& options, Sources& sources) {
    Plot plot = time_plot({&run, 1}, options, "Grain in store, Mt");
    const auto villages =
        at_instants(run.run, [&](std::size_t row) { return village_mt(run.run, row); });
    const auto state = at_instants(
        run.run, [&](std::size_t row) { return bare(run.run.stock(stock::state_grain, row)); });
    plot.y.include(0);
    plot.areas.push_back({villages, at_ground(villages), {sky, 0.22}});
    plot.areas.push_back({state, at_ground(state), {orange, 0.3, Hatch::rising, "#8a5f00"}});
    plot.lines.push_back({villages, {blue}, 2.8, "villages"});
    plot.lines.push_back({state, {vermilion, "8 3"}, 2.8, "state"});
    sources.add("state stores", add_record(plot, store_record));
    plot.words = fmt::format("At the end of each year, villages, in Mt: {}. State: {}.",
                             values_in_words(run.run, &F::village_grain_mt, 0),
                             values_in_words(run.run, &F::state_grain_mt, 0));
    return plot;
}

Notes stores_notes(Runs, const ChartOptions&, const Sources& sources) {
    if (sources.sentences.empty()) return {};
    return {fmt::format("{} Sources: {}; original or trade grain is not on record.", dots_note,
                        sources.text())};
}

}  // namespace granary::chart

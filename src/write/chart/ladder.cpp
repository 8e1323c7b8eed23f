#include "write/chart/ladder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "granary/analysis/ladder.hpp"
#include "granary/write/number.hpp"

namespace granary::chart {
namespace {

constexpr double half_width = 0.34;

/// Places 0 (the harvest) to L (the last level, whose report is published).
XAxis level_axis(std::size_t levels) {
    XAxis axis;
    axis.range = {-0.6, static_cast<double>(levels) + 0.6};
    axis.names.emplace_back(0, "harvest");
    constexpr std::string_view numbered = "level ";
    for (auto& name : level_names(levels)) {
        if (name.starts_with(numbered)) name.erase(0, numbered.size());
        axis.names.emplace_back(static_cast<double>(axis.names.size()), std::move(name));
    }
    return axis;
}

/// Words beside a bar's top stand above it, where nothing else is.
void add_step(Plot& plot, double x, double harvest, double claim) {
    plot.bars.push_back({x - half_width, x + half_width, 0, harvest, {sky, 0.45}, ""});
    if (claim > harvest)
        plot.bars.push_back({x - half_width,
                             x + half_width,
                             harvest,
                             claim,
                             {vermilion, 0.3, Hatch::rising, vermilion},
                             ""});
    plot.tags.push_back({x, std::max(claim, harvest), fixed(claim, 0), true, true});
}

Plot ratio_plot(Runs runs, int year) {
    std::size_t most = 0;
    for (const auto& run : runs) most = std::max(most, run.run.layout().levels);
    Plot plot;
    plot.unit = "Report passed on, as a multiple of the harvest";
    plot.x = level_axis(most);
    plot.y.include(1);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const auto steps = ladder(runs[i].run, year);
        SvgPoints points{{0, 1}};
        for (const double claim : steps.claims_mt)
            points.emplace_back(static_cast<double>(points.size()), claim / steps.harvest_mt);
        plot.words += fmt::format("{}: {} times the harvest at the last level. ", title_of(runs[i]),
                                  fixed(points.back().second, 2));
        plot.lines.push_back({points, ink_of(i), 2.8, title_of(runs[i]), true});
    }
    return plot;
}

}  // namespace

Plot ladder_plot(const ChartRun& run, const ChartOptions& options, Sources&) {
    const auto steps = ladder(run.run, options.year);
    Plot plot;
    plot.unit = fmt::format("The harvest of {} as each level reported it, Mt",
                            year_in_words(steps.year, steps.whole_year));
    plot.x = level_axis(steps.claims_mt.size());
    add_step(plot, 0, steps.harvest_mt, steps.harvest_mt);
    plot.words = fmt::format("Harvest {} Mt", fixed(steps.harvest_mt, 0));
    const auto names = level_names(steps.claims_mt.size());
    for (std::size_t i = 0; i < steps.claims_mt.size(); ++i) {
        add_step(plot, static_cast<double>(i + 1), steps.harvest_mt, steps.claims_mt[i]);
        plot.words += fmt::format(", {} {} Mt", names[i], fixed(steps.claims_mt[i], 0));
    }
    plot.words += '.';
    plot.y.include(1.08 * *std::max_element(steps.claims_mt.begin(), steps.claims_mt.end()));
    return plot;
}

Plots ladder_plots(Runs runs, const ChartOptions& options, Sources&) {
    return {ratio_plot(runs, options.year)};
}

Notes ladder_notes(Runs runs, const ChartOptions& options, const Sources&) {
    const bool whole = std::all_of(runs.begin(), runs.end(), [&](const ChartRun& run) {
        return runs_whole_year(run.scenario, options.year);
    });
    return {
        fmt::format("At the end of {}{}. Each level adds to what the one below reports; the last "
                    "level's report is the published claim.",
                    whole ? "" : "what was run of ", options.year)};
}

}  // namespace granary::chart

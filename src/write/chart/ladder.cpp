/// The ladder of reports: exaggeration level by level, from the fields to the centre.

#include "granary/analysis/ladder.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "granary/write/number.hpp"
#include "write/chart/parts.hpp"

namespace granary::chart {
namespace {

constexpr double half_width = 0.34;

/// Places 0 (the harvest) to L (the last level, whose report is published).
XAxis level_axis(std::size_t levels) {
    XAxis axis;
    axis.range = {-0.6, static_cast<double>(levels) + 0.6};
    axis.names.emplace_back(0, "harvest");
    const auto names = level_names(levels);
    for (std::size_t i = 0; i < names.size(); ++i)
        axis.names.emplace_back(static_cast<double>(i + 1), names[i]);
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
    plot.tags.push_back({x, std::max(claim, harvest), fixed(claim, 0) + " Mt", true, true});
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

Plot ladder_plot(const ChartRun& run, int year) {
    const auto steps = ladder(run.run, year);
    Plot plot;
    plot.unit = fmt::format("The harvest of {} as each level reported it, Mt", year);
    plot.x = level_axis(steps.claims_mt.size());
    add_step(plot, 0, steps.harvest_mt, steps.harvest_mt);
    plot.words = fmt::format("Harvest {} Mt", fixed(steps.harvest_mt, 0));
    for (std::size_t i = 0; i < steps.claims_mt.size(); ++i) {
        add_step(plot, static_cast<double>(i + 1), steps.harvest_mt, steps.claims_mt[i]);
        plot.words +=
            fmt::format(", {} {} Mt", plot.x.names[i + 1].second, fixed(steps.claims_mt[i], 0));
    }
    plot.words += ".";
    plot.y.include(1.08 * *std::max_element(steps.claims_mt.begin(), steps.claims_mt.end()));
    return plot;
}

Page ladder_page(Runs runs, const ChartOptions& options) {
    const int year = options.year != 0 ? options.year : peak_year(runs.front().run);
    Page page;
    page.title = ladder_headline(titled(runs), year);
    page.subtitle = who(runs, options) + ": the ladder of reports, from the fields to the centre";
    page.plots.push_back(runs.size() == 1 ? ladder_plot(runs.front(), year)
                                          : ratio_plot(runs, year));
    page.notes.push_back(fmt::format(
        "At the end of {}. Each level adds to what the one below reports; the last level's report "
        "is the published claim.",
        year));
    return page;
}

}  // namespace granary::chart

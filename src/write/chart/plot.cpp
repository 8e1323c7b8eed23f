#include "write/chart/plot.hpp"

namespace granary::chart {

void include_all(Plot& plot) {
    const auto include = [&](const SvgPoints& points) {
        for (const auto& point : points) plot.y.include(point.second);
    };
    for (const auto& line : plot.lines) include(line.points);
    for (const auto& area : plot.areas) {
        include(area.upper);
        include(area.lower);
    }
    for (const auto& bar : plot.bars) {
        plot.y.include(bar.bottom);
        plot.y.include(bar.top);
    }
    for (const auto& dot : plot.dots) plot.y.include(dot.y);
    for (const auto& span : plot.spans) {
        plot.y.include(span.second.low);
        plot.y.include(span.second.high);
    }
}

XAxis year_axis(int first, int last) {
    XAxis axis;
    axis.range = {static_cast<double>(first), static_cast<double>(last + 1)};
    for (int year = first; year <= last; ++year)
        axis.names.emplace_back(year + 0.5, std::to_string(year));
    for (int year = first; year <= last + 1; ++year) axis.ticks.push_back(year);
    return axis;
}

}  // namespace granary::chart

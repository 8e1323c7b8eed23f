#include "granary/write/study/sweep_chart.hpp"

#include <fmt/format.h>

#include <cmath>
#include <stdexcept>

#include "granary/analysis/tested.hpp"
#include "granary/analysis/tolls.hpp"
#include "granary/foundation/limits.hpp"
#include "granary/record/published.hpp"
#include "granary/run.hpp"
#include "granary/study/why_headlines.hpp"
#include "granary/write/number.hpp"
#include "write/chart/parts.hpp"
#include "write/study/heat.hpp"

namespace granary::chart {
namespace {

constexpr double gap = 26;              ///< between two heat maps
constexpr std::size_t most_told = 400;  ///< points in the description

XAxis axis_of_levels(const std::vector<double>& levels) {
    XAxis axis;
    const auto [low, high] = std::minmax(levels.front(), levels.back());
    axis.range = {low - 0.6, high + 0.6};
    for (double level = low; level <= high; ++level)
        axis.names.emplace_back(level, fmt::format("{:.0f}", level));
    return axis;
}

XAxis axis_of_values(const std::vector<double>& values) {
    const auto [low, high] = std::minmax(values.front(), values.back());
    const double beyond = 0.02 * (high - low);
    XAxis axis;
    axis.range = {low - beyond, high + beyond};
    const auto ticks = ticks_for({low, high}, 8);
    for (const double value : ticks.values()) {
        if (value < axis.range.low || value > axis.range.high) continue;
        axis.names.emplace_back(value, ticks.label(value));
        axis.ticks.push_back(value);
    }
    return axis;
}

/// The points of a measure, in stretches without a gap.
std::vector<SvgPoints> stretches_of(const SweepGrid& grid, std::size_t measure) {
    std::vector<SvgPoints> stretches(1);
    for (std::size_t i = 0; i < grid.points.size(); ++i) {
        const double figure = grid.told(i, measure);
        if (std::isfinite(figure))
            stretches.back().emplace_back(grid.at(i, 0), figure);
        else if (!stretches.back().empty())
            stretches.emplace_back();
    }
    return stretches;
}

/// Across the height, from half-way to the neighbour on either side: where points bear no toll.
void hatch_untested(Plot& plot, const SweepGrid& grid, std::size_t measure) {
    if (!is_toll(grid.measures[measure].row_name())) return;
    const std::size_t count = grid.points.size();
    const bool falling = grid.at(0, 0) > grid.at(count - 1, 0);
    const auto edge = [&](std::size_t i) {  // before point i
        if (i > 0 && i < count) return 0.5 * (grid.at(i - 1, 0) + grid.at(i, 0));
        return (i == 0) != falling ? plot.x.range.low : plot.x.range.high;
    };
    for (std::size_t i = 0; i < count; ++i) {
        if (grid.points[i].untested.empty()) continue;
        plot.areas.push_back({{{edge(i), plot.y.high}, {edge(i + 1), plot.y.high}},
                              {{edge(i), plot.y.low}, {edge(i + 1), plot.y.low}},
                              {"#ffffff", 1, Hatch::crossed, pale}});
    }
}

/// A tread for each number of levels, its value above it.
void add_ladder(Plot& plot, const SvgPoints& points, const Measure& measure) {
    constexpr double half_tread = 0.36;
    for (const auto& [level, figure] : points) {
        plot.lines.push_back(
            {{{level - half_tread, figure}, {level + half_tread, figure}}, {blue}, 4});
        plot.tags.push_back({level, figure, fixed(figure, measure.decimals()), true, true});
    }
}

void add_curve(Plot& plot, const SvgPoints& points) {
    constexpr std::size_t most_marked = 40;
    plot.lines.push_back(
        {points, {blue, "", Marker::circle}, 2.8, "", points.size() <= most_marked});
}

/// The scenario's own figure across, its own setting upright. Among levels the latter is enough.
void mark_scenario(Plot& plot, const Scenario& scenario, const Axis& axis, double own,
                   const Measure& measure) {
    using Of = Variation::Of;
    if (std::isfinite(own) && axis.variation.of != Of::levels)
        plot.lines.push_back({{{plot.x.range.low, own}, {plot.x.range.high, own}},
                              {vermilion, "9 4"},
                              1.8,
                              fmt::format("scenario {}", fixed(own, measure.decimals()))});
    const double at = present_value(scenario, axis.variation);
    if (at < plot.x.range.low || at > plot.x.range.high) return;
    plot.events.push_back(
        {at, fmt::format("its {} {:.4g}", axis.variation.of == Of::lever ? "mean" : "own", at)});
}

std::string values_in_words(const SweepGrid& grid, std::size_t measure) {
    std::string words;
    for (std::size_t i = 0; i < grid.points.size(); ++i)
        words += fmt::format("{}{:.4g}: {}", words.empty() ? "" : ", ", grid.at(i, 0),
                             fixed(grid.told(i, measure), grid.measures[measure].decimals()));
    return words + ".";
}

Plot curve_of(const Scenario& scenario, const SweepGrid& grid, std::size_t m, double own) {
    const auto& axis = grid.axes.front();
    const auto& measure = grid.measures[m];
    const bool levels = axis.variation.of == Variation::Of::levels;
    Plot plot;
    plot.unit = with_unit(in_words(measure), measure.unit());
    plot.x = levels ? axis_of_levels(axis.values) : axis_of_values(axis.values);
    plot.x.label = with_unit(in_words(axis.variation), axis.variation.unit());
    if (measure.unit() == "million") plot.y.include(0);
    for (const auto& points : stretches_of(grid, m))
        levels ? add_ladder(plot, points, measure) : add_curve(plot, points);
    mark_scenario(plot, scenario, axis, own, measure);
    include_all(plot);
    hatch_untested(plot, grid, m);
    plot.words = plot.unit + ", by " + plot.x.label + ": " + values_in_words(grid, m);
    return plot;
}

/// What an axis does to a lever; empty where it is of something else.
std::string lever_note(const Variation& variation) {
    if (variation.of == Variation::Of::lever)
        return fmt::format(
            "{} = is held at the value throughout, in every region; in the scenario it may move "
            "with time.",
            variation.what());
    if (variation.of == Variation::Of::scale)
        return fmt::format("{} *= multiplies the scenario's own course; 1 leaves it as it is.",
                           variation.what());
    return {};
}

std::string own_note(const Scenario& scenario, const SweepGrid& grid,
                     const std::vector<double>& own) {
    std::vector<std::string> figures;
    for (std::size_t m = 0; m < own.size(); ++m)
        figures.push_back(fmt::format("{} {}", in_words(grid.measures[m]),
                                      fixed(own[m], grid.measures[m].decimals())));
    return fmt::format("{} itself: {}{}", title_of(scenario), fmt::join(figures, ", "),
                       grid.axes.size() == 1
                           ? "; dotted, where it stands on the axis."
                           : ". The heavy line parts the points on either side of it.");
}

std::vector<std::string> notes_of(const Scenario& scenario, const SweepGrid& grid,
                                  const std::vector<double>& own) {
    std::vector<std::string> notes{own_note(scenario, grid, own)};
    for (const auto& axis : grid.axes)
        if (auto note = lever_note(axis.variation); !note.empty()) notes.push_back(std::move(note));
    if (!grid.complete())
        notes.push_back(fmt::format("Interrupted: the first {} of {} points.", grid.points.size(),
                                    grid.size()));
    const auto of_deaths = [](const Measure& m) { return is_toll(m.row_name()); };
    if (std::any_of(grid.measures.begin(), grid.measures.end(), of_deaths))
        notes.push_back(reading_note(scenario.reading));
    const auto is_untested = [](const SweepPoint& point) { return !point.untested.empty(); };
    if (std::any_of(grid.points.begin(), grid.points.end(), is_untested))
        notes.emplace_back(
            "Hatched: the run lies outside of what the equations were made for, and bears no "
            "toll.");
    notes.push_back(model_note({scenario.name}));
    return notes;
}

PageWords words_of(const Scenario& scenario, const SweepGrid& grid, const std::vector<double>& own,
                   const std::vector<std::string>& settings) {
    std::string axes;
    for (const auto& axis : grid.axes)
        axes += (axes.empty() ? "" : " and ") + in_words(axis.variation);
    return {sweep_headline(grid),
            with_settings(title_of(scenario), settings) + ": " + axes + " varied",
            notes_of(scenario, grid, own)};
}

SvgText curves_svg(const Scenario& scenario, const SweepGrid& grid, PageWords words,
                   const std::vector<double>& own) {
    Page page{std::move(words), {}, 1, 270};
    for (std::size_t m = 0; m < grid.measures.size(); ++m)
        page.plots.push_back(curve_of(scenario, grid, m, own[m]));
    if (page.plots.size() == 1) page.panel_height = 390;
    return svg_of(page);
}

std::string words_of(const HeatMap& map) {
    const auto& measure = map.grid.measures[map.measure];
    std::string words = with_unit(in_words(measure), measure.unit()) + ":";
    for (std::size_t i = 0; i < std::min(most_told, map.grid.points.size()); ++i)
        words += fmt::format("{} {:.4g} and {:.4g}: {}", i == 0 ? "" : ",", map.grid.at(i, 0),
                             map.grid.at(i, 1),
                             fixed(map.grid.told(i, map.measure), measure.decimals()));
    return words + ". ";
}

SvgText heat_svg(const SweepGrid& grid, const PageWords& words, const std::vector<double>& own) {
    std::vector<HeatMap> maps;
    for (std::size_t m = 0; m < grid.measures.size(); ++m) maps.push_back({grid, m, own[m]});
    Drawing drawing{-gap, {}, {}};
    for (const auto& map : maps) {
        drawing.height += height_of(map) + gap;
        drawing.words += words_of(map);
    }
    drawing.draw = [&](Svg& svg, Box box) {
        for (const auto& map : maps) {
            box.bottom = box.top + height_of(map);
            draw(svg, map, box);
            box.top = box.bottom + gap;
        }
    };
    return svg_of(words, drawing);
}

}  // namespace
}  // namespace granary::chart

namespace granary {

SvgText sweep_svg(const Scenario& scenario, const SweepGrid& grid,
                  const std::vector<std::string>& settings) {
    if (grid.axes.empty() || grid.axes.size() > 2 || grid.measures.empty() ||
        limit::drawn_points.is_exceeded_by(grid.size()))
        throw std::invalid_argument("one or two axes, a measure, and no more points than fit");
    const auto run = simulate(scenario);
    std::vector<double> own;
    for (const auto& measure : grid.measures) own.push_back(measure.of(run));
    const auto words = chart::words_of(scenario, grid, own, settings);
    return grid.axes.size() == 1 ? chart::curves_svg(scenario, grid, words, own)
                                 : chart::heat_svg(grid, words, own);
}

}  // namespace granary

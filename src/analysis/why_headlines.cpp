#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "granary/analysis/headlines.hpp"

namespace granary {
namespace {

/// Below these a change would not show in the digits printed.
double least_shown(const EffectColumn& column) {
    return column.summed ? 0.05 : 0.5;
}

int decimals_of(const EffectColumn& column) {
    return column.summed ? 1 : 0;
}

std::string signed_text(double value, int decimals) {
    return fmt::format("{:+.{}f}", value, decimals);
}

/// Never "-0.0".
std::string number_text(double value, int decimals) {
    const double least = 0.5 * std::pow(10.0, -decimals);
    return fmt::format("{:.{}f}", std::fabs(value) < least ? 0.0 : value, decimals);
}

std::string whole_text(const Attribution& attribution, const AttributedPeriod& period,
                       const EffectColumn& column) {
    const bool all = period.label == "all";
    const double value = period.scenario.*column.value;
    if (column.summed)
        return fmt::format("{:.1f} million {} in {}", std::max(value, 0.0), column.noun,
                           all ? "all years" : period.label);
    const double change = period.whole.*column.value + period.reference_change.*column.value;
    const auto subject = all ? fmt::format("The {} of all years, on average,", column.noun)
                             : fmt::format("The {} of {}", column.noun, period.label);
    if (std::fabs(change) < least_shown(column))
        return fmt::format("{} is that of {}", subject, attribution.first_year);
    return fmt::format("{} is {:.0f} {} {} that of {}", subject, std::fabs(change), column.unit,
                       change < 0 ? "below" : "above", attribution.first_year);
}

/// "lever 1.5, constant 0.2".
std::string place_of(const SweepGrid& grid, std::size_t point) {
    std::string text;
    for (std::size_t axis = 0; axis < grid.axes.size(); ++axis)
        text += fmt::format("{}{} {:.4g}", text.empty() ? "" : ", ",
                            in_words(grid.axes[axis].variation.name()), grid.at(point, axis));
    return text;
}

}  // namespace

std::string attribution_headline(const Attribution& attribution, const AttributedPeriod& period,
                                 const EffectColumn& column) {
    constexpr int most_named = 3;
    std::string text;
    int named = 0;
    for (const auto& bar : waterfall(attribution, period, column)) {
        const double change = bar.to - bar.from;
        if (!bar.driver || std::fabs(change) < least_shown(column) || named == most_named) continue;
        text += fmt::format("{} {} {}", named == 0 ? ":" : ",", in_words(bar.label),
                            signed_text(change, decimals_of(column)));
        ++named;
    }
    return whole_text(attribution, period, column) + text;
}

std::string sweep_headline(const SweepGrid& grid, std::size_t measure) {
    const auto& of = grid.measures[measure];
    const auto figure = [&](std::size_t point) { return grid.points[point].figures[measure]; };
    std::vector<std::size_t> run;
    for (std::size_t i = 0; i < grid.points.size(); ++i)
        if (std::isfinite(figure(i))) run.push_back(i);
    if (run.empty()) return fmt::format("{}: no point has a figure", in_words(of));
    const auto [low, high] =
        std::minmax_element(run.begin(), run.end(),
                            [&](std::size_t a, std::size_t b) { return figure(a) < figure(b); });
    const auto text = [&](std::size_t point) {
        return number_text(figure(point), std::max(of.decimals() - 1, 0));
    };
    const auto unit = of.unit() == "1" || of.unit() == "yr" ? "" : " " + of.unit();
    if (text(*low) == text(*high))
        return fmt::format("{}: {}{} throughout", in_words(of), text(*low), unit);
    return fmt::format("{}: {}{} ({}) to {}{} ({})", in_words(of), text(*low), unit,
                       place_of(grid, *low), text(*high), unit, place_of(grid, *high));
}

std::string in_words(std::string_view name) {
    std::string words(name);
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

std::string in_words(const Measure& measure) {
    auto words = in_words(measure.year ? figure_columns<double>[measure.row].name
                                       : run_measures[measure.row].name);
    for (const std::string_view unit : {" kg", " mt", " million"})
        if (words.ends_with(unit)) words.resize(words.size() - unit.size());
    return measure.year ? fmt::format("{} of {}", words, *measure.year) : words;
}

}  // namespace granary

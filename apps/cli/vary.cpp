#include "cli/vary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

#include "cli/usage.hpp"
#include "granary/foundation/limits.hpp"
#include "granary/foundation/nearest.hpp"
#include "granary/foundation/split.hpp"
#include "granary/read/study/number.hpp"
#include "granary/scenario/validate.hpp"
#include "granary/write/number.hpp"

namespace granary::cli {
namespace {

/// NAME of "NAME=REST"; the whole where there is no "=".
std::string_view name_in(std::string_view argument) {
    return argument.substr(0, argument.find('='));
}

std::size_t points_in(std::string_view text, std::string_view argument) {
    std::size_t points = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), points);
    if (fault != std::errc() || end != text.data() + text.size() || points < 2 ||
        points > limit::axis_points.most)
        wrong(fmt::format("{}: {} points: a whole number from 2 to {}", argument, text,
                          limit::axis_points.most));
    return points;
}

/// The values of "FROM:TO:POINTS"; `form` is an example of the whole argument.
std::vector<double> values_in(std::string_view text, std::string_view option,
                              const std::string& argument, std::string_view form) {
    const auto parts = split(text, ':');
    if (parts.size() != 3 || parts[0].empty())
        wrong(fmt::format("{} {}: expected {}", option, argument, form));
    const double from = number_in(parts[0], argument);
    const double to = number_in(parts[1], argument);
    const auto points = points_in(parts[2], argument);
    if (from == to) wrong(fmt::format("{}: it goes from {} to {}, nowhere", argument, from, to));
    return spaced(from, to, points);
}

/// The axis of a row of the lever or the parameter table.
template <class Row>
Axis axis_in(const Variation& variation, const Row& row, std::string_view option,
             const std::string& argument) {
    const auto name = name_in(argument);
    const auto rest = std::string_view(argument).substr(std::min(name.size() + 1, argument.size()));
    const auto form =
        fmt::format("NAME=FROM:TO:POINTS, such as {}={}:{}:11", row.name, row.low, row.high);
    auto values = values_in(rest, option, argument, form);
    for (const double end : {values.front(), values.back()})
        if (const auto problem = range_problem(row, end)) wrong(*problem);
    return {variation, std::move(values)};
}

/// The factors of NAME*=FROM:TO:POINTS; how far they may go rests on the scenario.
Axis scale_axis(std::string_view name, const std::string& argument) {
    const auto row = lever_row(name);
    const auto rest = std::string_view(argument).substr(std::min(name.size() + 2, argument.size()));
    const auto form = fmt::format("NAME*=FROM:TO:POINTS, such as {}*=0:1.5:7", name);
    auto values = values_in(rest, "--lever", argument, form);
    for (const double end : {values.front(), values.back()})
        if (end < 0) wrong(fmt::format("{}: {} is not a factor of at least 0", argument, end));
    return {Variation::scale(row), std::move(values)};
}

/// The years of which the scenario runs the whole: a part of one is not a year.
ValueRange years_run(const Scenario& scenario) {
    const int first = scenario.start.year + (scenario.start.season > 0 ? 1 : 0);
    if (scenario.end.year <= first) wrong(fmt::format("{} runs no whole year", scenario.name));
    return {static_cast<double>(first), static_cast<double>(scenario.end.year - 1)};
}

}  // namespace

std::size_t lever_row(std::string_view name) {
    if (const auto row = find_row<Lever>(name)) return *row;
    if (find_row<Parameter>(name))
        wrong(fmt::format("{} is a parameter: write --parameter {}", name, name));
    constexpr auto names = row_names<Lever>();
    no_such("lever", name, names);
}

std::size_t parameter_row(std::string_view name) {
    if (const auto row = find_row<Parameter>(name)) return *row;
    if (find_row<Lever>(name)) wrong(fmt::format("{} is a lever: write --lever {}", name, name));
    constexpr auto names = row_names<Parameter>();
    no_such("parameter", name, names);
}

std::optional<std::string_view> scaled_in(std::string_view argument) {
    auto name = name_in(argument);
    if (!name.ends_with('*')) return std::nullopt;
    name.remove_suffix(1);
    return name;
}

Axis lever_axis(const std::string& argument) {
    if (const auto name = scaled_in(argument)) return scale_axis(*name, argument);
    const auto row = lever_row(name_in(argument));
    return axis_in(Variation::lever(row), Lever::table[row], "--lever", argument);
}

Axis parameter_axis(const std::string& argument) {
    const auto row = parameter_row(name_in(argument));
    return axis_in(Variation::parameter(row), Parameter::table[row], "--parameter", argument);
}

Axis levels_axis(const std::string& argument) {
    const auto parts = split(argument, ':');
    const auto whole = [&](std::string_view text) {
        const double number = number_in(text, "--levels " + argument);
        if (number != std::floor(number) || number < 1 || number > Scenario::most_levels)
            wrong(fmt::format("--levels {}: {} is out of range: a whole number from 1 to {}",
                              argument, text, Scenario::most_levels));
        return number;
    };
    if (parts.size() != 2)
        wrong(fmt::format("--levels {}: expected FROM:TO, such as 1:8", argument));
    const double from = whole(parts[0]), to = whole(parts[1]);
    if (from == to)
        wrong(fmt::format("--levels {}: it goes from {} to {}, nowhere", argument, from, to));
    return {Variation::levels(),
            spaced(from, to, static_cast<std::size_t>(std::fabs(to - from)) + 1)};
}

Decision decision_in(const std::string& argument) {
    const auto name = name_in(argument);
    if (scaled_in(argument))
        wrong(
            fmt::format("--lever {}: a date is searched for a value that is held from it on, "
                        "NAME=VALUE; which multiple is searched with NAME* alone",
                        argument));
    const auto row = lever_row(name);
    const double value = number_in(std::string_view(argument).substr(name.size() + 1), argument);
    if (const auto problem = range_problem(Lever::table[row], value)) wrong(*problem);
    return {row, value};
}

Measure measure_called(const std::string& name, std::optional<int> year, const Scenario& scenario) {
    const auto of_run = run_measure(name);
    const auto of_year = year_measure(name, year.value_or(0));
    if (!of_run && !of_year) no_such("figure", name, measure_names());
    if (!of_year || (of_run && !year)) return *of_run;
    const auto [first, last] = years_run(scenario);
    if (!year)
        wrong(fmt::format("{} is a year's figure: add --year, from {} to {}", name, first, last));
    if (*year < first || last < *year)
        wrong(fmt::format("--year {}: the whole years of {} are {} to {}", *year, scenario.name,
                          first, last));
    return *of_year;
}

}  // namespace granary::cli

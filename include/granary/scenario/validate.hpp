#pragma once
/// What a scenario must hold to, said once for files and programs. A program may leave the ranges
/// on purpose (half a country has half the trade), so a run does not ask for this.

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "granary/foundation/error.hpp"
#include "granary/scenario/scenario.hpp"

namespace granary {

/// Lengths of the longest step of the integrator, in years; at most 1/96 by the model's design.
constexpr double least_step_years = 1e-5;
/// The longest step the integrator may be asked for, in years.
constexpr double most_step_years = 1.0 / 96;

/// What the table asks of a lever or parameter: "a number from 0 to 300 kg (grain ration ...)".
template <class Row>
std::string expected_of(const Row& row) {
    const std::string unit = row.unit == "1" ? std::string() : " " + std::string(row.unit);
    return fmt::format("a number from {} to {}{} ({})", row.low, row.high, unit, row.meaning);
}

/// Whether the table allows the value; not a number is never allowed.
template <class Row>
constexpr bool in_range(const Row& row, double value) {
    return row.low <= value && value <= row.high;
}

/// What is wrong with a lever's or a parameter's value, in the unit of its row; nothing where it is
/// in its range.
template <class Row>
std::optional<std::string> range_problem(const Row& row, double value) {
    if (in_range(row, value)) return std::nullopt;
    return fmt::format("{} = {} is out of range: {}", row.name, value, expected_of(row));
}

/// A span that does not go forward in time.
inline std::optional<std::string> span_problem(const Scenario& scenario) {
    if (scenario.start < scenario.end) return std::nullopt;
    return fmt::format("end = {} does not come after start = {}", date_text(scenario.end),
                       date_text(scenario.start));
}

/// A step that is too short or too long, in years.
inline std::optional<std::string> step_problem(double largest_step_years) {
    if (least_step_years <= largest_step_years && largest_step_years <= most_step_years)
        return std::nullopt;
    return fmt::format(
        "largest_step_years = {} is out of range: a number from {} to 1/96 yr (0.010416...)",
        largest_step_years, least_step_years);
}

/// A number of reporting levels that is none, or too many.
inline std::optional<std::string> levels_problem(std::size_t levels) {
    if (1 <= levels && levels <= Scenario::most_levels) return std::nullopt;
    return fmt::format("reporting_levels = {} is out of range: a whole number from 1 to {}", levels,
                       Scenario::most_levels);
}

/// An instant to record that lies outside the span.
inline std::optional<std::string> observe_problem(const Scenario& scenario, const Instant& at) {
    if (scenario.start <= at && at <= scenario.end) return std::nullopt;
    return fmt::format("observe = {} is outside the span {} to {}", date_text(at),
                       date_text(scenario.start), date_text(scenario.end));
}

/// One region's share of people, land and stores.
inline std::optional<std::string> share_problem(double share) {
    if (0 < share && share <= 1) return std::nullopt;
    return fmt::format("share = {} is out of range: a number above 0, at most 1", share);
}

/// Regions whose shares do not sum to 1 within 1e-9.
inline std::optional<std::string> shares_problem(const std::vector<Region>& regions) {
    double sum = 0;
    for (const auto& region : regions) sum += region.share;
    if (-1e-9 < sum - 1 && sum - 1 < 1e-9) return std::nullopt;
    return fmt::format("the shares of the regions sum to {}; expected 1", sum);
}

/// The names of the levers that a region may set.
inline std::vector<std::string_view> regional_levers() {
    std::vector<std::string_view> names;
    for (const auto& row : Lever::table)
        if (row.regional) names.push_back(row.name);
    return names;
}

/// The first height of a schedule that its lever's range does not allow.
inline std::optional<std::string> schedule_problem(const LeverRow& row, const Schedule& schedule,
                                                   const Constants<double>& constants) {
    if (schedule.segments().empty()) return fmt::format("{} has no schedule", row.name);
    for (const auto& segment : schedule.segments())
        for (const auto* knot : {&segment.first, &segment.second})
            if (auto problem = range_problem(row, knot->height.value(constants)))
                return knot->at == Schedule::always
                           ? *problem
                           : fmt::format("{} ({})", *problem, date_text(knot->at));
    return std::nullopt;
}

namespace detail {

/// The messages found so far about one scenario.
struct Findings {
    std::vector<std::string> messages;
    void note(std::optional<std::string> message) {
        if (message) messages.push_back(*std::move(message));
    }
};

inline void note_levers(const Scenario& scenario, Findings& found) {
    for (std::size_t i = 0; i < Lever::table.size(); ++i)
        found.note(schedule_problem(Lever::table[i], scenario.levers[i], scenario.constants));
}

inline void note_region(const Scenario& scenario, const Region& region, Findings& found) {
    const auto prefix = [&](std::optional<std::string> message) {
        if (message) found.note(fmt::format("region \"{}\": {}", region.name, *message));
    };
    prefix(share_problem(region.share));
    for (std::size_t i = 0; i < Lever::table.size(); ++i) {
        if (!region.levers[i]) continue;
        const auto& row = Lever::table[i];
        if (!row.regional) prefix(fmt::format("{} is a national lever", row.name));
        prefix(schedule_problem(row, *region.levers[i], scenario.constants));
    }
    const auto same = [&](const Region& other) { return other.name == region.name; };
    if (std::count_if(scenario.regions.begin(), scenario.regions.end(), same) > 1)
        prefix("the name is given to more than one region");
}

}  // namespace detail

/// All that is wrong with a scenario, each with the scenario's name as its place.
inline std::vector<Problem> validate(const Scenario& scenario) {
    detail::Findings found;
    found.note(span_problem(scenario));
    found.note(step_problem(scenario.largest_step_years));
    found.note(levels_problem(scenario.reporting_levels));
    for (const auto& at : scenario.observe) found.note(observe_problem(scenario, at));
    for (std::size_t i = 0; i < Parameter::table.size(); ++i)
        found.note(range_problem(Parameter::table[i], scenario.constants.values[i]));
    detail::note_levers(scenario, found);
    for (const auto& region : scenario.regions) detail::note_region(scenario, region, found);
    found.note(shares_problem(scenario.regions));

    std::vector<Problem> problems;
    for (auto& message : found.messages)
        problems.push_back({{scenario.name, 0, 0}, std::move(message)});
    return problems;
}

}  // namespace granary

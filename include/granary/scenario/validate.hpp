#pragma once
/// What a scenario must hold to, said once for files and programs: what runnable.hpp asks, and the
/// ranges. A program may leave those on purpose (half a country has half the trade), so a run does
/// not ask for them.

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "granary/foundation/error.hpp"
#include "granary/scenario/runnable.hpp"
#include "granary/scenario/scenario.hpp"
#include "granary/scenario/schedule_points.hpp"

namespace granary {

/// What is wrong with a number that a rule does not allow.
inline std::optional<std::string> rule_problem(const NumberRule& rule, double value) {
    if (rule.allows(value)) return std::nullopt;
    return fmt::format("{} = {} is out of range: {}", rule.name, value, rule.expected);
}

/// An instant to record that lies outside the span.
inline std::optional<std::string> observe_problem(const Scenario& scenario, const Instant& at) {
    if (scenario.start <= at && at <= scenario.end) return std::nullopt;
    return fmt::format("observe = {} is outside the span {} to {}", date_text(at),
                       date_text(scenario.start), date_text(scenario.end));
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
    if (auto problem = no_schedule_problem(row, schedule)) return problem;
    for (const auto& knot : points_of(schedule, constants))
        if (auto problem = range_problem(row, knot.height.value(constants)))
            return knot.at == Schedule::always
                       ? *problem
                       : fmt::format("{} ({})", *problem, date_text(knot.at));
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
    prefix(rule_problem(share_rule, region.share));
    found.note(region_name_problem(region.name));
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
    found.note(start_problem(scenario));
    found.note(rule_problem(step_rule, scenario.largest_step_years));
    found.note(rule_problem(levels_rule, static_cast<double>(scenario.reporting_levels)));
    for (const auto& at : scenario.observe) found.note(observe_problem(scenario, at));
    for (std::size_t i = 0; i < Parameter::table.size(); ++i)
        found.note(range_problem(Parameter::table[i], scenario.constants.values[i]));
    detail::note_levers(scenario, found);
    for (const auto& region : scenario.regions) detail::note_region(scenario, region, found);
    found.note(scenario.regions.empty() ? regions_problem(scenario)
                                        : shares_problem(scenario.regions));

    std::vector<Problem> problems;
    for (auto& message : found.messages)
        problems.push_back({{scenario.name, 0, 0}, std::move(message)});
    return problems;
}

}  // namespace granary

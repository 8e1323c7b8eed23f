#pragma once
/// The rules without which the equations make no sense, each said once: a run asks for them alone,
/// validate.hpp for them and the ranges of levers and constants, which a program may leave
/// deliberately, and the reader of files for each where it reads the value.

#include <fmt/core.h>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "granary/foundation/blank.hpp"
#include "granary/foundation/error.hpp"
#include "granary/foundation/real.hpp"
#include "granary/scenario/scenario.hpp"

namespace granary {

/// What a number of a scenario must be, as a bound and in words.
struct NumberRule {
    std::string_view name, expected;
    double low, high;
    bool above_low = false;  ///< the low end itself is not allowed

    /// Not a number is never allowed.
    constexpr bool allows(double value) const {
        return (above_low ? low < value : low <= value) && value <= high;
    }
    /// What is wrong, whatever the value is.
    std::string problem() const {
        return std::string(name) + " is out of range: " + std::string(expected);
    }
};

/// Of the longest step of the integrator: at most 1/96 by the model's design, and no more than
/// some million steps a run.
inline constexpr NumberRule step_rule{"largest_step_years",
                                      "a number from 1e-05 to 1/96 yr (0.010416...)", 1e-5,
                                      Scenario::longest_step};
/// Of the levels that reports of the harvest pass through.
inline constexpr NumberRule levels_rule{"reporting_levels", "a whole number from 1 to 8", 1,
                                        Scenario::most_levels};
/// Of one region's share of people, land and stores.
inline constexpr NumberRule share_rule{"share", "a number above 0, at most 1", 0, 1, true};
static_assert(Scenario::longest_step == 1.0 / 96 && Scenario::most_levels == 8, "as in the words");

/// A span that does not go forward in time.
inline std::optional<std::string> span_problem(const Scenario& scenario) {
    if (scenario.start < scenario.end) return std::nullopt;
    return "end = " + date_text(scenario.end) +
           " does not come after start = " + date_text(scenario.start);
}

/// What a start is told that the people and stores, which are those of `of`, do not belong to.
inline std::string other_start_problem(const Instant& start, const std::string& of,
                                       std::string_view remedy) {
    return fmt::format("start = {}: people and stores are those of {}; {}", date_text(start), of,
                       remedy);
}

/// The people and stores of one date at another, which would be a country that never was.
inline std::optional<std::string> start_problem(const Scenario& scenario) {
    if (scenario.start == scenario.start_values_at) return std::nullopt;
    return other_start_problem(scenario.start, date_text(scenario.start_values_at),
                               "set what they were at this start, and start_values_at");
}

/// A country without regions.
inline std::optional<std::string> regions_problem(const Scenario& scenario) {
    if (!scenario.regions.empty()) return std::nullopt;
    return "a scenario has at least one region";
}

/// What the rows of the whole country are called beside those of regions.
inline constexpr std::string_view whole_country = "national";

/// A region whose rows could not be told from those of another, or of the whole country. One
/// without a name is the whole country.
inline std::optional<std::string> region_name_problem(std::string_view name) {
    if (without_blank_ends(name) != name)
        return "a region may not be called \"" + std::string(name) +
               "\": expected a name without a blank at its beginning or end, where nobody sees it";
    const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
    if (!std::equal(name.begin(), name.end(), whole_country.begin(), whole_country.end(), same))
        return std::nullopt;
    return "a region may not be called \"" + std::string(name) +
           "\": so are the rows of the whole country";
}

/// A lever that is given no value at all.
inline std::optional<std::string> no_schedule_problem(const LeverRow& row,
                                                      const Schedule& schedule) {
    if (!schedule.segments().empty()) return std::nullopt;
    return std::string(row.name) + " has no schedule";
}

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

/// What is wrong with a value that no equation can mean anything by: not finite, or negative where
/// the table has no negative ones. Within its sign a program may leave a range deliberately.
template <class Row>
std::optional<std::string> meaning_problem(const Row& row, double value) {
    const bool finite = value - value == 0.0;
    if (finite && (value >= 0 || row.low < 0)) return std::nullopt;
    return range_problem(row, value);
}

/// The first height of a schedule that has no meaning; or that it has none at all.
inline std::optional<std::string> heights_problem(const LeverRow& row, const Schedule& schedule,
                                                  const Constants<double>& constants) {
    for (const auto& segment : schedule.segments())
        for (const auto* knot : {&segment.first, &segment.second})
            if (auto problem = meaning_problem(row, knot->height.value(constants))) return problem;
    return no_schedule_problem(row, schedule);
}

/// The constants of a run as numbers: those of the scenario where the run's own do not tell theirs,
/// as lanes, which have several each.
template <Real T>
Constants<double> numbers_of(const Constants<T>& constants, const Scenario& scenario) {
    if constexpr (std::same_as<T, double>) {
        return constants;
    } else if constexpr (requires(const T& dual) { double{dual.value()}; }) {
        Constants<double> numbers;
        for (std::size_t i = 0; i < numbers.values.size(); ++i)
            numbers.values[i] = constants.values[i].value();
        return numbers;
    } else {
        return scenario.constants;
    }
}

/// Throws ScenarioError naming all that a run with these constants cannot do without.
inline void require_runnable(const Scenario& scenario, const Constants<double>& constants) {
    std::vector<Problem> problems;
    const auto note = [&](std::optional<std::string> message) {
        if (message) problems.push_back({{scenario.name, 0, 0}, *std::move(message)});
    };
    const auto require = [&](const NumberRule& rule, double value, const std::string& place = {}) {
        if (!rule.allows(value)) note(place + rule.problem());
    };
    note(span_problem(scenario));
    note(start_problem(scenario));
    require(step_rule, scenario.largest_step_years);
    require(levels_rule, static_cast<double>(scenario.reporting_levels));
    note(regions_problem(scenario));
    for (std::size_t i = 0; i < Parameter::table.size(); ++i)
        note(meaning_problem(Parameter::table[i], constants.values[i]));
    for (std::size_t i = 0; i < scenario.levers.size(); ++i)
        note(heights_problem(Lever::table[i], scenario.levers[i], constants));
    for (const auto& region : scenario.regions) {
        const auto place = "region \"" + region.name + "\": ";
        require(share_rule, region.share, place);
        note(region_name_problem(region.name));
        for (std::size_t i = 0; i < region.levers.size(); ++i) {
            if (!region.levers[i]) continue;
            auto problem = heights_problem(Lever::table[i], *region.levers[i], constants);
            if (problem) note(place + *problem);
        }
    }
    if (!problems.empty()) throw ScenarioError(std::move(problems));
}

/// The same with the scenario's own constants.
inline void require_runnable(const Scenario& scenario) {
    require_runnable(scenario, scenario.constants);
}

}  // namespace granary

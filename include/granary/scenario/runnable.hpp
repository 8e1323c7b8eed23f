#pragma once
/// What a scenario must have for the equations to make sense at all. Ranges of levers and constants
/// are the reader's business: a program may leave them deliberately.

#include <string>
#include <utility>
#include <vector>

#include "granary/foundation/error.hpp"
#include "granary/scenario/scenario.hpp"

namespace granary {

/// Throws ScenarioError naming all that is missing.
inline void require_runnable(const Scenario& scenario) {
    std::vector<Problem> problems;
    const auto require = [&](bool holds, std::string message) {
        if (!holds) problems.push_back({{scenario.name, 0, 0}, std::move(message)});
    };
    require(scenario.start < scenario.end, "the span ends before it starts");
    require(
        scenario.largest_step_years > 0 && scenario.largest_step_years <= Scenario::longest_step,
        "the largest step must be above 0 and at most 1/96 year");
    require(scenario.reporting_levels >= 1 && scenario.reporting_levels <= Scenario::most_levels,
            "reporting_levels must be a whole number from 1 to 8");
    require(!scenario.regions.empty(), "a scenario has at least one region");
    for (const auto& region : scenario.regions)
        require(region.share > 0, "region \"" + region.name + "\" has no positive share");
    for (std::size_t i = 0; i < scenario.levers.size(); ++i)
        require(!scenario.levers[i].segments().empty(),
                "lever " + std::string(Lever::table[i].name) + " has no value");
    for (std::size_t i = 0; i < Parameter::table.size(); ++i) {
        const double value = scenario.constants.values[i];
        require(value - value == 0.0,
                "parameter " + std::string(Parameter::table[i].name) + " is not finite");
    }
    if (!problems.empty()) throw ScenarioError(std::move(problems));
}

}  // namespace granary

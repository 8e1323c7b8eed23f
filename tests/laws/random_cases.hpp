#pragma once
/// Laws on random scenarios.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdlib>
#include <string>

#include "laws/laws.hpp"
#include "laws/random_scenario_generator.hpp"

namespace granary::laws {

/// How many random cases each property of the program runs on, unless RC_PARAMS says so. To be
/// asked for before main: RapidCheck reads its settings once, and prints them with the seed it
/// chose.
inline bool ask_for_cases(int number) {
    const char* given = std::getenv("RC_PARAMS");
    const std::string asked = given ? given : "";
    if (asked.find("max_success") == std::string::npos)
        setenv("RC_PARAMS", (asked + " max_success=" + std::to_string(number)).c_str(), 1);
    return true;
}

inline void expect_on_random_scenarios(const Law& law) {
    rc::detail::checkGTest([law](const DrawnScenario& drawn) {
        const auto violation = law.violation(drawn.scenario());
        if (!violation.empty()) RC_FAIL(violation);
    });
}

}  // namespace granary::laws

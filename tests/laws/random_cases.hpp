#pragma once
/// Laws on random scenarios.

#include <cstdlib>
#include <string>

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

}  // namespace granary::laws

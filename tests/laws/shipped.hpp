#pragma once
/// The shipped scenarios as parameters of tests: a new one is tested without new code.

#include <algorithm>
#include <string>
#include <vector>

#include "granary/read/scenario_file.hpp"

namespace granary::laws {

inline std::vector<std::string> shipped_names() {
    std::vector<std::string> names;
    for (const auto& scenario : shipped_scenarios()) names.push_back(scenario.name);
    return names;
}

/// A scenario's name as a part of a test's name, where no hyphen may stand.
inline std::string test_name(std::string scenario) {
    std::replace(scenario.begin(), scenario.end(), '-', '_');
    return scenario;
}

}  // namespace granary::laws

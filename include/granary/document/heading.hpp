#pragma once
/// How a scenario is introduced.

#include <string>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/scenario/scenario.hpp"
#include "granary/write/title.hpp"

namespace granary {

/// Title, summary, and what the command line set: a line each.
GRANARY_API std::string heading(const Scenario& scenario, const std::vector<std::string>& settings,
                                bool strong);

/// "set: levers.pressure=0, ..." and a line break; empty where nothing was set.
GRANARY_API std::string settings_line(const std::vector<std::string>& settings);

}  // namespace granary

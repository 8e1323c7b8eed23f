#pragma once
/// How a scenario is called.

#include <string>

#include "granary/foundation/api.hpp"
#include "granary/scenario/scenario.hpp"

namespace granary {

/// The title, or the name of a scenario without one, safe to print on a line.
GRANARY_API std::string title_of(const Scenario& scenario);

}  // namespace granary

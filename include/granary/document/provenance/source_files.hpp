#pragma once
/// The texts that a scenario was read from, as a reader wants to see them.

#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/scenario/scenario.hpp"

namespace granary {

/// The user's own texts with those of their constants, or the shipped one; what a shipped one
/// extends is left out.
GRANARY_API std::vector<SourceText> source_files(const Scenario& scenario);

}  // namespace granary

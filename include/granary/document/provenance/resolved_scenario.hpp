#pragma once
/// A scenario as it is run, whatever files and settings it was put together from.

#include <string>

#include "granary/foundation/api.hpp"
#include "granary/scenario/scenario.hpp"

namespace granary {

/// All that a run depends on, a line each, with numbers that read back to the bit; nothing that it
/// does not depend on. Two scenarios of one text have the same run.
GRANARY_API std::string resolved_text(const Scenario& scenario);

}  // namespace granary

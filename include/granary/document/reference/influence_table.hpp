#pragma once
/// What a constant moves.

#include <cstddef>
#include <string>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/study/calibration_checks.hpp"

namespace granary {

/// The targets of the calibration that a constant moves most, the largest in tolerances first.
GRANARY_API std::vector<Influence> largest_influences(std::size_t parameter_row);

/// By how much it is moved: its prior deviation in the default reading, or a quarter of its range
/// where that does not fit it.
GRANARY_API double deviation_shown(std::size_t parameter_row);

/// The same as a table with its heading.
GRANARY_API std::string influence_table(std::size_t parameter_row);

}  // namespace granary

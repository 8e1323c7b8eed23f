#pragma once
/// What a constant moves.

#include <cstddef>
#include <string>
#include <vector>

#include "granary/analysis/calibration_checks.hpp"

namespace granary::cli {

/// The targets of the calibration that a constant moves most, the largest in tolerances first.
std::vector<Influence> largest_influences(std::size_t parameter_row);

/// The same as a table with its heading.
std::string influence_table(std::size_t parameter_row);

}  // namespace granary::cli

#pragma once
/// What a constant moves.

#include <cstddef>
#include <string>

namespace granary::cli {

/// The targets of the calibration that a constant moves most, as a table with its heading.
std::string influence_table(std::size_t parameter_row);

}  // namespace granary::cli

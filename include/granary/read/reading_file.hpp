#pragma once
/// Readings of the record: the shipped ones, and a user's own, as `granary calibrate` writes them.

#include <string_view>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/scenario/record_reading.hpp"

namespace granary {

/// A shipped reading by its name, or a file by its path. Throws NotFound, FileError or
/// ScenarioError, like load_scenario.
GRANARY_API RecordReading load_reading(std::string_view name_or_path);

/// All shipped readings in the order of their names.
GRANARY_API std::vector<RecordReading> shipped_readings();

}  // namespace granary

#pragma once
/// Readings of the record: the shipped ones, and a user's own, as `granary calibrate` writes them.

#include <optional>
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

/// The reading that a scenario is under, from the text that the scenario carries. None where it is
/// under none, or under one that a program made without a text.
GRANARY_API std::optional<RecordReading> reading_of(const Scenario& scenario);

/// A scenario under the reading of another: what a reading gives is no decision of either.
GRANARY_API Scenario under_reading_of(const Scenario& other, Scenario scenario);

}  // namespace granary

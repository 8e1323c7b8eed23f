#pragma once
/// What is fitted to what, from a TOML file.

#include <string_view>

#include "granary/foundation/api.hpp"
#include "granary/study/calibration.hpp"

namespace granary {

/// Reads the shipped plan ("calibration") or a file of that form: the scenario it names, all fitted
/// constants, and one target for each period of each series, with the record's value, apart those
/// of periods that a series holds out. Throws NotFound, FileError or ScenarioError with all
/// problems, like load_scenario.
GRANARY_API CalibrationPlan load_calibration(std::string_view name_or_path = "calibration");

}  // namespace granary

#pragma once
/// What is fitted to what, from a TOML file.

#include <string_view>

#include "granary/foundation/api.hpp"
#include "granary/study/calibration.hpp"

namespace granary {

/// Reads a shipped plan by its name (that of the default reading where it is empty) or a file of
/// that form, laid over those that it extends: the scenario it names, the constants fitted and
/// held, and one target for each period of each series, with the record's value, apart those of
/// periods that a series holds out. Throws NotFound, FileError or ScenarioError with all problems,
/// like load_scenario.
GRANARY_API CalibrationPlan load_calibration(std::string_view name_or_path = "");

}  // namespace granary

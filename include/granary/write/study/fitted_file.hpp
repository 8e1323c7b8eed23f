#pragma once
/// The file of fitted constants: what `reading` names in a scenario.

#include <string>

#include "granary/foundation/api.hpp"
#include "granary/study/calibration.hpp"

namespace granary {

/// The text of a reading: each fitted value with its standard error and its prior, each that the
/// plan holds, and those of the reading that the plan's scenario has; headed by the command that
/// made it. The same fit gives the same bytes.
GRANARY_API std::string fitted_file(const CalibrationPlan& plan, const Fit& fit,
                                    const std::string& command);

}  // namespace granary

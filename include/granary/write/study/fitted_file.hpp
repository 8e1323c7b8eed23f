#pragma once
/// The file of fitted constants: what `parameters_from` reads.

#include <string>

#include "granary/foundation/api.hpp"
#include "granary/study/calibration.hpp"

namespace granary {

/// The text of a parameter file with each fitted value, its standard error, its prior and how many
/// prior standard deviations the data moved it, headed by the command that made it. The same fit
/// gives the same bytes.
GRANARY_API std::string fitted_file(const CalibrationPlan& plan, const Fit& fit,
                                    const std::string& command);

}  // namespace granary

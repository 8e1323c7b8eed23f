#pragma once
/// What the fit says where it was not fitted.

#include "granary/write/study/calibration_report.hpp"

namespace granary {

/// A section of the report: the quiet world, the dead, the animals, what-ifs.
MarkdownText unfitted_section(const CalibrationFindings& findings);

}  // namespace granary

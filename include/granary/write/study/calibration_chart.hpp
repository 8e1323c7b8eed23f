#pragma once
/// The picture beside docs/calibration.md.

#include <string_view>

#include "granary/foundation/api.hpp"
#include "granary/write/safe_text.hpp"
#include "granary/write/study/calibration_report.hpp"

namespace granary {

/// Stands in the second line of the picture, as its title.
inline constexpr std::string_view calibration_chart_mark = "<title>Model and record";

/// The calibrated run against the record for ration, harvest, claims and death rate, as SVG. The
/// findings must hold a baseline run.
GRANARY_API SvgText calibration_chart(const CalibrationFindings& findings);

}  // namespace granary

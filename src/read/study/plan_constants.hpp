#pragma once
/// The constants of a plan: which are fitted, and which are held at what.

#include "granary/study/calibration.hpp"
#include "read/study/plan_file.hpp"

namespace granary::read {

/// Lays the constants of a file over those of the files that it extends: one that it holds is no
/// longer fitted, and the reverse.
void read_constants(const PlanFile& file, CalibrationPlan& plan);

/// The constants in the order of their table, and those held put into the scenario.
void settle_constants(CalibrationPlan& plan);

}  // namespace granary::read

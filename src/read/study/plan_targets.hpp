#pragma once
/// The targets of a plan: what of its series the record and a run of its scenario have.

#include "granary/study/calibration.hpp"
#include "read/study/plan_file.hpp"

namespace granary::read {

/// Adds the targets of all files to a plan that has its scenario.
void read_targets(const PlanFiles& files, CalibrationPlan& plan);

}  // namespace granary::read

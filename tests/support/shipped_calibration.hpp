#pragma once
/// The shipped calibration, read and fitted once for all tests of a program.

#include "granary/read/study/calibration_file.hpp"
#include "granary/study/calibration.hpp"

namespace granary::test {

inline const CalibrationPlan& shipped_plan() {
    static const CalibrationPlan plan = load_calibration();
    return plan;
}

inline const Fit& shipped_fit() {
    static const Fit best = fit(shipped_plan(), prior_centres(shipped_plan()));
    return best;
}

}  // namespace granary::test

#pragma once
/// docs/calibration.md: what the constants rest on, from one run of the calibration.

#include <string>
#include <utility>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/study/calibration.hpp"
#include "granary/study/calibration_checks.hpp"

namespace granary {

/// A scenario run with the fitted constants.
struct NamedRun {
    std::string name;
    Trajectory<double> run;
};

/// Everything that a calibration found out.
struct CalibrationFindings {
    CalibrationPlan plan;
    Fit best;
    std::vector<Fit> starts;  ///< sorted by cost
    std::vector<std::pair<FalseRecord, Fit>> falsified;
    std::vector<HeldOut> held_out;
    std::vector<KnotEffect> knots;
    std::vector<NamedRun> baseline, quiet;  ///< one run each, or none
    std::vector<NamedRun> what_ifs;
    std::string command;
};

/// The report in Markdown. The same findings give the same bytes.
GRANARY_API std::string calibration_report(const CalibrationFindings& findings);

/// Targets against the fit, as plain text for a terminal.
GRANARY_API std::string target_table(const CalibrationPlan& plan, const Fit& fit);

}  // namespace granary

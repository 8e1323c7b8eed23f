#pragma once
/// docs/calibration.md: what the constants rest on, from one run of the calibration.

#include <string>
#include <utility>
#include <vector>

#include "granary/analysis/calibration.hpp"
#include "granary/analysis/calibration_checks.hpp"

namespace granary {

/// Everything that a calibration found out.
struct CalibrationFindings {
    CalibrationPlan plan;
    Fit best;
    std::vector<Fit> starts;  ///< sorted by cost
    std::vector<std::pair<FalseRecord, Fit>> falsified;
    std::vector<HeldOut> held_out;
    std::vector<KnotEffect> knots;
    std::string command;
};

/// The report in Markdown. The same findings give the same bytes.
std::string calibration_report(const CalibrationFindings& findings);

/// Targets against the fit, as plain text for a terminal.
std::string target_table(const CalibrationPlan& plan, const Fit& fit);

}  // namespace granary

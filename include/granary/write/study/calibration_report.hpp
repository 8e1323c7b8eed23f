#pragma once
/// What fitted constants rest on, from one run of a calibration: of the shipped plan
/// docs/calibration.md.

#include <string>
#include <utility>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/study/calibration.hpp"
#include "granary/study/calibration_checks.hpp"
#include "granary/write/safe_text.hpp"

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
    bool shipped_plan = false;   ///< that of the default reading, of which more is said
    std::string constants = {};  ///< file that they are written to; empty where to none
    std::string report = {};     ///< file name of the report, for the picture to name it
    std::string picture = {};    ///< file name of the picture beside it
};

/// The report in Markdown. The same findings give the same bytes.
GRANARY_API MarkdownText calibration_report(const CalibrationFindings& findings);

/// Targets against the fit, and what was held out of it, as plain text for a terminal.
GRANARY_API std::string target_table(const CalibrationPlan& plan, const Fit& fit);

}  // namespace granary

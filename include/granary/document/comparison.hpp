#pragma once
/// The scenarios that `granary compare` lays side by side.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "granary/analysis/outcome.hpp"
#include "granary/analysis/tested.hpp"
#include "granary/analysis/tolls.hpp"
#include "granary/foundation/api.hpp"
#include "granary/scenario/scenario.hpp"
#include "granary/write/text.hpp"

namespace granary {

/// One of them: the nation's years.
struct ComparedRun {
    std::string argument, letter;
    Scenario scenario;
    std::vector<YearFigures> years;
    Outcome sum;
    std::vector<std::string> untested = {};  ///< why no toll is told of it; empty where one is
    std::vector<Toll> tolls = {};  ///< under every reading; empty where they were left out
};

/// The run in the place `index`, from 0, which gives it its letter.
GRANARY_API ComparedRun compared_run(std::string argument, std::size_t index, Scenario scenario,
                                     const Trajectory<double>& run);

/// A measure of the run as it is told to a reader: not a number for the toll of an untested run.
inline double told_of(const RunMeasure& measure, const ComparedRun& run) {
    return told(measure.name, measure.of(run.years), run.untested.empty());
}

/// Sums over different spans cannot be compared.
inline bool same_span(const ComparedRun& a, const ComparedRun& b) {
    return a.scenario.start == b.scenario.start && a.scenario.end == b.scenario.end;
}

/// The reading of the record that each is run under.
GRANARY_API std::vector<std::string_view> readings_of(std::span<const ComparedRun> runs);

/// The run that one of `runs` is held against in words: the first under its reading of the record,
/// else the first of all. None for that run itself, for one over another span, and for the same
/// scenario under another reading.
GRANARY_API const ComparedRun* held_against(std::span<const ComparedRun> runs,
                                            const ComparedRun& run);

/// What `second` changes against `first`, in a sentence with the range over readings. Deaths are
/// compared of runs that are both tested, and under one reading alone.
GRANARY_API std::string finding_of(const ComparedRun& first, const ComparedRun& second);

/// The lines of the comparison: what it shows of `run_measures`, in its order.
GRANARY_API std::vector<RunMeasure> compared_measures();

/// What each run comes to, and its difference from the first. At least one run.
GRANARY_API TextTable outcome_table(std::span<const ComparedRun> runs);

}  // namespace granary

#pragma once
/// The scenarios that `granary compare` lays side by side.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "granary/analysis/compare.hpp"
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
};

/// The run in the place `index`, from 0, which gives it its letter.
GRANARY_API ComparedRun compared_run(std::string argument, std::size_t index, Scenario scenario,
                                     const Trajectory<double>& run);

/// Sums over different spans cannot be compared.
inline bool same_span(const ComparedRun& a, const ComparedRun& b) {
    return a.scenario.start == b.scenario.start && a.scenario.end == b.scenario.end;
}

/// What `second` changes against `first`, in one sentence.
GRANARY_API std::string finding_of(const ComparedRun& first, const ComparedRun& second);

/// A line of the comparison: a number that a whole run comes to.
struct OutcomeRow {
    std::string_view name, unit, label;
    int decimals;
    double (*value)(const Outcome&);
    /// Where it is one year's figure: the name of that year, and which it is.
    std::string_view year_name = {};
    std::optional<Extreme> Outcome::*extreme = nullptr;
};

/// The lines in their order.
GRANARY_API std::span<const OutcomeRow> outcome_rows();

/// What each run comes to, and its difference from the first. At least one run.
GRANARY_API TextTable outcome_table(std::span<const ComparedRun> runs);

}  // namespace granary

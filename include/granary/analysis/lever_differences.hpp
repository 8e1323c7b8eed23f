#pragma once
/// What a change of levers amounts to: when two scenarios differ, and by how much in each year.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/scenario/scenario.hpp"

namespace granary {

/// A schedule's mean between two instants, in the lever's unit.
GRANARY_API double mean_of(const Schedule& schedule, const Instant& from, const Instant& to,
                           const Constants<double>& constants);

/// A lever in a calendar year, or the part of it that is run: its mean before and after the change.
struct YearOfLever {
    int year;
    double before, after;
    bool changed;  ///< at any time of the year
};

/// Where a lever of a scenario takes another course than its parent's.
struct LeverDifference {
    std::size_t lever;             ///< row of the lever table
    std::string region;            ///< empty: the nation
    Instant from;                  ///< the first time at which the two differ
    std::optional<Instant> until;  ///< the last; nothing: to the end of the run
    std::vector<YearOfLever> years;
};

/// Each lever that differs, in the order of the table: the nation's, and where regions have a
/// schedule of their own, each of theirs beside the parent's region of that name, or its nation.
GRANARY_API std::vector<LeverDifference> lever_differences(const Scenario& parent,
                                                           const Scenario& scenario);

}  // namespace granary

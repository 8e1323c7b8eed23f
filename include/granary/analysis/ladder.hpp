#pragma once
/// The ladder of reports: what each level of the hierarchy passes on of the harvest below it.

#include <optional>
#include <string>
#include <vector>

#include "granary/analysis/periods.hpp"
#include "granary/foundation/api.hpp"

namespace granary {

/// What the levels say of a calendar year's harvest at its end, in Mt: `claims_mt.back()` is the
/// published claim of that year.
struct Ladder {
    int year;
    bool whole_year;  ///< not only a part of it was run
    double harvest_mt;
    std::vector<double> claims_mt;  ///< by level 1 to L
};

/// The ladder at the end of `year`, or of the part of it that was run. Throws NotFound.
GRANARY_API Ladder ladder(const Trajectory<double>& run, int year);

/// The year whose claim exceeds its harvest most (the first run where none does).
GRANARY_API int peak_year(const Trajectory<double>& run);

/// What the levels are called: team, commune, county, province where there are four, as in the
/// model's description; else by number.
GRANARY_API std::vector<std::string> level_names(std::size_t levels);

}  // namespace granary

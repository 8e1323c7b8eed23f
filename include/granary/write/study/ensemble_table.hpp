#pragma once
/// The table of an ensemble as CSV, and what a row of it holds, for other forms of the same table.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/study/ensemble.hpp"
#include "granary/write/csv.hpp"

namespace granary {

/// The shares of members below the quantiles that are shown.
inline constexpr std::array shown_quantiles{0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99};

/// A value and how many lie above it.
struct ChanceAbove {
    double value;        ///< in the measure's unit
    std::string source;  ///< where the value is from
    double chance;       ///< members above it over members with a value; NaN where there are none,
                         ///< or where the value lies among the untested
};

/// What is shown of a measure: in its unit, the variance in the unit's square. Not a number where
/// too few members have a value, and where a toll would rest on members that lie outside of what
/// the equations were made for: they are taken for those of the most dead.
struct EnsembleRow {
    std::uint64_t members = 0;  ///< those with a value
    double mean, variance, least, greatest;
    std::array<double, shown_quantiles.size()> quantiles;  ///< see `quantile`
    std::vector<ChanceAbove> above;                        ///< in the order of the thresholds
    /// Of a toll's members, the share that `causes_untested` leaves in; 1 of what is no toll.
    double tested = 1;
};

/// The row of a measure by its place among the measures.
GRANARY_API EnsembleRow ensemble_row(const Summarised& what, const Summary& summary,
                                     std::size_t measure);

/// Adds a header and a row for each measure: figure, unit, year ("all" of a whole run), members,
/// mean, variance, least, q01 to q99, greatest, then threshold_1, source_1, chance_above_1 and so
/// on, for as many thresholds as a measure has at most, then "from" and "to", between which it was
/// run: a part of a year is not taken for the year. Last "tested": of a toll, the share of members
/// inside what the equations were made for; empty of the rest. Shortest round-trip form, undefined
/// empty.
/// With several regions "region" comes before it, as in the table of years.
GRANARY_API void add_ensemble_table(const Ensemble& ensemble, Csv& csv);

}  // namespace granary

#pragma once
/// The table of a run's figures as CSV: a row for each year or month, the columns of
/// `figure_columns` in their order.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "granary/analysis/periods.hpp"
#include "granary/foundation/api.hpp"
#include "granary/write/csv.hpp"

namespace granary {

/// What the columns' units mean, to stand beside a table.
inline constexpr std::string_view units_note =
    "Mt of original grain; kg of trade grain a head and year; million people; rates per "
    "1000 people and year; flows of the period, stocks, belief and indices at its end";

/// "true" or "false".
GRANARY_API std::string_view truth(bool is_true);

/// The figures in shortest round-trip form, undefined ones empty, in the order of the columns.
GRANARY_API std::vector<std::string> figure_cells(const Figures<double>& figures);

/// The names of the columns that come before the figures, followed by the figures', by "from" and
/// "to", between which the period was run (a part of a year is not taken for the year), and by
/// "reading", the reading of the record that the run is of, and "tested", whether it bears a toll.
GRANARY_API std::vector<std::string> header_cells(std::span<const std::string_view> leading);

/// Adds header and rows. The first column is "year" or "month"; with several regions "region"
/// comes before it, the regions in their order and the nation last. The last columns are
/// those of `header_cells`.
GRANARY_API void add_year_table(const Trajectory<double>& run, Every every, bool tested, Csv& csv);

}  // namespace granary

#pragma once
/// A run's figures as JSON: the numbers of the CSV table, each row with the names of its columns.

#include "granary/analysis/periods.hpp"
#include "granary/foundation/api.hpp"
#include "granary/write/json.hpp"

namespace granary {

/// Name, unit and meaning of every figure, in the order of the columns.
GRANARY_API JsonArray figure_columns_json();

/// The figures under their names; undefined ones are null.
GRANARY_API void add_figures(const Figures<double>& figures, JsonObject& row);

/// A row for each year or month, from where to where it was run; the regions in their order, and
/// last the whole country, whose "region" is null. A country of one region has no rows for it.
GRANARY_API JsonArray year_rows_json(const Trajectory<double>& run, Every every);

}  // namespace granary

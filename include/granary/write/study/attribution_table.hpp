#pragma once
/// What a scenario is attributed to, as tables: for a terminal and as CSV.

#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/study/attribution.hpp"
#include "granary/write/csv.hpp"
#include "granary/write/text.hpp"

namespace granary {

/// The nine drivers with their levers, references and why these.
GRANARY_API TextTable driver_table();

/// For ration, harvest and deaths a table with a row for each driver: its Shapley value in each
/// year and over all, and beside it what the driver does alone from both ends. Then rural and urban
/// deaths, and the pairs that act on each other most where interactions were asked for.
GRANARY_API std::vector<TitledTable> attribution_tables(const Attribution& attribution);

/// Adds a header and, for each period, a row for each driver, then "whole" and "reference_change",
/// each with "from" and "to", between which the period was run. Interactions follow as rows of two
/// drivers, the second in the last column, "with".
GRANARY_API void add_attribution(const Attribution& attribution, Csv& csv);

}  // namespace granary

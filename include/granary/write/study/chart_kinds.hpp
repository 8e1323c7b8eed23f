#pragma once
/// Every kind of chart: those of runs, and those of a scenario run many times.

#include <span>

#include "granary/foundation/api.hpp"
#include "granary/write/charts.hpp"

namespace granary {

/// The kinds of `chart_kinds`; after them waterfall (waterfall.hpp) and sweep (sweep_chart.hpp).
GRANARY_API std::span<const ChartKind> all_chart_kinds();

}  // namespace granary

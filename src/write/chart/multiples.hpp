#pragma once
/// The ration of each scenario in a panel of its own.

#include "write/chart/parts.hpp"

namespace granary::chart {

/// Runs together.
Plots multiples_plots(Runs runs, const ChartOptions& options, Sources& sources);
/// What stands below.
Notes multiples_notes(Runs runs, const ChartOptions& options, const Sources& sources);

}  // namespace granary::chart

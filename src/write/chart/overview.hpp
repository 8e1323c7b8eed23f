#pragma once
/// Six panels: the chain from the claim to the dead.

#include "write/chart/parts.hpp"

namespace granary::chart {

/// Runs together.
Plots overview_plots(Runs runs, const ChartOptions& options, Sources& sources);
/// What stands below.
Notes overview_notes(Runs runs, const ChartOptions& options, const Sources& sources);

}  // namespace granary::chart

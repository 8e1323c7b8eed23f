#pragma once
/// Where the grain of each year went.

#include "write/chart/parts.hpp"

namespace granary::chart {

/// One run. `sources` gains what of the record is shown.
Plot flows_plot(const ChartRun& run, const ChartOptions& options, Sources& sources);
/// What stands below.
Notes flows_notes(Runs runs, const ChartOptions& options, const Sources& sources);

}  // namespace granary::chart

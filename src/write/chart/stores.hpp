#pragma once
/// What the state's and the villages' stores held.

#include "write/chart/parts.hpp"

namespace granary::chart {

/// One run. `sources` gains what of the record is shown.
Plot stores_plot(const ChartRun& run, const ChartOptions& options, Sources& sources);
/// What stands below.
Notes stores_notes(Runs runs, const ChartOptions& options, const Sources& sources);

}  // namespace granary::chart

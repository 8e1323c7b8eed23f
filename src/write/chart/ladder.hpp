#pragma once
/// Exaggeration level by level, from the fields to the centre.

#include "write/chart/parts.hpp"

namespace granary::chart {

/// One run. `sources` gains what of the record is shown.
Plot ladder_plot(const ChartRun& run, const ChartOptions& options, Sources& sources);
/// Runs together.
Plots ladder_plots(Runs runs, const ChartOptions& options, Sources& sources);
/// What stands below.
Notes ladder_notes(Runs runs, const ChartOptions& options, const Sources& sources);

}  // namespace granary::chart

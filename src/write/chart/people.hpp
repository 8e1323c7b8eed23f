#pragma once
/// Deaths and births beside the record.

#include "write/chart/parts.hpp"

namespace granary::chart {

/// Runs on common axes, each a line.
Plot deaths_plot(Runs runs, const ChartOptions& options, Sources& sources);
Plot births_plot(Runs runs, const ChartOptions& options, Sources& sources);
/// Runs together.
Plots people_plots(Runs runs, const ChartOptions& options, Sources& sources);
/// What stands below.
Notes people_notes(Runs runs, const ChartOptions& options, const Sources& sources);

}  // namespace granary::chart

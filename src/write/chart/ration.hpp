#pragma once
/// What villagers were served, beside the record and beside what they needed.

#include "write/chart/parts.hpp"

namespace granary::chart {

/// One run, with its months. `sources` gains what of the record is shown.
Plot ration_months_plot(const ChartRun& run, const ChartOptions& options, Sources& sources);
/// The same with months or without.
Plot ration_plot(const ChartRun& run, const ChartOptions& options, bool months, Sources& sources);
/// Runs together.
Plots ration_plots(Runs runs, const ChartOptions& options, Sources& sources);
/// What stands below.
Notes ration_notes(Runs runs, const ChartOptions& options, const Sources& sources);

}  // namespace granary::chart

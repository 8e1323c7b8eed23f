#pragma once
/// What was harvested, claimed and believed.

#include "write/chart/parts.hpp"

namespace granary::chart {

/// One run. `sources` gains what of the record is shown.
Plot harvest_plot(const ChartRun& run, const ChartOptions& options, Sources& sources);
/// What stands below.
Notes harvest_notes(Runs runs, const ChartOptions& options, const Sources& sources);

}  // namespace granary::chart

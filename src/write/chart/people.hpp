#pragma once
/// Deaths and births beside the record.

#include "write/chart/parts.hpp"

namespace granary::chart {

/// Runs on common axes, each a line.
/// Those of a run outside of what the equations were made for are hatched.
Plot modelled_deaths_plot(Runs runs, const ChartOptions& options);
/// The same with what was registered and what authors made of it.
Plot deaths_plot(Runs runs, const ChartOptions& options, Sources& sources);
Plot births_plot(Runs runs, const ChartOptions& options, Sources& sources);
/// Runs together.
Plots people_plots(Runs runs, const ChartOptions& options, Sources& sources);
/// What stands below.
Notes people_notes(Runs runs, const ChartOptions& options, const Sources& sources);

}  // namespace granary::chart

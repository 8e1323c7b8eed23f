#pragma once
/// The kinds of charts of runs, a row each. A kind goes from runs to marks in a file of its name.

#include <span>
#include <string>
#include <string_view>

#include "granary/analysis/headlines.hpp"
#include "granary/write/charts.hpp"
#include "write/chart/parts.hpp"

namespace granary::chart {

/// A kind of chart of runs: all that is known of it stands in its row. `options.year` is a year.
struct RunChart {
    ChartKind kind;
    /// What the runs show, about the ladder at the end of a year.
    std::string (*headline)(std::span<const TitledRun>, int year);
    std::string_view subtitle;  ///< after the scenarios' titles
    /// One run alone; null where the kind always draws its runs together.
    Plot (*one)(const ChartRun&, const ChartOptions&, Sources&);
    /// Runs on common axes; null where each has a panel of its own.
    Plots (*together)(Runs, const ChartOptions&, Sources&);
    Notes (*notes)(Runs, const ChartOptions&, const Sources&);
    std::size_t most_columns = 3;  ///< of its panels
};

/// In the order in which they are listed.
std::span<const RunChart> run_charts();

/// Throws NotFound, with the nearest name.
const RunChart& run_chart(std::string_view name);

}  // namespace granary::chart

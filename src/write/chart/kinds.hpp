#pragma once
/// The kinds of charts of runs, a row each, and what their rows are made of: from runs to marks.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "granary/analysis/headlines.hpp"
#include "granary/write/charts.hpp"
#include "write/chart/page.hpp"

namespace granary::chart {

using Runs = std::span<const ChartRun>;

/// What of the record is shown, a sentence each.
struct Sources {
    std::vector<std::string> sentences;
    void add(std::string_view what, const std::string& from);
    std::string text() const;
};

using Plots = std::vector<Plot>;
using Notes = std::vector<std::string>;

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

/// Plots of one run, of which some pages hold several. `sources` gains what they show.
Plot ration_months_plot(const ChartRun& run, const ChartOptions& options, Sources& sources);
Plot ration_plot(const ChartRun& run, const ChartOptions& options, bool months, Sources& sources);
Plot harvest_plot(const ChartRun& run, const ChartOptions& options, Sources& sources);
Plot flows_plot(const ChartRun& run, const ChartOptions& options, Sources& sources);
Plot stores_plot(const ChartRun& run, const ChartOptions& options, Sources& sources);
Plot deaths_plot(Runs runs, const ChartOptions& options, Sources& sources);
Plot births_plot(Runs runs, const ChartOptions& options, Sources& sources);
Plot ladder_plot(const ChartRun& run, const ChartOptions& options, Sources& sources);

/// Plots of runs together.
Plots overview_plots(Runs runs, const ChartOptions& options, Sources& sources);
Plots ration_plots(Runs runs, const ChartOptions& options, Sources& sources);
Plots people_plots(Runs runs, const ChartOptions& options, Sources& sources);
Plots ladder_plots(Runs runs, const ChartOptions& options, Sources& sources);
Plots multiples_plots(Runs runs, const ChartOptions& options, Sources& sources);

/// What stands below the panels of a kind.
Notes overview_notes(Runs runs, const ChartOptions& options, const Sources& sources);
Notes ration_notes(Runs runs, const ChartOptions& options, const Sources& sources);
Notes harvest_notes(Runs runs, const ChartOptions& options, const Sources& sources);
Notes flows_notes(Runs runs, const ChartOptions& options, const Sources& sources);
Notes stores_notes(Runs runs, const ChartOptions& options, const Sources& sources);
Notes people_notes(Runs runs, const ChartOptions& options, const Sources& sources);
Notes ladder_notes(Runs runs, const ChartOptions& options, const Sources& sources);
Notes multiples_notes(Runs runs, const ChartOptions& options, const Sources& sources);

/// One figure of several runs: a line for each through the middles of its years.
Plot figure_plot(Runs runs, const ChartOptions& options, double Figures<double>::*figure,
                 const std::string& unit);

/// The excess deaths of the runs and, never apart from them, the published range.
std::string deaths_note(Runs runs);

}  // namespace granary::chart

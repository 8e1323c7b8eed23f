#pragma once
/// Each kind of chart: from runs to marks.

#include <span>
#include <string>
#include <vector>

#include "granary/analysis/headlines.hpp"
#include "granary/write/charts.hpp"
#include "write/chart/page.hpp"

namespace granary::chart {

using Runs = std::span<const ChartRun>;

Page overview_page(Runs runs, const ChartOptions& options);
Page ration_page(Runs runs, const ChartOptions& options);
Page harvest_page(Runs runs, const ChartOptions& options);
Page flows_page(Runs runs, const ChartOptions& options);
Page stores_page(Runs runs, const ChartOptions& options);
Page people_page(Runs runs, const ChartOptions& options);
Page ladder_page(Runs runs, const ChartOptions& options);
Page multiples_page(Runs runs, const ChartOptions& options);

/// The plots of one run, of which some pages hold several. `sources` gains a sentence for what of
/// the record is shown.
struct Sources {
    std::vector<std::string> sentences;
    void add(std::string_view what, const std::string& from);
    std::string text() const;
};

Plot ration_plot(const ChartRun& run, const ChartOptions& options, bool months, Sources& sources);
Plot harvest_plot(const ChartRun& run, const ChartOptions& options, Sources& sources);
Plot flows_plot(const ChartRun& run, const ChartOptions& options);
Plot stores_plot(const ChartRun& run, const ChartOptions& options, Sources& sources);
Plot deaths_plot(Runs runs, const ChartOptions& options, Sources& sources);
Plot births_plot(Runs runs, const ChartOptions& options, Sources& sources);
Plot ladder_plot(const ChartRun& run, int year);

/// One figure of several runs: a line for each through the middles of its years.
Plot figure_plot(Runs runs, const ChartOptions& options, double Figures<double>::*figure,
                 const std::string& unit);

/// The excess deaths of the runs and, never apart from them, the published range.
std::string deaths_note(Runs runs);

}  // namespace granary::chart

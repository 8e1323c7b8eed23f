#pragma once
/// What the kinds of charts have in common.

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "granary/analysis/headlines.hpp"
#include "granary/write/charts.hpp"
#include "granary/write/title.hpp"
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

inline std::string title_of(const ChartRun& run) {
    return granary::title_of(run.scenario);
}
/// Whether deaths of the run are told.
bool is_tested(const ChartRun& run);

std::vector<TitledRun> titled(Runs runs);

/// "Historical", "Historical and Honest reporting", "Historical and 3 others", with what was set.
std::string who(Runs runs, const ChartOptions& options);

/// The words with what was set behind them in parentheses.
std::string with_settings(std::string words, const std::vector<std::string>& settings);

/// "excess deaths, million"; a pure number has no unit.
std::string with_unit(std::string words, std::string_view unit);

/// The axis of all years run, with the events on it.
Plot time_plot(Runs runs, const ChartOptions& options, std::string unit);

/// A value of each calendar year, in the middle of what was run of it.
SvgPoints by_year(const Trajectory<double>& run, double Figures<double>::*figure);
/// The same as steps from the beginning to the end of each year.
SvgPoints year_steps(const Trajectory<double>& run, const std::function<double(int)>& value);
/// A value of each month, in its middle.
SvgPoints by_month(const Trajectory<double>& run, double Figures<double>::*figure);
/// A stock at each recorded instant.
SvgPoints at_instants(const Trajectory<double>& run,
                      const std::function<double(std::size_t)>& value);

/// One figure of several runs: a line for each through the middles of its years.
Plot figure_plot(Runs runs, const ChartOptions& options, double Figures<double>::*figure,
                 const std::string& unit);

/// The excess deaths of the runs and, never apart from them, the published range.
std::string deaths_note(Runs runs);
/// Says what hatched deaths are, where any run has them.
void add_hatched_note(Notes& notes, Runs runs);

/// "1957 205, 1958 201, ...".
std::string values_in_words(const Trajectory<double>& run, double Figures<double>::*figure,
                            int decimals);

/// The model, the scenarios' files, the events: what stands below every chart.
std::vector<std::string> common_notes(Runs runs, const ChartOptions& options, bool letters);

/// The model and the scenarios' files alone.
std::string model_note(const std::vector<std::string>& names);

/// Where the dots come from, if there are any.
void add_sources(Notes& notes, const Sources& sources);

/// Gives the events letters for labels, as small panels need.
void letter_events(Plot& plot);

/// A panel for each run, with one vertical scale.
void share_scale(std::vector<Plot>& plots);

/// The columns of a grid of so many panels.
std::size_t columns_for(std::size_t panels);

}  // namespace granary::chart

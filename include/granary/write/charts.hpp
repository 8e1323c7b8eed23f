#pragma once
/// Charts of runs as SVG: one picture for each kind, readable at half a page in print, in
/// greyscale, and from the last row. The same runs give the same bytes.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/foundation/calendar.hpp"
#include "granary/record/history.hpp"
#include "granary/scenario/scenario.hpp"
#include "granary/state/trajectory.hpp"

namespace granary {

/// What a chart shows; `chart_kinds` says more.
enum class ChartKind { overview, ration, harvest, flows, stores, people, ladder, multiples };

/// A kind by the name that the command line uses, and what it shows.
struct ChartKindInfo {
    ChartKind kind;
    std::string_view name, meaning;
};

/// All kinds in the order above.
GRANARY_API std::span<const ChartKindInfo> chart_kinds();

/// A run and the scenario it is a run of.
struct ChartRun {
    Scenario scenario;
    Trajectory<double> run;
};

/// An event on the time axis by a short label, and under the chart by its title.
struct ChartEvent {
    Instant at;
    std::string label, title;
};

/// The turning points among the record's events, under labels short enough for an axis. Those that
/// the record does not hold are left out.
GRANARY_API std::vector<ChartEvent> turning_points(std::span<const Event> events);

/// What a chart shows beside the runs.
struct ChartOptions {
    int year = 0;  ///< of the ladder; 0: the year of the largest claim over harvest
    std::vector<std::string> settings;  ///< what was set beside the scenarios, for the subtitle
    std::vector<ChartEvent> events = turning_points(history().events());
};

/// The picture of at least one run. Lines of several runs are drawn together, other marks in a
/// panel for each. Throws NotFound where `year` was not run.
GRANARY_API std::string chart_svg(ChartKind kind, std::span<const ChartRun> runs,
                                  const ChartOptions& options = {});

}  // namespace granary

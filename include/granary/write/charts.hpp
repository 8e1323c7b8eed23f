#pragma once
/// Charts of runs as SVG: one picture for each kind, readable at half a page in print, in
/// greyscale, and from the last row. The same runs give the same bytes.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "granary/analysis/tolls.hpp"
#include "granary/foundation/api.hpp"
#include "granary/foundation/calendar.hpp"
#include "granary/record/history.hpp"
#include "granary/scenario/scenario.hpp"
#include "granary/state/trajectory.hpp"
#include "granary/write/safe_text.hpp"

namespace granary {

/// What a chart is drawn from: runs as they are, or many runs of one scenario.
enum class ChartSubject { runs, attribution, sweep };

/// A kind of chart, and how much may be asked of it.
struct ChartKind {
    static constexpr std::size_t any = static_cast<std::size_t>(-1);

    std::string_view name, meaning;
    ChartSubject subject;
    std::size_t most_runs;            ///< scenarios in one picture
    std::size_t most_runs_of_a_year;  ///< of which a year may be asked for; 0: it shows all years
    std::size_t most_figures;         ///< that may be chosen; 0: it has its own
};

/// The kinds that `chart_svg` draws; study/chart_kinds.hpp has those of many runs too.
GRANARY_API std::span<const ChartKind> chart_kinds();

/// A run and the scenario it is a run of.
struct ChartRun {
    Scenario scenario;
    Trajectory<double> run;
    std::vector<Toll> tolls = {};  ///< under every reading, to be told beside its own deaths
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

/// The picture of at least one run, of the kind of that name. Lines of several runs are drawn
/// together, other marks in a panel for each. Throws NotFound where there is no such kind or `year`
/// was not run.
GRANARY_API SvgText chart_svg(std::string_view kind, std::span<const ChartRun> runs,
                              const ChartOptions& options = {});

}  // namespace granary

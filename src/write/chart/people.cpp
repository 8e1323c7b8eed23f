#include "write/chart/people.hpp"

#include <fmt/format.h>

#include "granary/run.hpp"
#include "write/chart/record_marks.hpp"

namespace granary::chart {
namespace {

using F = Figures<double>;

Plot rate_plot(Runs runs, const ChartOptions& options, double F::*figure, const char* unit) {
    Plot plot = figure_plot(runs, options, figure, unit);
    plot.y.include(0);
    return plot;
}

}  // namespace

Plot deaths_plot(Runs runs, const ChartOptions& options, Sources& sources) {
    Plot plot =
        rate_plot(runs, options, &F::crude_death_rate_per_1000, "Deaths per 1000 people and year");
    sources.add("registered deaths", add_record(plot, deaths_record));
    sources.add("corrected deaths", add_disputed(plot, corrected_deaths));
    return plot;
}

Plot births_plot(Runs runs, const ChartOptions& options, Sources& sources) {
    Plot plot =
        rate_plot(runs, options, &F::crude_birth_rate_per_1000, "Births per 1000 people and year");
    sources.add("registered births", add_record(plot, births_record));
    sources.add("corrected births", add_disputed(plot, corrected_births));
    return plot;
}

Plots people_plots(Runs runs, const ChartOptions& options, Sources& sources) {
    Plots plots{deaths_plot(runs, options, sources), births_plot(runs, options, sources)};
    plots[0].title = "Deaths";
    plots[1].title = "Births";
    return plots;
}

Notes people_notes(Runs runs, const ChartOptions&, const Sources& sources) {
    return {deaths_note(runs),
            fmt::format("Filled dots: registered, with many deaths missing; hollow: corrected by "
                        "authors for what was not registered; a bar joins their range. "
                        "Sources: {}.",
                        sources.text())};
}

}  // namespace granary::chart

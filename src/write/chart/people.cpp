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

/// From its line down to none, where a run is outside of what the equations were made for.
void hatch_untested(Plot& plot, Runs runs, double F::*figure) {
    for (const auto& run : runs) {
        if (is_tested(run)) continue;
        const auto line = by_year(run.run, figure);
        SvgPoints ground;
        for (const auto& point : line) ground.emplace_back(point.first, 0.0);
        plot.areas.push_back({line, ground, {"#ffffff", 0.5, Hatch::rising, pale}});
    }
}

}  // namespace

Plot modelled_deaths_plot(Runs runs, const ChartOptions& options) {
    const auto figure = &F::crude_death_rate_per_1000;
    Plot plot = rate_plot(runs, options, figure, "Deaths per 1000 people and year");
    hatch_untested(plot, runs, figure);
    return plot;
}

Plot deaths_plot(Runs runs, const ChartOptions& options, Sources& sources) {
    Plot plot = modelled_deaths_plot(runs, options);
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
    Notes notes{deaths_note(runs)};
    add_hatched_note(notes, runs);
    notes.push_back(fmt::format(
        "Filled dots: registered, with many deaths missing; hollow: corrected by authors for what "
        "was not registered; a bar joins their range. Sources: {}.",
        sources.text()));
    return notes;
}

}  // namespace granary::chart

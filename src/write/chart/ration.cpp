#include "write/chart/ration.hpp"

#include <fmt/format.h>

#include "granary/analysis/need.hpp"
#include "granary/run.hpp"
#include "write/chart/record_marks.hpp"

namespace granary::chart {
namespace {

using F = Figures<double>;

constexpr const char* unit = "Grain served in villages, kg of trade grain a head and year";

}  // namespace

Plot ration_plot(const ChartRun& run, const ChartOptions& options, bool months, Sources& sources) {
    Plot plot = time_plot({&run, 1}, options, unit);
    if (months)
        plot.lines.push_back({by_month(run.run, &F::rural_ration_kg), {sky}, 1.6, "by month"});
    const auto need = [&](int year) { return rural_need_kg(run.scenario, run.run, year); };
    plot.lines.push_back({year_steps(run.run, need), {vermilion, "7 4"}, 2.2, "needed"});
    const auto served = [&](int year) { return run.run.annual(year).rural_ration_kg; };
    plot.lines.push_back({year_steps(run.run, served), {blue}, 3.2, "yearly mean"});
    sources.add("ration", add_record(plot, ration_record));
    plot.words =
        fmt::format("Served by year, in kg: {}.", values_in_words(run.run, &F::rural_ration_kg, 0));
    return plot;
}

Plot ration_months_plot(const ChartRun& run, const ChartOptions& options, Sources& sources) {
    return ration_plot(run, options, true, sources);
}

Plots ration_plots(Runs runs, const ChartOptions& options, Sources& sources) {
    Plots plots{figure_plot(runs, options, &F::rural_ration_kg, unit)};
    sources.add("ration", add_record(plots.front(), ration_record));
    return plots;
}

Notes ration_notes(Runs runs, const ChartOptions&, const Sources& sources) {
    Notes notes;
    if (runs.size() == 1)
        notes.emplace_back(
            "Needed: grain that would cover the energy a villager needs, with what private plots "
            "give; more where labour is mobilised. By month: as a yearly rate.");
    add_sources(notes, sources);
    return notes;
}

}  // namespace granary::chart

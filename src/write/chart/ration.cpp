/// What villagers were served, beside the record and beside what they needed.

#include <fmt/format.h>

#include "granary/analysis/need.hpp"
#include "granary/run.hpp"
#include "write/chart/parts.hpp"
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

Page ration_page(Runs runs, const ChartOptions& options) {
    Page page;
    Sources sources;
    page.title = ration_headline(titled(runs));
    page.subtitle = who(runs, options) + ": the rural ration beside the record";
    if (runs.size() == 1) {
        page.plots.push_back(ration_plot(runs.front(), options, true, sources));
        page.notes.emplace_back(
            "Needed: grain that would cover the energy a villager needs, with what private plots "
            "give; more where labour is mobilised. By month: as a yearly rate.");
    } else {
        page.plots.push_back(figure_plot(runs, options, &F::rural_ration_kg, unit));
        sources.add("ration", add_record(page.plots.front(), ration_record));
    }
    if (!sources.sentences.empty())
        page.notes.push_back(fmt::format("{} Sources: {}.", dots_note, sources.text()));
    return page;
}

}  // namespace granary::chart

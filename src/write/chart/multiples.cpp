#include "write/chart/multiples.hpp"

#include <fmt/format.h>

#include "granary/write/number.hpp"
#include "write/chart/record_marks.hpp"

namespace granary::chart {
namespace {

using F = Figures<double>;

std::string lowest_text(const Outcome& sum) {
    if (!sum.lowest_ration_kg) return "kg of trade grain a head and year";
    return fmt::format("lowest {} kg in {}", fixed(sum.lowest_ration_kg->value, 0),
                       sum.lowest_ration_kg->when());
}

Plot multiple(const ChartRun& run, const ChartRun& first, const ChartOptions& options) {
    const auto sum = outcome(run.run);
    Plot plot = time_plot({&run, 1}, options, "");
    plot.title = title_of(run);
    plot.unit = fmt::format("{}\n{} million excess deaths", lowest_text(sum),
                            fixed(std::max(sum.excess_deaths_million, 0.0), 1));
    if (&run != &first)
        plot.lines.push_back({by_year(first.run, &F::rural_ration_kg), {pale, "4 3"}, 2});
    plot.lines.push_back(
        {by_year(run.run, &F::rural_ration_kg), {blue, "", Marker::circle}, 3, "", true});
    plot.words = values_in_words(run.run, &F::rural_ration_kg, 0) + ".";
    return plot;
}

}  // namespace

Plots multiples_plots(Runs runs, const ChartOptions& options, Sources& sources) {
    Plots plots;
    for (const auto& run : runs) plots.push_back(multiple(run, runs.front(), options));
    sources.add("ration", add_record(plots.front(), ration_record));
    if (runs.size() > 1) share_scale(plots);
    return plots;
}

Notes multiples_notes(Runs runs, const ChartOptions&, const Sources& sources) {
    Notes notes;
    if (runs.size() > 1)
        notes.push_back(fmt::format("Dashed in every panel: {}.", title_of(runs.front())));
    add_sources(notes, sources);
    notes.push_back(deaths_note(runs));
    return notes;
}

}  // namespace granary::chart

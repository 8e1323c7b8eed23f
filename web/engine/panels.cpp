#include "engine/panels.hpp"

#include <fmt/format.h>

#include "granary/foundation/error.hpp"
#include "write/chart/kinds.hpp"
#include "write/chart/parts.hpp"
#include "write/chart/people.hpp"

namespace granary::web {
namespace {

using chart::Plot;

/// The ration of each year on a scale wide enough for any guess.
Plot guess_plot(chart::Runs runs) {
    constexpr double highest_guess_kg = 320;
    Plot plot = chart::figure_plot(runs, {}, &Figures<double>::rural_ration_kg,
                                   "Grain served in villages, kg of trade grain a head and year");
    plot.y.include(0);
    plot.y.include(highest_guess_kg);
    return plot;
}

/// A picture for each run, as charts of this kind draw one alone.
std::vector<Plot> plots_apart(std::string_view kind, chart::Runs runs, int year) {
    const auto& chart = chart::run_chart(kind);
    if (chart.one == nullptr) throw NotFound(fmt::format("no picture \"{}\" of one run", kind));
    ChartOptions options;
    options.year = year;
    chart::Sources sources;
    std::vector<Plot> plots;
    for (const auto& run : runs) {
        plots.push_back(chart.one(run, options, sources));
        if (runs.size() > 1) plots.back().title = chart::title_of(run);
    }
    chart::share_scale(plots);
    return plots;
}

std::vector<Plot> plots_of(std::string_view kind, Worlds worlds, int year) {
    std::vector<ChartRun> runs;
    for (const auto& world : worlds) runs.push_back(world->result);
    chart::Sources sources;
    if (kind == "deaths") return {chart::deaths_plot(runs, {}, sources)};
    if (kind == "births") return {chart::births_plot(runs, {}, sources)};
    if (kind == "guess") return {guess_plot(runs)};
    return plots_apart(kind, runs, year);
}

/// Narrow panels name events by letter, as several panels on one page do.
PanelPicture drawn(Plot plot, const PanelSize& size) {
    constexpr double narrow = 40, margin = 4;
    const bool small = size.width < narrow * size.text;
    if (small) chart::letter_events(plot);
    include_all(plot);
    Svg svg(size.width, size.height, plot.unit, plot.words);
    const auto at = chart::draw(
        svg, plot, {margin, margin, size.width - margin, size.height - margin}, {size.text, small});
    return {svg.finish().text(), at};
}

}  // namespace

std::vector<PanelPicture> panels(std::string_view kind, Worlds worlds, int year,
                                 const PanelSize& size) {
    std::vector<PanelPicture> pictures;
    for (auto& plot : plots_of(kind, worlds, ladder_year(worlds, year)))
        pictures.push_back(drawn(plot, size));
    return pictures;
}

}  // namespace granary::web

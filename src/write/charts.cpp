#include "granary/write/charts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "granary/analysis/ladder.hpp"
#include "granary/foundation/error.hpp"
#include "write/chart/kinds.hpp"
#include "write/chart/parts.hpp"

namespace granary {
namespace {

using chart::Page;

/// The record's title of an event, and what an axis has room for.
struct ShortLabel {
    std::string_view title, label;
};

constexpr ShortLabel short_labels[] = {
    {"Communes everywhere", "communes"},
    {"375 Mt announced", "375 Mt"},
    {"Lushan", "Lushan"},
    {"250 Mt", "250 Mt"},
    {"Soviet experts withdrawn", "experts leave"},
    {"Readjustment and imports", "imports"},
};

/// A date of the record; a year alone is its beginning.
Instant instant_of_event(const std::string& date) {
    return parse_date(date.size() == 4 ? date + "-01" : date).value_or(Instant{});
}

/// A panel for each run, named after it, with one scale.
chart::Plots side_by_side(const chart::RunChart& row, chart::Runs runs, const ChartOptions& options,
                          chart::Sources& sources) {
    chart::Plots plots;
    for (const auto& run : runs) {
        plots.push_back(row.one(run, options, sources));
        plots.back().title = chart::title_of(run);
    }
    share_scale(plots);
    return plots;
}

chart::Plots plots_of(const chart::RunChart& row, chart::Runs runs, const ChartOptions& options,
                      chart::Sources& sources) {
    if (row.one != nullptr && runs.size() == 1) return {row.one(runs.front(), options, sources)};
    if (row.together != nullptr) return row.together(runs, options, sources);
    return side_by_side(row, runs, options, sources);
}

void arrange(Page& page, std::size_t most_columns) {
    for (auto& plot : page.plots) include_all(plot);
    page.columns = std::min(chart::columns_for(page.plots.size()), most_columns);
    page.panel_height = page.plots.size() == 1 ? 390 : page.columns == 3 ? 215 : 270;
}

Page page_of(const chart::RunChart& row, chart::Runs runs, const ChartOptions& options) {
    Page page;
    chart::Sources sources;
    page.title = row.headline(chart::titled(runs), options.year);
    page.subtitle = fmt::format("{}: {}", chart::who(runs, options), row.subtitle);
    page.plots = plots_of(row, runs, options, sources);
    page.notes = row.notes(runs, options, sources);
    arrange(page, row.most_columns);
    return page;
}

}  // namespace

std::span<const ChartKind> chart_kinds() {
    static const auto kinds = [] {
        std::vector<ChartKind> listed;
        for (const auto& row : chart::run_charts()) listed.push_back(row.kind);
        return listed;
    }();
    return kinds;
}

std::vector<ChartEvent> turning_points(std::span<const Event> events) {
    std::vector<ChartEvent> points;
    for (const auto& event : events)
        for (const auto& known : short_labels)
            if (event.title == known.title)
                points.push_back(
                    {instant_of_event(event.date), std::string(known.label), event.title});
    return points;
}

SvgText chart_svg(std::string_view kind, std::span<const ChartRun> runs,
                  const ChartOptions& options) {
    if (runs.empty()) throw NotFound("no run to draw");
    ChartOptions shown = options;
    if (shown.year == 0) shown.year = peak_year(runs.front().run);
    Page page = page_of(chart::run_chart(kind), runs, shown);
    const bool letters = page.plots.size() > 1;
    const bool dated = std::any_of(page.plots.begin(), page.plots.end(),
                                   [](const auto& plot) { return !plot.events.empty(); });
    if (letters)
        for (auto& plot : page.plots) letter_events(plot);
    if (!dated) shown.events.clear();
    for (auto& note : chart::common_notes(runs, shown, letters))
        page.notes.push_back(std::move(note));
    return svg_of(page);
}

}  // namespace granary

#include "granary/write/charts.hpp"

#include <algorithm>
#include <iterator>

#include "granary/foundation/error.hpp"
#include "write/chart/kinds.hpp"
#include "write/chart/parts.hpp"

namespace granary {
namespace {

using chart::Page;

constexpr ChartKindInfo kinds[] = {
    {ChartKind::overview, "overview", "six panels, from the claim to the dead"},
    {ChartKind::ration, "ration", "the rural ration beside the record"},
    {ChartKind::harvest, "harvest", "grain claimed, believed and harvested"},
    {ChartKind::flows, "flows", "where the grain of each year went"},
    {ChartKind::stores, "stores", "the state's and the villages' stores by month"},
    {ChartKind::people, "people", "deaths and births beside the record"},
    {ChartKind::ladder, "ladder", "exaggeration level by level, from the fields to the centre"},
    {ChartKind::multiples, "multiples", "the ration of each scenario in a panel of its own"},
};

using PageFunction = Page (*)(chart::Runs, const ChartOptions&);

/// In the order of the kinds.
constexpr PageFunction pages[] = {
    chart::overview_page, chart::ration_page, chart::harvest_page, chart::flows_page,
    chart::stores_page,   chart::people_page, chart::ladder_page,  chart::multiples_page,
};
static_assert(std::size(pages) == std::size(kinds));

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

/// Panels that show one run each are named after it and share their scale.
void arrange(Page& page, ChartKind kind, chart::Runs runs) {
    const bool panel_a_run = kind == ChartKind::harvest || kind == ChartKind::flows ||
                             kind == ChartKind::stores || kind == ChartKind::multiples;
    if (panel_a_run && runs.size() > 1) {
        for (std::size_t i = 0; i < runs.size(); ++i)
            page.plots[i].title = chart::title_of(runs[i]);
        share_scale(page.plots);
    }
    for (auto& plot : page.plots) include_all(plot);
    page.columns = chart::columns_for(page.plots.size());
    if (kind == ChartKind::overview || kind == ChartKind::flows)
        page.columns = std::min<std::size_t>(page.columns, 2);
    page.panel_height = page.plots.size() == 1 ? 390 : page.columns == 3 ? 215 : 270;
}

}  // namespace

std::span<const ChartKindInfo> chart_kinds() {
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

std::string chart_svg(ChartKind kind, std::span<const ChartRun> runs, const ChartOptions& options) {
    if (runs.empty()) throw NotFound("no run to draw");
    Page page = pages[static_cast<std::size_t>(kind)](runs, options);
    arrange(page, kind, runs);
    const bool letters = page.plots.size() > 1;
    const bool dated = std::any_of(page.plots.begin(), page.plots.end(),
                                   [](const auto& plot) { return !plot.events.empty(); });
    if (letters)
        for (auto& plot : page.plots) letter_events(plot);
    ChartOptions shown = options;
    if (!dated) shown.events.clear();
    for (auto& note : chart::common_notes(runs, shown, letters))
        page.notes.push_back(std::move(note));
    return svg_of(page);
}

}  // namespace granary

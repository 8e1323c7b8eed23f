#include "engine/figures.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "granary/analysis/finding.hpp"
#include "granary/analysis/grain_uses.hpp"
#include "granary/analysis/headlines.hpp"
#include "granary/analysis/ladder.hpp"
#include "granary/analysis/need.hpp"
#include "granary/document/heading.hpp"
#include "granary/document/json_document.hpp"
#include "granary/document/row_fields.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/record/beside.hpp"
#include "granary/record/published.hpp"
#include "granary/run.hpp"
#include "granary/write/version.hpp"
#include "write/chart/kinds.hpp"

namespace granary::web {
namespace {

/// A list of objects, each with these fields.
template <class Row>
JsonArray objects(const std::vector<Row>& rows, const Fields<Row>& fields) {
    return json_list(rows, [&](const Row& row) { return fields.json(row); });
}

template <class Kind>
auto rows_of() {
    return std::vector(Kind::table.begin(), Kind::table.end());
}

Json shipped_json(const ShippedScenario& shipped) {
    const auto scenario = parse_scenario(shipped.text, shipped.name + ".toml");
    JsonObject json;
    json.add("name", shipped.name).add("title", shipped.title).add("summary", shipped.summary);
    for (const auto& part : story_parts) json.add(part.key, scenario.story.*part.text);
    return json.add("reporting_levels", scenario.reporting_levels)
        .add("exaggeration_per_level", bare(scenario.constants[parameter::exaggeration_per_level]))
        .add("belief_lag_years", bare(scenario.constants[parameter::belief_lag_years]));
}

/// In the order of their titles; those of one title in that of the record.
std::vector<Event> events_by_title() {
    const auto all = history().events();
    std::vector<Event> events(all.begin(), all.end());
    std::stable_sort(events.begin(), events.end(),
                     [](const Event& a, const Event& b) { return a.title < b.title; });
    return events;
}

Json turning_point_json(const ChartEvent& event) {
    return JsonObject().add("date", date_text(event.at)).add("title", event.title);
}

Json estimate_json(const DeathEstimate& estimate) {
    return JsonObject()
        .add("author", estimate.author)
        .add("period", estimate.period)
        .add("low_million", estimate.low_million)
        .add("high_million", estimate.high_million)
        .add("evidence", to_string(estimate.evidence))
        .add("citation", history().source(estimate.source_id).citation)
        .add("note", estimate.note);
}

Json recorded_json(const Beside& beside, int year) {
    const auto observed = beside.recorded(year);
    return observed ? Json(observed->value) : Json();
}

Json year_json(const World& world, const Period& period) {
    const auto& [scenario, run] = world.result;
    JsonObject row;
    row.add("year", period.year);
    static const auto fields = figure_fields();
    row.add_all(fields.json(run.figures(period.from, period.to)));
    const auto uses = grain_uses(run, period.from, period.to);
    return row.add("need_kg", rural_need_kg(scenario, run, period.year))
        .add("ration_on_record_kg", recorded_json(ration_beside, period.year))
        .add("death_rate_on_record_per_1000", recorded_json(deaths_beside, period.year))
        .add("served_mt", uses.served)
        .add("seed_feed_spoilage_mt", uses.seed_feed_spoilage)
        .add("from_stores_mt", uses.from_stores)
        .add("into_stores_mt", uses.into_stores);
}

Json month_json(const World& world, const Period& period) {
    const auto& run = world.result.run;
    const auto figures = run.figures(period.from, period.to);
    return JsonArray()
        .add(period.label)
        .add(figures.village_grain_mt)
        .add(figures.state_grain_mt)
        .add(figures.rural_ration_kg)
        .add(figures.output_believed_mt);
}

Json ladder_json(const World& world, int year) {
    const auto& run = world.result.run;
    const auto steps = ladder(run, year);
    return JsonObject()
        .add("year", steps.year)
        .add("harvest_mt", steps.harvest_mt)
        .add("levels", json_list(level_names(steps.claims_mt.size())))
        .add("claims_mt", json_list(steps.claims_mt));
}

Json world_json(const World& world, int year) {
    const auto& [scenario, run] = world.result;
    const auto of_year = [&](const Period& period) { return year_json(world, period); };
    const auto of_month = [&](const Period& period) { return month_json(world, period); };
    return JsonObject()
        .add("title", title_of(scenario))
        .add("finding", finding(run))
        .add("excess_deaths_million", run.excess_deaths_million())
        .add("years", json_list(periods(run, Every::year), of_year))
        .add("months", json_list(periods(run, Every::month), of_month))
        .add("ladder", ladder_json(world, year));
}

std::vector<TitledRun> titled(Worlds worlds) {
    std::vector<TitledRun> runs;
    for (const auto& world : worlds)
        runs.push_back({title_of(world->result.scenario), &world->result.run});
    return runs;
}

Json headlines_json(Worlds worlds, int year) {
    const auto runs = titled(worlds);
    JsonObject headlines;
    for (const auto& chart : chart::run_charts())
        headlines.add(chart.kind.name, chart.headline(runs, year));
    return headlines;
}

Json comparison_json(Worlds worlds) {
    if (worlds.size() < 2) return {};
    const auto runs = titled(worlds);
    return comparison(runs[0].title, outcome(*runs[0].run), runs[1].title, outcome(*runs[1].run));
}

}  // namespace

std::string tables_json() {
    const auto published = published_estimates();
    return json_text(
        JsonObject()
            .add("version", version())
            .add("levers", objects(rows_of<Lever>(), lever_row_fields()))
            .add("parameters", objects(rows_of<Parameter>(), parameter_row_fields()))
            .add("scenarios", json_list(shipped_scenarios(), shipped_json))
            .add("events", objects(events_by_title(), event_fields()))
            .add("turning_points",
                 json_list(turning_points(history().events()), turning_point_json))
            .add("published_range", published.range())
            .add("published_authors", published.authors())
            .add("death_estimates", json_list(history().death_estimates(), estimate_json)));
}

int ladder_year(Worlds worlds, int year) {
    return year == 0 ? peak_year(worlds.front()->result.run) : year;
}

std::string figures_json(Worlds worlds, int year) {
    const int shown = ladder_year(worlds, year);
    const auto json = [&](const auto& world) { return world_json(*world, shown); };
    return json_text(JsonObject()
                         .add("worlds", json_list(worlds, json))
                         .add("headlines", headlines_json(worlds, shown))
                         .add("comparison", comparison_json(worlds)));
}

}  // namespace granary::web

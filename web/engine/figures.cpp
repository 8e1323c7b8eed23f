#include "engine/figures.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "granary/analysis/finding.hpp"
#include "granary/analysis/grain_uses.hpp"
#include "granary/analysis/headlines.hpp"
#include "granary/analysis/ladder.hpp"
#include "granary/analysis/need.hpp"
#include "granary/analysis/tested.hpp"
#include "granary/analysis/tolls.hpp"
#include "granary/document/comparison.hpp"
#include "granary/document/differences.hpp"
#include "granary/document/heading.hpp"
#include "granary/document/json_document.hpp"
#include "granary/document/row_fields.hpp"
#include "granary/foundation/unit_style.hpp"
#include "granary/read/reading_file.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/record/beside.hpp"
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

Json reading_json(const RecordReading& reading) {
    return JsonObject().add("name", reading.name).add("title", reading.title);
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

/// What the page shows of a year beside the year table.
struct YearColumn {
    std::string_view name, unit, label, meaning;
    Json (*of)(const World&, const Period&);
};

template <double GrainUses::*use>
Json use_json(const World& world, const Period& period) {
    return grain_uses(world.result.run, period.from, period.to).*use;
}

constexpr YearColumn beside_the_table[] = {
    {"need_kg", "kg", "needed", "ration at which nutrition would be adequate",
     [](const World& world, const Period& period) -> Json {
         return rural_need_kg(world.result.scenario, world.result.run, period.year);
     }},
    {"ration_on_record_kg", "kg", "on record", "rural ration on record",
     [](const World&, const Period& period) { return recorded_json(ration_beside, period.year); }},
    {"death_rate_on_record_per_1000", "1/1000", "registered", "death rate on record",
     [](const World&, const Period& period) { return recorded_json(deaths_beside, period.year); }},
    {"served_mt", "Mt", "served in villages", "grain served to villagers out of their stores",
     use_json<&GrainUses::served>},
    {"from_stores_mt", "Mt", "from stores", "grain that stores gave",
     use_json<&GrainUses::from_stores>},
    {"into_stores_mt", "Mt", "into stores", "grain that stores took",
     use_json<&GrainUses::into_stores>},
};

/// Rows of the ladder: what a level says of the harvest.
constexpr YearColumn of_a_level[] = {
    {"claim_mt", "Mt", "reports", "the harvest as the level reports it", nullptr},
    {"claim_over_harvest", "1", "times the harvest", "what it reports over the harvest", nullptr},
};

template <class Row>
Json column_json(const Row& row) {
    return JsonObject()
        .add("name", row.name)
        .add("unit", row.unit)
        .add("unit_heading", unit_style(row.unit).heading)
        .add("label", row.label)
        .add("meaning", row.meaning)
        .add("decimals", unit_style(row.unit).decimals);
}

/// Every number that the page shows of years, months, levels and whole runs, by its name.
JsonArray columns_json() {
    JsonArray columns;
    for (const auto& column : figure_columns<double>) columns.add(column_json(column));
    for (const auto& column : beside_the_table) columns.add(column_json(column));
    for (const auto& column : of_a_level) columns.add(column_json(column));
    for (const auto& measure : run_measures())
        if (measure.reading != Reading::sum) columns.add(column_json(measure));
    return columns;
}

Json year_json(const World& world, const Period& period) {
    JsonObject row;
    row.add("year", period.year);
    static const auto fields = figure_fields();
    row.add_all(fields.json(world.result.run.figures(period.from, period.to)));
    for (const auto& column : beside_the_table) row.add(column.name, column.of(world, period));
    return row;
}

constexpr double Figures<double>::*of_a_month[] = {&Figures<double>::village_grain_mt,
                                                   &Figures<double>::state_grain_mt};

Json month_json(const World& world, const Period& period) {
    const auto figures = world.result.run.figures(period.from, period.to);
    JsonObject row;
    row.add("month", period.label);
    for (const auto figure : of_a_month) row.add(column_of<double>(figure).name, figures.*figure);
    return row;
}

Json level_json(std::string_view level, double claim_mt, double harvest_mt) {
    return JsonObject()
        .add("level", level)
        .add("claim_mt", claim_mt)
        .add("claim_over_harvest", claim_mt / harvest_mt);
}

/// The harvest itself, then level by level.
JsonArray ladder_json(const World& world, int year) {
    const auto steps = ladder(world.result.run, year);
    const auto names = level_names(steps.claims_mt.size());
    JsonArray levels;
    levels.add(level_json("harvest", steps.harvest_mt, steps.harvest_mt));
    for (std::size_t i = 0; i < names.size(); ++i)
        levels.add(level_json(names[i], steps.claims_mt[i], steps.harvest_mt));
    return levels;
}

/// What the whole run comes to, an extreme with its year.
Json measures_json(const World& world) {
    const auto years = yearly(world.result.run);
    JsonObject measures;
    for (const auto& measure : run_measures()) {
        measures.add(measure.name, measure.of(years));
        const auto extreme = measure.extreme(years);
        if (measure.reading != Reading::year_of_lowest && extreme)
            measures.add(*measure.year_name(), extreme->year);
    }
    return measures;
}

/// The deaths over the readings of the record; null where none bears a toll.
Json range_json(std::span<const Toll> over) {
    const auto range = toll_range(over);
    if (!range) return {};
    return JsonObject()
        .add("low_million", range->low_million)
        .add("high_million", range->high_million)
        .add("words", range_over_readings(over));
}

Json world_json(const World& world, int year) {
    const auto& [scenario, run, tolls] = world.result;
    const auto of_year = [&](const Period& period) { return year_json(world, period); };
    const auto of_month = [&](const Period& period) { return month_json(world, period); };
    return JsonObject()
        .add("title", title_of(scenario))
        .add("finding", finding(scenario, run))
        .add("is_history", decides_as_history(scenario))
        .add("untested", json_list(causes_untested(scenario, run),
                                   [](const std::string& cause) { return Json(cause); }))
        .add("reading", scenario.reading)
        .add("range", range_json(tolls))
        .add("measures", measures_json(world))
        .add("years", json_list(periods(run, Every::year), of_year))
        .add("months", json_list(periods(run, Every::month), of_month))
        .add("ladder", ladder_json(world, year));
}

std::vector<TitledRun> titled(Worlds worlds) {
    std::vector<TitledRun> runs;
    for (const auto& world : worlds)
        runs.push_back({title_of(world->result.scenario), &world->result.run,
                        causes_untested(world->result.scenario, world->result.run).empty(),
                        world->result.tolls});
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
    std::vector<ComparedRun> compared;
    for (const auto& world : worlds) {
        const auto& [scenario, run, tolls] = world->result;
        compared.push_back(compared_run(world->file_name, compared.size(), scenario, run));
        compared.back().tolls = tolls;
    }
    return finding_of(compared[0], compared[1]);
}

}  // namespace

std::string tables_json() {
    return json_text(
        JsonObject()
            .add("version", version())
            .add("levers", objects(rows_of<Lever>(), lever_row_fields()))
            .add("parameters", objects(rows_of<Parameter>(), parameter_row_fields()))
            .add("scenarios", json_list(shipped_scenarios(), shipped_json))
            .add("readings", json_list(shipped_readings(), reading_json))
            .add("columns", columns_json())
            .add("events", objects(events_by_title(), event_fields()))
            .add("turning_points",
                 json_list(turning_points(history().events()), turning_point_json))
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

#include "granary/document/explanation_json.hpp"

#include <algorithm>

#include "granary/document/influence_table.hpp"
#include "granary/document/json_document.hpp"
#include "granary/document/listing.hpp"
#include "granary/document/row_json.hpp"
#include "granary/document/schedule_text.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/state/figures.hpp"
#include "granary/study/calibration.hpp"

namespace granary {
namespace {

// Levers

Json point_json(const Knot& knot, const Constants<double>& constants) {
    const auto& height = knot.height;
    const bool named = height.parameter != Height::no_parameter;
    return JsonObject()
        .add("date", text_or_null(point_date(knot.at)))
        .add("value", height.value(constants))
        .add("parameter", named ? Json(Parameter::table[height.parameter].name) : Json())
        .add("factor", named ? Json(height.factor) : Json())
        .add("source", knot.source);
}

Json schedule_json(const Schedule& schedule, const Constants<double>& constants) {
    const auto point = [&](const Knot& knot) { return point_json(knot, constants); };
    return JsonObject()
        .add("interpolate", in_steps(schedule) ? "step" : "linear")
        .add("points", json_list(points_of(schedule, constants), point));
}

Json lever_entry(std::size_t i, Detail detail) {
    auto lever = lever_row_json(i);
    if (detail == Detail::brief) return lever;
    const auto historical = load_scenario(history_scenario);
    return lever.add("historical", schedule_json(historical.levers[i], historical.constants));
}

// Parameters

/// The value in force in a scenario; source and standard error are null where the table's own value
/// stands.
Json value_json(const Scenario& scenario, std::size_t i) {
    const double error = scenario.constant_errors[i];
    return JsonObject()
        .add("value", scenario.constants.values[i])
        .add("source", text_or_null(scenario.constant_sources[i]))
        .add("standard_error", error > 0 ? Json(error) : Json());
}

Json influence_json(const Influence& influence) {
    const auto& column = figure_columns<double>[influence.target.column];
    return JsonObject()
        .add("figure", influence.target.label)
        .add("unit", column.unit)
        .add("change", influence.change)
        .add("tolerance", influence.target.tolerance);
}

Json parameter_entry(std::size_t i, Detail detail) {
    auto parameter = parameter_row_json(i);
    if (detail == Detail::brief) return parameter;
    return parameter.add("historical", value_json(load_scenario(history_scenario), i))
        .add("prior_deviation", prior_deviation(i))
        .add("moves_most", json_list(largest_influences(i), influence_json));
}

// Scenarios

Json region_json(const Region& region, const Constants<double>& constants) {
    JsonObject levers;
    for (std::size_t i = 0; i < region.levers.size(); ++i)
        if (region.levers[i])
            levers.add(Lever::table[i].name, schedule_json(*region.levers[i], constants));
    return JsonObject().add("name", region.name).add("share", region.share).add("levers", levers);
}

Json scenario_entry(std::string_view name_or_file) {
    const auto scenario = load_scenario(name_or_file);
    JsonObject levers, parameters;
    for (std::size_t i = 0; i < scenario.levers.size(); ++i)
        levers.add(Lever::table[i].name, schedule_json(scenario.levers[i], scenario.constants));
    for (std::size_t i = 0; i < Parameter::table.size(); ++i)
        parameters.add(Parameter::table[i].name, value_json(scenario, i));
    const auto region = [&](const Region& r) { return region_json(r, scenario.constants); };
    auto found = entry("scenario", scenario.name)
                     .add("title", scenario.title)
                     .add("summary", scenario.summary);
    for (const auto& part : story_parts) found.add(part.key, scenario.story.*part.text);
    return found.add("start", date_text(scenario.start))
        .add("end", date_text(scenario.end))
        .add("reporting_levels", scenario.reporting_levels)
        .add("regions", json_list(scenario.regions, region))
        .add("levers", levers)
        .add("parameters", parameters);
}

Json scenario_brief(std::string_view name) {
    const auto shipped = shipped_scenarios();
    const auto found = std::find_if(shipped.begin(), shipped.end(),
                                    [&](const auto& scenario) { return scenario.name == name; });
    return entry("scenario", found->name).add("title", found->title).add("summary", found->summary);
}

// The record and the model

template <class Kind>
bool add_stock(std::string_view name, std::string_view owner, JsonArray& entries) {
    const auto row = find_row<Kind>(name);
    if (!row) return false;
    entries.add(entry("stock", name)
                    .add("symbol", Kind::table[*row].symbol)
                    .add("unit", Kind::table[*row].unit)
                    .add("of", owner)
                    .add("meaning", Kind::table[*row].meaning));
    return true;
}

template <class Kind>
bool add_flow(std::string_view name, JsonArray& entries) {
    const auto row = find_row<Kind>(name);
    if (row) entries.add(flow_entry(Kind::table[*row]));
    return row.has_value();
}

void add_figure(std::string_view name, JsonArray& entries) {
    for (const auto& column : figure_columns<double>)
        if (column.name == name)
            entries.add(
                entry("figure", name).add("unit", column.unit).add("meaning", column.meaning));
}

}  // namespace

void add_entries(std::string_view kind, std::string_view name, Detail detail, JsonArray& entries) {
    if (kind == "lever") entries.add(lever_entry(*find_row<Lever>(name), detail));
    if (kind == "parameter") entries.add(parameter_entry(*find_row<Parameter>(name), detail));
    if (kind == "scenario")
        entries.add(detail == Detail::brief ? scenario_brief(name) : scenario_entry(name));
    if (kind == "event") add_events(name, entries);
    if (kind == "stock")
        add_stock<RegionStock>(name, "region", entries) ||
            add_stock<NationStock>(name, "nation", entries);
    if (kind == "flow") add_flow<RegionFlow>(name, entries) || add_flow<NationFlow>(name, entries);
    if (kind == "figure") add_figure(name, entries);
}

Json flow_entry(const FlowRow& row) {
    return entry("flow", row.name)
        .add("unit", row.unit)
        .add("from", text_or_null(row.from))
        .add("to", text_or_null(row.to))
        .add("room", row.room)
        .add("meaning", row.meaning);
}

std::string explanation_json(const JsonArray& entries) {
    return json_text(json_document("explain").add("entries", entries));
}

}  // namespace granary

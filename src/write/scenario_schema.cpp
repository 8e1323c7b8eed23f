#include "granary/write/scenario_schema.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "granary/scenario/levers.hpp"
#include "granary/scenario/parameters.hpp"
#include "granary/scenario/region_share.hpp"
#include "granary/scenario/scenario_keys.hpp"
#include "granary/write/schema.hpp"

namespace granary {
namespace {

using schema::defined;
using schema::list_of;
using schema::Object;
using schema::typed;

/// Every date of the Gregorian calendar, with its day or without.
constexpr std::string_view date_pattern =
    "^([0-9]{4}-(0[1-9]|1[0-2])"
    "|[0-9]{4}-(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
    "|[0-9]{4}-(0[469]|11)-(0[1-9]|[12][0-9]|30)"
    "|[0-9]{4}-02-(0[1-9]|1[0-9]|2[0-8])"
    "|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$";

std::string with_source(std::string_view text, std::string_view source) {
    return source.empty() ? std::string(text) : fmt::format("{} Source: {}.", text, source);
}

/// "0 to 25 Mt/yr: grain exports planned."
template <class Row>
std::string range_and_meaning(const Row& row) {
    const std::string unit = row.unit == "1" ? std::string() : fmt::format(" {}", row.unit);
    return fmt::format("{} to {}{}: {}.", row.low, row.high, unit, row.meaning);
}

Json date() {
    return typed("string", "A date in quotes: \"1958-08\" or \"1958-08-15\".")
        .add("pattern", date_pattern);
}

Json source() {
    return typed("string",
                 "Where the figure comes from: an id of data/sources.csv, or why assumed.");
}

Json parameter_name() {
    constexpr auto names = row_names<Parameter>();
    return JsonObject()
        .add("description", "The name of the parameter that gives the height.")
        .add("enum", json_list(names));
}

// Levers

std::string height_name(const LeverRow& row) {
    return fmt::format("{}_height", row.name);
}

std::string points_name(const LeverRow& row) {
    return fmt::format("{}_points", row.name);
}

Json height(const LeverRow& row) {
    return JsonObject().add("anyOf", JsonArray()
                                         .add(typed("number", range_and_meaning(row))
                                                  .add("minimum", row.low)
                                                  .add("maximum", row.high))
                                         .add(defined("parameter_name")));
}

/// Editors that know older drafts only overlook "prefixItems" and hold every item against "items",
/// which draft 2020-12 asks of those after the third: of none.
Json point(const LeverRow& row) {
    return typed("array", "[date, height] or [date, height, source].")
        .add("prefixItems",
             JsonArray().add(defined("date")).add(defined(height_name(row))).add(defined("source")))
        .add("items", JsonObject()
                          .add("type", JsonArray().add("string").add("number"))
                          .add("minimum", row.low)
                          .add("maximum", row.high))
        .add("minItems", 2)
        .add("maxItems", 3);
}

Json points_list(const LeverRow& row) {
    return list_of(point(row), "Dated heights in order of time, two or more.").add("minItems", 2);
}

/// { points = [...], interpolate = "step", source = "..." }
Json points(const LeverRow& row) {
    return Object("Heights at dates: straight lines between them, or steps.")
        .needed("points", points_list(row))
        .optional("interpolate", defined("interpolate"))
        .optional("source", defined("source"));
}

/// Between which dates a change holds; without one of them from the start or to the end.
Object windowed(Object change) {
    return change.optional("from", defined("date"))
        .optional("until", defined("date"))
        .optional("source", defined("source"));
}

/// { scale = 0.5 }, { from = "1959-07", until = "1960-01", scale = 0.5 }
Json scaled() {
    return windowed(
        Object("A factor on the parent's schedule, throughout or from a date until another.")
            .needed("scale", typed("number", "The factor, at least 0.").add("minimum", 0)));
}

/// { add = 1 }, { from = "1959-07", until = "1960-01", add = 1 }
Json added() {
    return windowed(Object("A number added to the parent's schedule, throughout or in a window.")
                        .needed("add", typed("number", "What is added, in the lever's unit.")));
}

/// { from = "1959-08", set = 0.0 }, { from = "1959-07", until = "1960-01", set = 2.08 }
Json changed(const LeverRow& row) {
    const auto heights = JsonObject().add(
        "anyOf", JsonArray().add(defined(height_name(row))).add(defined(points_name(row))));
    const Json window = windowed(Object("Other heights from a date until another, which is not "
                                        "included; without it to the end.")
                                     .needed("set", heights));
    const auto one_end = JsonArray()
                             .add(JsonObject().add("required", JsonArray().add("from")))
                             .add(JsonObject().add("required", JsonArray().add("until")));
    return JsonObject().add("allOf",
                            JsonArray().add(window).add(JsonObject().add("anyOf", one_end)));
}

/// One after another, in order of time.
Json windows(const LeverRow& row) {
    const auto kinds = JsonArray().add(scaled()).add(added()).add(changed(row));
    return list_of(JsonObject().add("anyOf", kinds), "Windows that follow each other.")
        .add("minItems", 1);
}

std::string default_of(const LeverRow& row) {
    return row.parameter.empty() ? fmt::format("{}", row.value)
                                 : fmt::format("the parameter {}", row.parameter);
}

Json lever(const LeverRow& row) {
    const auto description = with_source(
        fmt::format("{} Default: {}. Set by {}.", range_and_meaning(row), default_of(row),
                    row.regional ? "the nation, or a region for itself" : "the nation alone"),
        row.source);
    return JsonObject()
        .add("description", description)
        .add("anyOf", JsonArray()
                          .add(defined(height_name(row)))
                          .add(defined(points_name(row)))
                          .add(scaled())
                          .add(added())
                          .add(changed(row))
                          .add(windows(row)));
}

template <class Wanted>
Object levers(std::string_view description, Wanted wanted) {
    Object table(description);
    for (const auto& row : Lever::table)
        if (wanted(row)) table.optional(row.name, defined(row.name));
    return table;
}

// Parameters

/// { value = 0.7, source = "..." }
Json parameter_table() {
    return Object("A value with its source.")
        .needed("value", typed("number", "The value."))
        .optional("source", JsonObject().add("$ref", "#/$defs/source").add("minLength", 1))
        .optional("standard_error", typed("number", "Found by calibration.").add("minimum", 0))
        .optional("prior", JsonObject().add("description", "What calibration began from."))
        .optional("moved", JsonObject().add("description", "From the prior, in its deviations."));
}

Json parameter(const ParameterRow& row) {
    const auto range = JsonObject().add("minimum", row.low).add("maximum", row.high);
    const auto number = JsonObject().add("type", "number").add_all(range);
    const auto table = JsonObject().add(
        "allOf", JsonArray()
                     .add(defined("parameter_table"))
                     .add(JsonObject().add("properties", JsonObject().add("value", range))));
    return JsonObject()
        .add("description",
             with_source(fmt::format("{} Default: {}.", range_and_meaning(row), row.value),
                         row.source))
        .add("anyOf", JsonArray().add(number).add(table));
}

Object parameters(std::string_view description) {
    Object table(description);
    for (const auto& row : Parameter::table) table.optional(row.name, parameter(row));
    return table;
}

// Regions

Json region() {
    return Object(
               "A part of the country, laid over the parent's of that name; what it does not set "
               "follows the nation.")
        .needed("name",
                typed("string", "The region's name, given to no other.").add("minLength", 1))
        .optional("share", typed("number",
                                 "Share of people, land and stores beside the others', in any "
                                 "measure; a region of the parent keeps its own, and 0 leaves it "
                                 "out.")
                               .add("minimum", region_share_rule.low)
                               .add("maximum", region_share_rule.high))
        .optional("levers", levers("Levers that the region sets for itself.",
                                   [](const LeverRow& row) { return row.regional; }));
}

// The whole file

Json definitions() {
    JsonObject found;
    found.add("date", date())
        .add("source", source())
        .add("parameter_name", parameter_name())
        .add("parameter_table", parameter_table())
        .add("interpolate",
             schema::one_of_texts({"linear", "step"},
                                  "linear: straight lines between the points; step: each height "
                                  "from its date on. Where it is not said, as the parent's."));
    for (const auto& row : Lever::table)
        found.add(row.name, lever(row))
            .add(height_name(row), height(row))
            .add(points_name(row), points(row));
    return found;
}

Json number(const ScenarioKey& key) {
    const auto type = key.value == KeyValue::number ? "number" : "integer";
    return typed(type, key.meaning).add("minimum", key.rule->low).add("maximum", key.rule->high);
}

Json value_of(const ScenarioKey& key) {
    switch (key.value) {
        case KeyValue::text:
            return typed("string", key.meaning);
        case KeyValue::date:
            return JsonObject().add("description", key.meaning).add_all(defined("date"));
        case KeyValue::dates:
            return list_of(defined("date"), key.meaning);
        case KeyValue::number:
        case KeyValue::whole_number:
            return number(key);
        case KeyValue::levers:
            return levers(key.meaning, [](const LeverRow&) { return true; });
        case KeyValue::parameters:
            return parameters(key.meaning);
        case KeyValue::regions:
            return list_of(region(), key.meaning).add("minItems", 1);
    }
    return {};
}

Object file() {
    Object file("A scenario: what was decided in 1957-62, or might have been.");
    for (const auto& key : scenario_keys) file.optional(key.name, value_of(key));
    return file;
}

/// Without a parent there is nothing to scale.
Json no_scale_without_parent() {
    const auto is_scale =
        typed("object", "{ scale = ... } and { add = ... } need a scenario that this one extends.")
            .add("anyOf", JsonArray()
                              .add(JsonObject().add("required", JsonArray().add("scale")))
                              .add(JsonObject().add("required", JsonArray().add("add"))));
    return JsonObject().add(
        "levers", JsonObject().add("additionalProperties", JsonObject().add("not", is_scale)));
}

}  // namespace

std::string scenario_schema() {
    return json_text(schema::document("granary scenario", file(), definitions())
                         .add("minProperties", 1)
                         .add("if", JsonObject().add("required", JsonArray().add("extends")))
                         .add("else", JsonObject().add("properties", no_scale_without_parent())));
}

}  // namespace granary

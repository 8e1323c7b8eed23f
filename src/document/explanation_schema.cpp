/// The schema of the JSON output of `granary explain`.

#include <fmt/format.h>

#include "granary/document/explanation_json.hpp"
#include "granary/document/json_document.hpp"
#include "granary/scenario/levers.hpp"
#include "granary/scenario/parameters.hpp"

namespace granary {
namespace {

using schema::defined;
using schema::exactly;
using schema::list_of;
using schema::Object;
using schema::typed;
using schema::typed_or_null;

Object entry(std::string_view kind) {
    return Object().needed("kind", exactly(kind)).needed("name", typed("string", "Its name."));
}

Object& with_meaning(Object& object) {
    return object.needed("meaning", typed("string", "What it is."));
}

Object& with_unit(Object& object) {
    return object.needed("unit", typed("string", "Its unit; 1 for a number without one."));
}

Object& with_symbol(Object& object) {
    return object.needed("symbol", typed("string", "In the equations; may be empty."));
}

Object& with_range(Object& object) {
    return object.needed("low", typed("number", "The least value allowed."))
        .needed("high", typed("number", "The largest value allowed."));
}

Object& with_source(Object& object) {
    return object.needed("source", typed("string", "Where it comes from; may be empty."));
}

Json point() {
    Object point;
    point.needed("date", typed_or_null("string", "null: at all times."))
        .needed("value", typed("number", "The height."))
        .needed("parameter", typed_or_null("string", "The parameter that gives the height."))
        .needed("factor", typed_or_null("number", "What the parameter is multiplied by."));
    return with_source(point);
}

Json schedule() {
    return Object("A lever's course: held before the first point and after the last.")
        .needed("interpolate", schema::one_of_texts({"linear", "step"}, "Between the points."))
        .needed("points", list_of(point(), "In order of time."));
}

Json value() {
    return Object("A constant in force.")
        .needed("value", typed("number", "The value."))
        .needed("source", typed_or_null("string", "null: the table's own value."))
        .needed("standard_error", typed_or_null("number", "Where found by calibration."));
}

Json lever_schema() {
    auto object = entry("lever");
    with_range(with_unit(with_symbol(object)))
        .needed("default", typed_or_null("number", "Where no scenario sets it."))
        .needed("default_parameter", typed_or_null("string", "The parameter that gives it."))
        .needed("regional", typed("boolean", "Whether a region may set it for itself."))
        .optional("historical", defined("schedule"));
    return with_source(with_meaning(object));
}

Json influence() {
    return Object("A figure that calibration looks at.")
        .needed("figure", typed("string", "The figure and its period."))
        .needed("unit", typed("string", "The figure's unit."))
        .needed("change", typed("number", "When the constant rises by its prior deviation."))
        .needed("tolerance", typed("number", "Two standard deviations of the record."));
}

Json parameter_schema() {
    auto object = entry("parameter");
    with_range(with_unit(with_symbol(object)))
        .needed("value", typed("number", "The table's value."))
        .needed("origin", schema::one_of_texts({"fitted", "assumed"},
                                               "Whether calibration finds "
                                               "it from the value here."))
        .optional("historical", defined("value"))
        .optional("prior_deviation", typed("number", "The prior standard deviation."))
        .optional("moves_most", list_of(influence(), "The largest in tolerances first."));
    return with_source(with_meaning(object));
}

template <class Kind>
Object each_row(std::string_view description, std::string_view definition) {
    Object rows(description);
    for (const auto& row : Kind::table) rows.needed(row.name, defined(definition));
    return rows;
}

Json region() {
    Object levers("What it sets for itself.");
    for (const auto& row : Lever::table)
        if (row.regional) levers.optional(row.name, defined("schedule"));
    return Object("A part of the country.")
        .needed("name", typed("string", "Empty where there is only one."))
        .needed("share", typed("number", "Of people, land and stores."))
        .needed("levers", levers);
}

Json scenario_schema() {
    auto object = entry("scenario");
    object.needed("title", typed("string", "The name in words."))
        .needed("summary", typed("string", "What it is, in one sentence; may be empty."));
    for (const auto& part : story_parts)
        object.optional(part.key, typed("string", fmt::format("In words: {}.", part.meaning)));
    return object.optional("start", date_schema("Start of the run."))
        .optional("end", date_schema("End of the run."))
        .optional("reporting_levels", typed("integer", "Levels that reports pass through."))
        .optional("regions", list_of(region(), "The parts of the country."))
        .optional("levers", each_row<Lever>("The nation's levers.", "schedule"))
        .optional("parameters", each_row<Parameter>("All constants.", "value"));
}

Json event_schema() {
    return entry("event")
        .needed("date", typed("string", "Year, month or day."))
        .needed("description", typed("string", "What happened."))
        .needed("evidence", typed("string", "How far it can be trusted."))
        .needed("source_id", typed("string", "The id of its source."))
        .needed("citation", typed("string", "The source."))
        .needed("note", typed("string", "What else is to be said; may be empty."));
}

Json stock_schema() {
    auto object = entry("stock");
    with_unit(with_symbol(object))
        .needed("of", schema::one_of_texts({"region", "nation"}, "Who has one."));
    return with_meaning(object);
}

Json flow_schema() {
    auto object = entry("flow");
    with_unit(object)
        .needed("from", typed_or_null("string", "The stock it leaves; null: outside."))
        .needed("to", typed_or_null("string", "The stock it enters; null: outside."))
        .needed("room", typed("string", "The room that sets it."));
    return with_meaning(object);
}

Json figure_schema() {
    auto object = entry("figure");
    return with_meaning(with_unit(object));
}

Json model_schema() {
    Object room;
    room.needed("name", typed("string", "Its name."))
        .needed("replaced", typed("boolean", "Whether it is another than the shipped one."))
        .needed("flows", list_of(defined("flow"), "What it declares."));
    return entry("model").needed("rooms", list_of(with_meaning(room), "In order of evaluation."));
}

}  // namespace

std::string explanation_schema() {
    const auto any = schema::one_of({defined("lever"), defined("parameter"), defined("scenario"),
                                     defined("event"), defined("stock"), defined("flow"),
                                     defined("figure"), defined("model")});
    auto document = json_document_schema("explain");
    document.needed("entries", list_of(any, "All that the words stand for."));
    const auto definitions = JsonObject()
                                 .add("schedule", schedule())
                                 .add("value", value())
                                 .add("lever", lever_schema())
                                 .add("parameter", parameter_schema())
                                 .add("scenario", scenario_schema())
                                 .add("event", event_schema())
                                 .add("stock", stock_schema())
                                 .add("flow", flow_schema())
                                 .add("figure", figure_schema())
                                 .add("model", model_schema());
    return json_text(schema::document("granary explain --format json", document, definitions));
}

}  // namespace granary

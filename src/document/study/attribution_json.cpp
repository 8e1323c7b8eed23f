#include "granary/document/study/attribution_json.hpp"

#include <fmt/format.h>

#include "granary/study/published_splits.hpp"

namespace granary {
namespace {

using schema::defined;
using schema::list_of;
using schema::Object;
using schema::typed;
using schema::typed_or_null;

Json columns_json() {
    return json_list(effect_columns, [](const EffectColumn& column) {
        return column_json(column.name, column.unit, column.meaning);
    });
}

Json driver_json(const Driver& driver) {
    JsonArray levers;
    levers.add(Lever::table[driver.lever].name);
    if (driver.second_lever) levers.add(Lever::table[*driver.second_lever].name);
    return JsonObject()
        .add("name", driver.name)
        .add("meaning", driver.meaning)
        .add("levers", levers)
        .add("reference", driver.reference)
        .add("because", driver.why);
}

JsonObject& add_effects(const Effects& effects, JsonObject& object) {
    for (const auto& column : effect_columns) object.add(column.name, effects.*column.value);
    return object;
}

Json effects_json(const Effects& effects) {
    JsonObject object;
    return add_effects(effects, object);
}

JsonArray drivers_json(const AttributedPeriod& period) {
    JsonArray list;
    for (std::size_t i = 0; i < drivers.size(); ++i) {
        const auto& effects = period.by_driver[i];
        list.add(JsonObject()
                     .add("driver", drivers[i].name)
                     .add("shapley", effects_json(effects.shapley))
                     .add("alone_added", effects_json(effects.alone_added))
                     .add("alone_taken", effects_json(effects.alone_taken)));
    }
    return list;
}

/// Each pair once; nothing where interactions were not asked for.
Json interactions_json(const AttributedPeriod& period) {
    if (period.interactions.empty()) return {};
    JsonArray list;
    for (std::size_t i = 0; i < drivers.size(); ++i)
        for (std::size_t j = i + 1; j < drivers.size(); ++j) {
            JsonObject pair;
            pair.add("driver", drivers[i].name).add("with", drivers[j].name);
            list.add(add_effects(period.interactions[i * drivers.size() + j], pair));
        }
    return list;
}

Json period_json(const AttributedPeriod& period) {
    return JsonObject()
        .add("year", period.label)
        .add("scenario", effects_json(period.scenario))
        .add("reference", effects_json(period.reference))
        .add("whole", effects_json(period.whole))
        .add("reference_change", effects_json(period.reference_change))
        .add("drivers", drivers_json(period))
        .add("interactions", interactions_json(period));
}

Json split_json(const PublishedSplit& split) {
    return JsonObject()
        .add("who", split.who)
        .add("whole", split.whole)
        .add("part", split.what)
        .add("percent", split.percent)
        .add("seen_in_print", split.verified)
        .add("here", split.here)
        .add("model_percent", split.model_percent)
        .add("note", split.note);
}

Object driver_schema() {
    return Object()
        .needed("name", typed("string", "What the rows call it."))
        .needed("meaning", typed("string", "What it is."))
        .needed("levers", list_of(typed("string", "A lever."), "One, or two that go together."))
        .needed("reference",
                typed_or_null("number",
                              "The levers' value that stands for its absence, in "
                              "their unit; null: as the scenario has it at its start."))
        .needed("because", typed("string", "Why this is the reference."));
}

/// The keys of the effects beside further ones.
Object& add_effects_schema(Object& object) {
    for (const auto& column : effect_columns)
        object.needed(column.name,
                      typed_or_null("number", fmt::format("{}; {}", column.unit, column.meaning)));
    return object;
}

Object driver_effects_schema() {
    return Object()
        .needed("driver", typed("string", "Its name."))
        .needed("shapley", defined("effects"))
        .needed("alone_added", defined("effects"))
        .needed("alone_taken", defined("effects"));
}

Json interactions_schema() {
    Object pair;
    pair.needed("driver", typed("string", "One of two drivers."))
        .needed("with", typed("string", "The other."));
    add_effects_schema(pair);
    return typed_or_null("array",
                         "Shapley interaction of each pair: how much more one does where the other "
                         "is; null without --interactions.")
        .add("items", pair);
}

Object period_schema() {
    return Object()
        .needed("year", typed("string",
                              "A calendar year, or \"all\": mean of whole years for "
                              "ration and harvest, sum for deaths."))
        .needed("scenario", defined("effects"))
        .needed("reference", defined("effects"))
        .needed("whole", defined("effects"))
        .needed("reference_change", defined("effects"))
        .needed("drivers", list_of(driver_effects_schema(),
                                   "shapley: the mean of what the driver adds over all orders of "
                                   "joining; they sum to the whole. alone_added: by it alone in "
                                   "the reference world. alone_taken: the scenario less the same "
                                   "without it."))
        .needed("interactions", interactions_schema());
}

Object split_schema() {
    return Object()
        .needed("who", typed("string", "Whose figure."))
        .needed("whole", typed("string", "What is split."))
        .needed("part", typed("string", "The part of it."))
        .needed("percent", typed("number", "Their figure, per cent of the whole."))
        .needed("seen_in_print", typed("boolean", "Whether their figure was seen in print."))
        .needed("here", typed("string", "What of the model stands beside it."))
        .needed("model_percent", typed("number", "The model's, per cent of the whole."))
        .needed("note", typed("string", "Why the two need not be the same; may be empty."));
}

}  // namespace

std::string attribution_json(const RunDescription& what, const Attribution& attribution) {
    auto document = scenario_document("attribute", what);
    document.add("first_year", attribution.first_year)
        .add("drivers", json_list(drivers, driver_json))
        .add("columns", columns_json())
        .add("periods", json_list(attribution.periods, period_json))
        .add("published_splits",
             json_list(published_splits(what.scenario, attribution), split_json));
    return json_text(document);
}

std::string attribution_schema() {
    auto document = scenario_document_schema("attribute");
    document
        .needed("first_year", typed("integer",
                                    "The scenario's first whole year, from which "
                                    "reference_change is counted."))
        .needed("drivers", list_of(driver_schema(), "What is attributed to."))
        .needed("columns", list_of(column_schema(), "What the keys of effects mean."))
        .needed("periods", list_of(period_schema(),
                                   "The years in order, then \"all\". whole: scenario less "
                                   "reference. reference_change: reference less the scenario's "
                                   "first whole year."))
        .needed("published_splits",
                list_of(split_schema(), "What others found, beside the model; may be empty."));
    Object effects("Figures of a world, or differences between two.");
    return json_text(schema::document("granary attribute --format json", document,
                                      JsonObject().add("effects", add_effects_schema(effects))));
}

}  // namespace granary

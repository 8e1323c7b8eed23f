#include "granary/document/row_json.hpp"

#include "granary/record/history.hpp"
#include "granary/scenario/levers.hpp"
#include "granary/scenario/parameters.hpp"

namespace granary {

JsonObject entry(std::string_view kind, std::string_view name) {
    return JsonObject().add("kind", kind).add("name", name);
}

Json text_or_null(std::string_view text) {
    return text.empty() ? Json() : Json(text);
}

JsonObject lever_row_json(std::size_t lever_row) {
    const auto& row = Lever::table[lever_row];
    const bool by_parameter = !row.parameter.empty();
    return entry("lever", row.name)
        .add("symbol", row.symbol)
        .add("unit", row.unit)
        .add("low", row.low)
        .add("high", row.high)
        .add("default", by_parameter ? Json() : Json(row.value))
        .add("default_parameter", text_or_null(row.parameter))
        .add("regional", row.regional)
        .add("meaning", row.meaning)
        .add("source", row.source);
}

JsonObject parameter_row_json(std::size_t parameter_row) {
    const auto& row = Parameter::table[parameter_row];
    return entry("parameter", row.name)
        .add("symbol", row.symbol)
        .add("unit", row.unit)
        .add("value", row.value)
        .add("low", row.low)
        .add("high", row.high)
        .add("origin", row.origin == Origin::fitted ? "fitted" : "assumed")
        .add("meaning", row.meaning)
        .add("source", row.source);
}

void add_events(std::string_view title, JsonArray& entries) {
    for (const auto& event : history().events()) {
        if (event.title != title) continue;
        entries.add(entry("event", event.title)
                        .add("date", event.date)
                        .add("description", event.description)
                        .add("evidence", to_string(event.evidence))
                        .add("source_id", event.source_id)
                        .add("citation", history().source(event.source_id).citation)
                        .add("note", event.note));
    }
}

}  // namespace granary

#include "granary/document/record_json.hpp"

#include "granary/document/json_document.hpp"
#include "granary/record/history.hpp"

namespace granary {
namespace {

using schema::list_of;
using schema::Object;
using schema::typed;
using schema::typed_or_null;

Json unit_json(std::string_view unit) {
    return unit.empty() ? Json() : Json(unit);
}

Json field_json(const Field& field) {
    return JsonObject()
        .add("name", field.name)
        .add("unit", unit_json(field.unit))
        .add("meaning", field.meaning);
}

Json row_json(const std::vector<Field>& fields, const std::vector<Cell>& cells) {
    JsonObject row;
    for (std::size_t i = 0; i < fields.size(); ++i) row.add(fields[i].name, cell_json(cells[i]));
    return row;
}

Json listing_json(const Listing& listing) {
    const auto row = [&](const auto& cells) { return row_json(listing.fields, cells); };
    return JsonObject()
        .add("kind", listing.kind)
        .add("title", listing.title)
        .add("columns", json_list(listing.fields, field_json))
        .add("rows", json_list(listing.rows, row));
}

Json source_json(const std::string& id) {
    const auto& source = history().source(id);
    return JsonObject()
        .add("id", source.id)
        .add("citation", source.citation)
        .add("reliability", source.reliability);
}

Object source_schema() {
    return Object()
        .needed("id", typed("string", "What rows call it."))
        .needed("citation", typed("string", "Author, title and place."))
        .needed("reliability", typed("string", "How far it can be trusted."));
}

template <class Entry>
Json listing_schema(std::string_view kind, std::span<const FieldOf<Entry>> fields) {
    Object row;
    for (const auto& field : fields)
        row.needed(field.name, field.unit.empty() ? typed("string", field.meaning)
                                                  : typed_or_null("number", field.meaning));
    return Object()
        .needed("kind", schema::exactly(kind))
        .needed("title", typed("string", "What it is, in words."))
        .needed("columns", columns_schema())
        .needed("rows", list_of(row, "In order of time."));
}

}  // namespace

std::string record_json(std::span<const Listing> listings) {
    std::set<std::string> sources;
    for (const auto& listing : listings)
        sources.insert(listing.sources.begin(), listing.sources.end());
    return json_text(json_document("data")
                         .add("listings", json_list(listings, listing_json))
                         .add("sources", json_list(sources, source_json)));
}

std::string record_schema() {
    const auto kinds = schema::one_of({listing_schema("national", observation_fields),
                                       listing_schema("provincial", province_fields),
                                       listing_schema("death_estimates", estimate_fields),
                                       listing_schema("events", event_fields),
                                       listing_schema("variables", variable_fields)});
    auto document = json_document_schema("data");
    document.needed("listings", list_of(kinds, "A name may stand for more than one variable."))
        .needed("sources", list_of(source_schema(), "What the rows' source_id stands for."));
    return json_text(schema::document("granary data --format json", document, JsonObject()));
}

}  // namespace granary

#include "granary/document/record_json.hpp"

#include <string_view>

#include "granary/document/json_document.hpp"
#include "granary/record/history.hpp"

namespace granary {
namespace {

using form::list_of;
using form::text;

using Listings = std::span<const Listing>;
using Row = std::vector<Cell>;

/// What a cell of the column holds.
struct CellForm : form::Described {
    explicit CellForm(const RecordColumn& column)
        : Described(column.unit.empty() ? schema::typed("string", column.meaning)
                                        : schema::typed_or_null("number", column.meaning)) {}
    Json json(const Cell& cell) const { return cell_json(cell); }
};

Fields<Row> row_fields(const RecordKind& kind) {
    Fields<Row> fields;
    for (std::size_t i = 0; i < kind.columns.size(); ++i)
        fields.add(kind.columns[i].name, CellForm(kind.columns[i]),
                   [i](const Row& row) { return row[i]; });
    return fields;
}

Fields<Listing> listing_fields(const RecordKind& kind) {
    return Fields<Listing>()
        .add("kind", form::exactly(kind.name))
        .add("title", text("What it is, in words."), &Listing::title)
        .add("columns",
             list_of(column_fields<RecordColumn>(&RecordColumn::meaning),
                     "What the keys of the rows mean."),
             [](const Listing& listing) { return listing.kind.columns; })
        .add("rows", list_of(row_fields(kind), "In order of time."), &Listing::rows);
}

/// A listing of any kind.
struct ListingForm : form::Described {
    ListingForm() : Described(JsonObject().add("oneOf", json_list(record_kinds(), schema_of))) {}
    static Json schema_of(const RecordKind& kind) { return listing_fields(kind).schema(); }
    JsonObject json(const Listing& listing) const {
        return listing_fields(listing.kind).json(listing);
    }
};

Fields<Source> source_fields() {
    return Fields<Source>()
        .add("id", text("What rows call it."), &Source::id)
        .add("citation", text("Author, title and place."), &Source::citation)
        .add("reliability", text("How far it can be trusted."), &Source::reliability);
}

std::vector<Source> sources_of(const Listings& listings) {
    std::set<std::string> ids;
    for (const auto& listing : listings) ids.insert(listing.sources.begin(), listing.sources.end());
    std::vector<Source> sources;
    for (const auto& id : ids) sources.push_back(history().source(id));
    return sources;
}

Document<Listings> record_document() {
    auto document = document_of<Listings>("data");
    document.fields
        .add("listings", list_of(ListingForm(), "A name may stand for more than one variable."),
             std::identity())
        .add("sources", list_of(source_fields(), "What the rows' source_id stands for."),
             sources_of);
    return document;
}

}  // namespace

std::string record_json(std::span<const Listing> listings) {
    return record_document().text(listings);
}

std::string record_schema() {
    return record_document().schema();
}

}  // namespace granary

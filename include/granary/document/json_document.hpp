#pragma once
/// What JSON documents have in common: how they begin, the scenario that was run, provenance,
/// columns. A document is a list of fields, from which both its text and its schema are made.

#include <concepts>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "granary/analysis/tolls.hpp"
#include "granary/document/fields.hpp"
#include "granary/foundation/api.hpp"
#include "granary/scenario/scenario.hpp"
#include "granary/state/figures.hpp"
#include "granary/write/json.hpp"
#include "granary/write/schema.hpp"

namespace granary {

/// The document that stands for a T. `command` is what prints it ("run"), of which its format is
/// made ("granary-run-1"); the number goes up when keys change their names or meanings.
template <class T>
struct Document {
    std::string command;
    Fields<T> fields;
    JsonObject definitions{};  ///< forms that are referred to by name, see form::definitions
    JsonObject more{};         ///< what the schema asks beyond the fields

    /// The document itself.
    std::string text(const T& value) const { return json_text(fields.json(value)); }
    /// Its JSON Schema.
    std::string schema() const {
        return json_text(
            schema::document("granary " + command + " --format json", fields.schema(), definitions)
                .add_all(more));
    }
};

/// The text that tells a document's kind and the version of its keys.
GRANARY_API form::Constant format_of(std::string_view command);

/// What a document says of the program that wrote it.
struct Program {};
/// Its version and the checksum of the historical record.
GRANARY_API Fields<Program> program_fields();

/// A document that begins as all do: its format, the version and the checksum of the record.
template <class T>
Document<T> document_of(std::string_view command) {
    Fields<T> fields;
    fields.add("format", format_of(command)).add_all(program_fields(), [](const T&) {
        return Program();
    });
    return {std::string(command), std::move(fields)};
}

/// What was run: the scenario under the name the user gave, and the settings on top of it.
struct RunDescription {
    const Scenario& scenario;
    std::string argument;
    std::vector<std::string> settings;
};

/// What a scenario is, and what the user called it.
GRANARY_API Fields<RunDescription> scenario_fields();

/// The settings of a command line, and what units mean.
GRANARY_API Fields<std::vector<std::string>> provenance_fields();

/// The document of a command that asks something of one scenario; a T is a RunDescription.
template <std::derived_from<RunDescription> T>
Document<T> scenario_document(std::string_view command) {
    auto document = document_of<T>(command);
    document.fields.add("scenario", scenario_fields(), std::identity())
        .add_all(provenance_fields(), &RunDescription::settings);
    return document;
}

/// What a column is: of any row of a table that has a name, a unit (empty where the column is a
/// text) and something that says what it means.
template <class Row, class Meaning>
Fields<Row> column_fields(Meaning meaning) {
    return Fields<Row>()
        .add("name", form::text("The key in every row."), &Row::name)
        .add("unit", form::text_or_null("The unit of a number; null for a text."), &Row::unit)
        .add("meaning", form::text("What it is."), meaning);
}

/// The columns of the year table.
GRANARY_API form::List<Fields<Column<double>>> figure_columns_form();

/// Whether a run bears a toll.
GRANARY_API form::Boolean tested_form();
/// Why it bears none.
GRANARY_API form::List<form::Text> untested_form();

/// Deaths under every reading.
GRANARY_API form::List<Fields<Toll>> tolls_form();

/// The figures of a row under their names; undefined ones are null.
GRANARY_API Fields<Figures<double>> figure_fields();

/// A number of a table's row, with its unit.
GRANARY_API form::NumberOrNull number_of(std::string_view unit, std::string_view meaning);

}  // namespace granary

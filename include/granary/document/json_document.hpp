#pragma once
/// What every JSON output begins with, and its published schema.

#include <string>
#include <string_view>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/scenario/scenario.hpp"
#include "granary/write/json.hpp"
#include "granary/write/schema.hpp"

namespace granary {

/// The format ("granary-run-1" for "run"), the version and the checksum of the record. The number
/// in the format goes up when keys change their names or meanings.
GRANARY_API JsonObject json_document(std::string_view command);
GRANARY_API schema::Object json_document_schema(std::string_view command);

/// What was run: the scenario under the name the user gave, and the settings on top of it.
struct RunDescription {
    const Scenario& scenario;
    std::string argument;
    std::vector<std::string> settings;
};

/// The document of a command that asks something of one scenario: what every one begins with, the
/// scenario and its provenance.
GRANARY_API JsonObject scenario_document(std::string_view command, const RunDescription& what);
GRANARY_API schema::Object scenario_document_schema(std::string_view command);

/// The settings, what others have published on the dead, and what units mean.
GRANARY_API void add_provenance(const std::vector<std::string>& settings, JsonObject& document);
GRANARY_API void add_provenance_schema(schema::Object& document);

/// What a scenario is; `argument` is what the user called it.
GRANARY_API JsonObject scenario_json(const std::string& argument, const Scenario& scenario);
GRANARY_API schema::Object scenario_json_schema();

/// The figures of a row under their names, and the descriptions of the columns.
GRANARY_API void add_figures_schema(schema::Object& row);
GRANARY_API Json columns_schema();
/// { name, unit, meaning }; the unit is null where the column is a text.
GRANARY_API Json column_json(std::string_view name, std::string_view unit,
                             std::string_view meaning);
GRANARY_API Json column_schema();
GRANARY_API Json date_schema(std::string_view meaning);

}  // namespace granary

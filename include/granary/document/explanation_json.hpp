#pragma once
/// The JSON output of `granary explain` and its schema.

#include <string>
#include <string_view>

#include "granary/foundation/api.hpp"
#include "granary/state/flows.hpp"
#include "granary/write/json.hpp"

namespace granary {

/// How much to tell: `brief` is the row of a table, `whole` also the course in the historical
/// scenario, what a constant moves, a scenario's schedules.
enum class Detail { brief, whole };

/// Adds what is called `name` of a kind ("lever", "scenario", ...; see kinds()).
GRANARY_API void add_entries(std::string_view kind, std::string_view name, Detail detail,
                             JsonArray& entries);

/// The rooms with the flows that each declares.
GRANARY_API Json model_entry();
GRANARY_API Json flow_entry(const FlowRow& row);

GRANARY_API std::string explanation_json(const JsonArray& entries);

GRANARY_API std::string explanation_schema();

}  // namespace granary

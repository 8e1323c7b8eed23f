#pragma once
/// The rows of tables and record as JSON: what `granary explain` and the classroom page say alike.

#include <cstddef>
#include <string_view>

#include "granary/foundation/api.hpp"
#include "granary/write/json.hpp"

namespace granary {

/// What every entry begins with.
GRANARY_API JsonObject entry(std::string_view kind, std::string_view name);
/// null where it is empty.
GRANARY_API Json text_or_null(std::string_view text);

GRANARY_API JsonObject lever_row_json(std::size_t lever_row);
GRANARY_API JsonObject parameter_row_json(std::size_t parameter_row);

/// The dated events of exactly this title, with their sources.
GRANARY_API void add_events(std::string_view title, JsonArray& entries);

}  // namespace granary

#pragma once
/// The rows of tables and record as JSON: what `granary explain` and the classroom page say alike.

#include <cstddef>
#include <string_view>

#include "granary/write/json.hpp"

namespace granary::cli {

/// What every entry begins with.
JsonObject entry(std::string_view kind, std::string_view name);
/// null where it is empty.
Json text_or_null(std::string_view text);

JsonObject lever_row_json(std::size_t lever_row);
JsonObject parameter_row_json(std::size_t parameter_row);

/// The dated events of exactly this title, with their sources.
void add_events(std::string_view title, JsonArray& entries);

}  // namespace granary::cli

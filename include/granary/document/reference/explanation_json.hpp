#pragma once
/// The JSON output of `granary explain` and its schema.

#include <span>
#include <string>

#include "granary/document/reference/explained.hpp"
#include "granary/foundation/api.hpp"
#include "granary/write/json.hpp"

namespace granary {

/// What is explained as one JSON text.
GRANARY_API std::string explanation_json(std::span<const Explained> all);

/// The JSON Schema of such a text.
GRANARY_API std::string explanation_schema();

}  // namespace granary

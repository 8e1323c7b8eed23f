#pragma once
/// What is turned, as JSON: the same in a sweep and a search.

#include <string_view>

#include "granary/foundation/api.hpp"
#include "granary/study/variation.hpp"
#include "granary/write/json.hpp"
#include "granary/write/schema.hpp"

namespace granary {

/// What is turned: its name, its unit and the kind of thing it is.
GRANARY_API JsonObject variation_json(const Variation& variation);
GRANARY_API schema::Object variation_schema(std::string_view description);

}  // namespace granary

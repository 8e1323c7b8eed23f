#pragma once
/// The JSON output of `granary attribute` and its schema.

#include <string>

#include "granary/document/json_document.hpp"
#include "granary/foundation/api.hpp"
#include "granary/study/attribution.hpp"

namespace granary {

/// What each driver did as one JSON text, with what others have published beside it.
GRANARY_API std::string attribution_json(const RunDescription& what,
                                         const Attribution& attribution);

/// The JSON Schema of such a text.
GRANARY_API std::string attribution_schema();

}  // namespace granary

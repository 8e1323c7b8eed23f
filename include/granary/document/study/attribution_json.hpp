#pragma once
/// The JSON output of `granary attribute` and its schema.

#include <string>

#include "granary/document/json_document.hpp"
#include "granary/foundation/api.hpp"
#include "granary/study/attribution.hpp"

namespace granary {

GRANARY_API std::string attribution_json(const RunDescription& what,
                                         const Attribution& attribution);

GRANARY_API std::string attribution_schema();

}  // namespace granary

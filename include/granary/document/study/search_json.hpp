#pragma once
/// The JSON output of `granary search` and its schema.

#include <string>

#include "granary/document/json_document.hpp"
#include "granary/foundation/api.hpp"
#include "granary/study/search.hpp"

namespace granary {

/// A search as one JSON text: what was asked, the answer, and every run at a crossing.
GRANARY_API std::string search_json(const RunDescription& what, const SearchPlan& plan,
                                    const SearchResult& result);

/// The JSON Schema of such a text.
GRANARY_API std::string search_schema();

}  // namespace granary

#pragma once
/// The JSON outputs of `granary attribute`, `sweep` and `search`, and their schemas.

#include <string>

#include "granary/document/json_document.hpp"
#include "granary/foundation/api.hpp"
#include "granary/study/attribution.hpp"
#include "granary/study/search.hpp"
#include "granary/study/sweep.hpp"

namespace granary {

GRANARY_API std::string attribute_json(const RunDescription& what, const Attribution& attribution);

GRANARY_API std::string sweep_json(const RunDescription& what, const SweepGrid& grid);

/// A search in words.
struct SearchWords {
    std::string question, answer;
};

GRANARY_API std::string search_json(const RunDescription& what, const SearchPlan& plan,
                                    const SearchResult& result, const SearchWords& words);

GRANARY_API std::string attribute_schema();
GRANARY_API std::string sweep_schema();
GRANARY_API std::string search_schema();

/// What is turned: its name, its unit and the kind of thing it is.
GRANARY_API JsonObject variation_json(const Variation& variation);
GRANARY_API schema::Object variation_schema(std::string_view description);

}  // namespace granary

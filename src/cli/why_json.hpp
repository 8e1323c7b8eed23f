#pragma once
/// The JSON outputs of `granary attribute`, `sweep` and `search`, and their schemas.

#include <string>

#include "cli/json_document.hpp"
#include "granary/analysis/attribution.hpp"
#include "granary/analysis/search.hpp"
#include "granary/analysis/sweep.hpp"

namespace granary::cli {

std::string attribute_json(const RunDescription& what, const Attribution& attribution);

std::string sweep_json(const RunDescription& what, const SweepGrid& grid);

/// A search in words.
struct SearchWords {
    std::string question, answer;
};

std::string search_json(const RunDescription& what, const SearchPlan& plan,
                        const SearchResult& result, const SearchWords& words);

std::string attribute_schema();
std::string sweep_schema();
std::string search_schema();

/// What is turned: its name, its unit and the kind of thing it is.
JsonObject variation_json(const Variation& variation);
schema::Object variation_schema(std::string_view description);

}  // namespace granary::cli

#pragma once
/// A search in words and tables, and as comma-separated values.

#include <string>

#include "granary/document/json_document.hpp"
#include "granary/document/text_style.hpp"
#include "granary/foundation/api.hpp"
#include "granary/study/search.hpp"
#include "granary/write/csv.hpp"

namespace granary {

/// What was asked, in one sentence.
GRANARY_API std::string search_question(const SearchPlan& plan);
/// What was found, in one sentence.
GRANARY_API std::string search_answer(const SearchPlan& plan, const SearchResult& result);

/// Question, answer, and each crossing with the runs on both of its sides.
GRANARY_API std::string search_text(const RunDescription& what, const SearchPlan& plan,
                                    const SearchResult& result, const TextStyle& style = {});

/// A row for each crossing; with what is to be said about them.
GRANARY_API Csv search_csv(const RunDescription& what, const SearchPlan& plan,
                           const SearchResult& result);

}  // namespace granary

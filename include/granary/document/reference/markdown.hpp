#pragma once
/// Pages of the documentation that are made of the tables.

#include "granary/foundation/api.hpp"
#include "granary/write/safe_text.hpp"

namespace granary {

/// docs/levers.md: the levers and the constants.
GRANARY_API MarkdownText markdown_levers();
/// docs/symbols.md: stocks and flows.
GRANARY_API MarkdownText markdown_symbols();
/// docs/scenarios.md, which runs them all.
GRANARY_API MarkdownText markdown_scenarios();
/// docs/validation.md, which runs every reading.
GRANARY_API MarkdownText markdown_validation();

}  // namespace granary

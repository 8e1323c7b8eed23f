#pragma once
/// Pages of the documentation that are made of the tables.

#include <string>

#include "granary/foundation/api.hpp"

namespace granary {

/// docs/levers.md: the levers and the constants.
GRANARY_API std::string markdown_levers();
/// docs/symbols.md: stocks and flows.
GRANARY_API std::string markdown_symbols();
/// docs/scenarios.md, which runs them all.
GRANARY_API std::string markdown_scenarios();

}  // namespace granary

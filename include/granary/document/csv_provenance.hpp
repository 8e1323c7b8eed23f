#pragma once
/// How a table of comma-separated values was made.

#include <string>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/write/csv.hpp"

namespace granary {

/// The comment lines that say how the table below was made.
GRANARY_API void add_provenance(const std::vector<std::string>& settings, Csv& csv);

}  // namespace granary

#pragma once
/// How a table of comma-separated values was made.

#include <string>
#include <vector>

#include "granary/document/json_document.hpp"
#include "granary/foundation/api.hpp"
#include "granary/write/csv.hpp"

namespace granary {

/// The comment lines that say which scenario was run, and under which reading of the record.
GRANARY_API void add_scenario(const RunDescription& what, Csv& csv);

/// The comment lines that say how the table below was made.
GRANARY_API void add_provenance(const std::vector<std::string>& settings, Csv& csv);

}  // namespace granary

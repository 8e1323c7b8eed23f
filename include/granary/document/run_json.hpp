#pragma once
/// The JSON output of `granary run` and its schema.

#include <string>

#include "granary/analysis/periods.hpp"
#include "granary/document/json_document.hpp"
#include "granary/foundation/api.hpp"

namespace granary {

GRANARY_API std::string run_json(const RunDescription& what, const Trajectory<double>& run,
                                 Every every);

GRANARY_API std::string run_schema();

}  // namespace granary

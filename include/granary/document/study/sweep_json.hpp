#pragma once
/// The JSON output of `granary sweep` and its schema.

#include <string>

#include "granary/document/json_document.hpp"
#include "granary/foundation/api.hpp"
#include "granary/study/sweep.hpp"

namespace granary {

GRANARY_API std::string sweep_json(const RunDescription& what, const SweepGrid& grid);

GRANARY_API std::string sweep_schema();

}  // namespace granary

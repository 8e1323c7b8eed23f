#pragma once
/// The JSON output of `granary sweep` and its schema.

#include <string>

#include "granary/document/json_document.hpp"
#include "granary/foundation/api.hpp"
#include "granary/study/sweep.hpp"

namespace granary {

/// A sweep as one JSON text: a row for each point that was run. The scenario is run once more, for
/// its own figures.
GRANARY_API std::string sweep_json(const RunDescription& what, const SweepGrid& grid);

/// The JSON Schema of such a text.
GRANARY_API std::string sweep_schema();

}  // namespace granary

#pragma once
/// The JSON output of `granary compare` and its schema.

#include <span>
#include <string>
#include <vector>

#include "granary/document/comparison.hpp"
#include "granary/foundation/api.hpp"

namespace granary {

/// Runs side by side as one JSON text: what each comes to, how it differs from the first, and the
/// country's years. At least one run.
GRANARY_API std::string comparison_json(std::span<const ComparedRun> runs,
                                        const std::vector<std::string>& settings);

/// The JSON Schema of such a text.
GRANARY_API std::string comparison_schema();

}  // namespace granary

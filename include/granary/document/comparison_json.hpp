#pragma once
/// The JSON output of `granary compare` and its schema.

#include <span>
#include <string>
#include <vector>

#include "granary/document/comparison.hpp"
#include "granary/foundation/api.hpp"

namespace granary {

/// At least one run, of which the first is what the others differ from.
GRANARY_API std::string comparison_json(std::span<const ComparedRun> runs,
                                        const std::vector<std::string>& settings);

GRANARY_API std::string comparison_schema();

}  // namespace granary

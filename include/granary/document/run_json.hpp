#pragma once
/// The JSON output of `granary run` and its schema.

#include <span>
#include <string>

#include "granary/analysis/periods.hpp"
#include "granary/analysis/tolls.hpp"
#include "granary/document/json_document.hpp"
#include "granary/foundation/api.hpp"

namespace granary {

/// A run as one JSON text: what was run, its finding, and a row for each year or month of each
/// region and of the country.
GRANARY_API std::string run_json(const RunDescription& what, const Trajectory<double>& run,
                                 Every every, std::span<const Toll> tolls = {});

/// The JSON Schema of such a text.
GRANARY_API std::string run_schema();

}  // namespace granary

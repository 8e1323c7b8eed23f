#pragma once
/// The CSV output of `granary run`.

#include <string>

#include "granary/document/run_json.hpp"
#include "granary/foundation/api.hpp"
#include "granary/write/csv.hpp"

namespace granary {

/// A run as CSV, with what is to be said about it.
GRANARY_API Csv run_csv(const RunDescription& what, const Trajectory<double>& run, Every every);

}  // namespace granary

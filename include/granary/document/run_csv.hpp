#pragma once
/// The CSV output of `granary run`.

#include <string>

#include "granary/document/run_json.hpp"
#include "granary/foundation/api.hpp"

namespace granary {

/// A run as CSV, below comments that say how it was made; `quiet` without them.
GRANARY_API std::string run_csv(const RunDescription& what, const Trajectory<double>& run,
                                Every every, bool quiet = false);

}  // namespace granary

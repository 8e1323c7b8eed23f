#pragma once
/// The CSV output of `granary run`.

#include <string>

#include "cli/run_json.hpp"

namespace granary::cli {

std::string run_csv(const RunDescription& what, const Trajectory<double>& run, Every every);

}  // namespace granary::cli

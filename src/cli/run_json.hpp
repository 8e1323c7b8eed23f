#pragma once
/// The JSON output of `granary run` and its schema.

#include <string>

#include "cli/json_document.hpp"
#include "granary/analysis/periods.hpp"

namespace granary::cli {

std::string run_json(const RunDescription& what, const Trajectory<double>& run, Every every);

std::string run_schema();

}  // namespace granary::cli

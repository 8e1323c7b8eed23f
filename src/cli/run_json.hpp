#pragma once
/// The JSON output of `granary run` and its schema.

#include <string>
#include <vector>

#include "granary/analysis/periods.hpp"
#include "granary/scenario/scenario.hpp"

namespace granary::cli {

/// What was run: the scenario under the name the user gave, and the settings on top of it.
struct RunDescription {
    const Scenario& scenario;
    std::string argument;
    std::vector<std::string> settings;
};

std::string run_json(const RunDescription& what, const Trajectory<double>& run, Every every);

std::string run_schema();

}  // namespace granary::cli

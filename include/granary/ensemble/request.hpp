#pragma once
/// An ensemble as it is asked for, in the words of `granary ensemble`.

#include <cstdint>
#include <string>
#include <vector>

#include "granary/ensemble/run_ensemble.hpp"
#include "granary/foundation/api.hpp"

namespace granary {

/// What is asked for; no bit of the result depends on anything else.
struct EnsembleRequest {
    std::string scenario;               ///< a shipped scenario's name, or a file
    std::vector<std::string> settings;  ///< on top of it: "levers.pressure=0"
    std::string vary;  ///< a file of distributions; empty: the prior of the fitted constants
    Design design = Design::mc;
    std::uint64_t members = 0, seed = 1;
    std::vector<std::string> above;  ///< thresholds: "rural_ration_kg=180"
    bool keep_members = false;
};

/// The ensemble asked for, to be run into a file .nc or .csv. Throws like `load_scenario`,
/// `load_vary_file` and `summarised_figures`; for a threshold Error (usage), or NotFound where
/// there is no figure of the name.
GRANARY_API EnsembleJob job_of(const EnsembleRequest& request, const std::string& file);

}  // namespace granary

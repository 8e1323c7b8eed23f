#pragma once
/// What makes an ensemble the one it is, in words.

#include <vector>

#include "cli/ensemble_options.hpp"
#include "granary/study/ensemble.hpp"
#include "netcdf/ensemble_file.hpp"

namespace granary::cli {

/// Two ensembles of equal facts, members and seed are the same ensemble. No path, lane, thread or
/// block is among them.
std::vector<Fact> facts_of(const EnsemblePlan& plan, const EnsembleOptions& options);

/// The text of a fact; empty where there is none of the key.
std::string fact(const EnsembleFile& ensemble, std::string_view key);

}  // namespace granary::cli

#pragma once
/// What `granary ensemble` and `granary merge` do, in the program that loads netCDF.

#include "cli/commands.hpp"

namespace granary::cli {

void run_ensemble_command(const EnsembleOptions& options);
void run_merge_command(const MergeOptions& options);

inline constexpr EnsembleCommands ensemble_commands{run_ensemble_command, run_merge_command};

}  // namespace granary::cli

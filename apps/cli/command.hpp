#pragma once
/// The command as a function.

#include "cli/commands.hpp"

namespace granary::cli {

/// Reads the arguments, lets one of the commands work, and turns every error into a message and an
/// exit code, which it returns.
int command(int argc, char** argv, const EnsembleCommands& ensembles);

}  // namespace granary::cli

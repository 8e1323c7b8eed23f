#pragma once
/// The command as a function.

namespace granary::cli {

/// Reads the arguments, lets one of the commands work, and turns every error into a message and an
/// exit code, which it returns.
int command(int argc, char** argv);

}  // namespace granary::cli

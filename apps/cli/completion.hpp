#pragma once
/// Completion of the command line in a shell.

#include <string>

#include "cli/definition.hpp"

namespace granary::cli {

/// A script for bash that completes commands, options, the names of scenarios, levers, parameters,
/// variables and provinces, and files. The names are those of this library: the shell runs nothing.
std::string bash_completion(const Program& program);

}  // namespace granary::cli

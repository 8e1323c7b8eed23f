#pragma once
/// The parser of the command line, which nothing else sees.

#include <string>
#include <string_view>

#include "cli/definition.hpp"

namespace granary::cli {

/// Reads the arguments and runs the command that they call; returns its exit code. Throws a usage
/// error where they are wrong.
int run_command_line(const Program& program, int argc, char** argv);

/// What --help prints of a command, and of the program where `command` is empty. Throws NotFound.
std::string help_text(const Program& program, std::string_view command);

}  // namespace granary::cli

#pragma once
/// How faults are told.

#include <string_view>

#include "granary/foundation/error.hpp"

namespace granary::cli {

/// What is no fault but must be known: "granary: MESSAGE" on the standard error.
void note(std::string_view message);

/// "granary: MESSAGE" on the standard error, a line for each line of the message; below each
/// problem of a scenario its line of the file, marked. Nothing in it steers a terminal. Returns the
/// exit code.
int complain(std::string_view message, ErrorClass which);
int complain(const Error& error);

}  // namespace granary::cli

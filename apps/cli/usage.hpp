#pragma once
/// Errors of the command line.

#include <string>

#include "granary/foundation/error.hpp"

namespace granary::cli {

/// Throws a usage error.
[[noreturn]] inline void wrong(const std::string& message) {
    throw Error(ErrorClass::usage, message);
}

}  // namespace granary::cli

#pragma once
/// Where text goes: to a file whole or not at all, or to the standard output.

#include <string>
#include <string_view>

#include "granary/foundation/api.hpp"

namespace granary {

/// Writes a file whole or not at all: beside it first, then under its name, with the mode of the
/// file it replaces. A device or pipe is written directly. Throws FileError.
GRANARY_API void write_file(const std::string& path, std::string_view text);

/// Whether somebody still reads the standard output.
enum class Reader { present, gone };

/// Writes to the standard output. `gone` where nobody reads it any more (a closed pipe, if SIGPIPE
/// is ignored). Throws FileError for every other fault, such as a full disk.
GRANARY_API Reader write_standard_output(std::string_view text);

}  // namespace granary

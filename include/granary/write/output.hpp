#pragma once
/// Where text goes: to a file whole or not at all, or to the standard output.

#include <string>
#include <string_view>

namespace granary {

/// Writes a file whole or not at all: beside it first, then under its name, with the mode of the
/// file it replaces. A device or pipe is written directly. Throws FileError.
void write_file(const std::string& path, std::string_view text);

/// Throws what `write_file` would throw for want of a folder or a permission: to be asked before
/// long work.
void require_writable(const std::string& path);

enum class Reader { present, gone };

/// Writes to the standard output. `gone` where nobody reads it any more (a closed pipe, if SIGPIPE
/// is ignored). Throws FileError for every other fault, such as a full disk.
Reader write_standard_output(std::string_view text);

}  // namespace granary

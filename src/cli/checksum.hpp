#pragma once
/// What tells whether two files are the same.

#include <string>
#include <string_view>

namespace granary::cli {

/// SHA-256 in hexadecimal digits, as `sha256sum` prints it.
std::string sha256(std::string_view bytes);

}  // namespace granary::cli

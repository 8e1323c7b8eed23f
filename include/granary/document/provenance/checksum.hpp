#pragma once
/// What tells whether two files are the same.

#include <cstdint>
#include <string>
#include <string_view>

#include "granary/foundation/api.hpp"

namespace granary {

/// SHA-256 in hexadecimal digits, as `sha256sum` prints it.
GRANARY_API std::string sha256(std::string_view bytes);

/// The same of the first bytes of a file; empty where they cannot be read, and `errno` says why.
GRANARY_API std::string sha256_of_file(const std::string& path, std::uint64_t bytes);

}  // namespace granary

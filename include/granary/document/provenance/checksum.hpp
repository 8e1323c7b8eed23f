#pragma once
/// What tells whether two files are the same.

#include <string>
#include <string_view>

#include "granary/foundation/api.hpp"

namespace granary {

/// SHA-256 in hexadecimal digits, as `sha256sum` prints it.
GRANARY_API std::string sha256(std::string_view bytes);

}  // namespace granary

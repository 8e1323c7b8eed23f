#pragma once
/// What code ran.

#include <string_view>

#include "granary/foundation/api.hpp"

namespace granary {

/// SHA-256 of the sources that the library was compiled from, the compiler and its options. Two
/// libraries of one identity make the same numbers of the same scenario; of any others nobody
/// knows.
GRANARY_API std::string_view build_identity();

}  // namespace granary

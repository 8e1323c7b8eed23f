#pragma once
/// Which granary this is.

#include <string_view>

#include "granary/foundation/api.hpp"

namespace granary {

/// The version of the compiled library, such as "0.1.0".
GRANARY_API std::string_view version();

}  // namespace granary

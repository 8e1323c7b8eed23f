#pragma once
/// Which granary this is.

#include <string_view>

namespace granary {

/// The version of the compiled library, such as "0.1.0".
std::string_view version();

}  // namespace granary

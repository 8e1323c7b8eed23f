#pragma once
/// Numbers as text. A figure that is undefined (not a number) has none.

#include <string>

#include "granary/foundation/api.hpp"

namespace granary {

/// The shortest text that reads back as the same double; empty where the value is not finite.
GRANARY_API std::string shortest(double value);

/// So many decimals, never "-0.0"; "-" where the value is not finite.
GRANARY_API std::string fixed(double value, int decimals);

/// The same with a sign before every number but 0: for differences.
GRANARY_API std::string signed_fixed(double value, int decimals);

}  // namespace granary

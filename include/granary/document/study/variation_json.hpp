#pragma once
/// What is turned, as JSON: the same in a sweep and a search.

#include "granary/document/fields.hpp"
#include "granary/foundation/api.hpp"
#include "granary/study/variation.hpp"

namespace granary {

/// The kind of thing that is turned, its name and its unit.
GRANARY_API Fields<Variation> variation_fields();

}  // namespace granary

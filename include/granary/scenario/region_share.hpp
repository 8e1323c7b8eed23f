#pragma once
/// The rule on a share as a file gives it, which the reader and the schema of scenario files keep.

#include "granary/scenario/runnable.hpp"

namespace granary {

/// Of a share beside others, which are brought to a sum of 1.
inline constexpr NumberRule region_share_rule{
    "share", "a number above 0, at most 1e12 (or 0, to leave a region of the parent out)", 0, 1e12};

}  // namespace granary

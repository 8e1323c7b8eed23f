#pragma once
/// Many runs spread over the cores.

#include <cstddef>
#include <functional>

#include "granary/foundation/api.hpp"

namespace granary {

/// How runs are spread, and who is told.
struct Workers {
    std::size_t threads = 0;  ///< 0: as many as the machine runs at once
    /// Told after each part how many are done, one call at a time but from any thread; where it
    /// says no, no further part is begun.
    std::function<bool(std::size_t done)> proceed;
};

/// Calls `work(i)` once for each i below `count`, begun in this order. Returns how many were done:
/// all, or the first so many where `proceed` said no. Throws what the first part that fails throws.
/// Parts that write to places of their own give the same result on any number of threads.
GRANARY_API std::size_t for_each_part(std::size_t count,
                                      const std::function<void(std::size_t)>& work,
                                      const Workers& workers = {});

}  // namespace granary

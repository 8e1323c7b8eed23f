#pragma once
/// Mean and spread of a set of values, so kept that two sets can be put together.

#include <cstdint>
#include <span>

#include "granary/foundation/api.hpp"

namespace granary {

/// Of the values that are numbers; in the unit of the values.
struct GRANARY_API Moments {
    std::uint64_t count = 0;
    double mean = 0;     ///< from `least` to `greatest`
    double squares = 0;  ///< sum of the squared differences from the mean
    double least = 0, greatest = 0;

    /// The variance that the values estimate (count - 1 in the denominator); not a number for fewer
    /// than two values.
    double variance() const;

    friend bool operator==(const Moments&, const Moments&) = default;
};

/// Of values one after another, those that are no numbers left out.
GRANARY_API Moments moments_of(std::span<const double> values);
/// Of both sets together (Chan, Golub & LeVeque 1983); the same bits for the same two in this
/// order.
GRANARY_API Moments together(const Moments& first, const Moments& second);

}  // namespace granary

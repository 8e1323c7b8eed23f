#include "granary/study/moments.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace granary {

double Moments::variance() const {
    if (count < 2) return std::numeric_limits<double>::quiet_NaN();
    return squares / static_cast<double>(count - 1);
}

Moments moments_of(std::span<const double> values) {
    Moments result;
    double sum = 0;
    result.least = std::numeric_limits<double>::infinity();
    result.greatest = -result.least;
    for (const double value : values) {
        if (std::isnan(value)) continue;
        ++result.count;
        sum += value;
        result.least = std::min(result.least, value);
        result.greatest = std::max(result.greatest, value);
    }
    if (result.count == 0) return {};
    // A sum of many equal values rounds to another mean than they have.
    result.mean =
        std::clamp(sum / static_cast<double>(result.count), result.least, result.greatest);
    for (const double value : values)
        if (!std::isnan(value)) result.squares += (value - result.mean) * (value - result.mean);
    return result;
}

Moments together(const Moments& first, const Moments& second) {
    if (first.count == 0) return second;
    if (second.count == 0) return first;
    const auto a = static_cast<double>(first.count), b = static_cast<double>(second.count);
    const double apart = second.mean - first.mean;
    const double least = std::min(first.least, second.least),
                 greatest = std::max(first.greatest, second.greatest);
    return {first.count + second.count,
            std::clamp(first.mean + apart * (b / (a + b)), least, greatest),
            first.squares + second.squares + apart * apart * (a * b / (a + b)), least, greatest};
}

}  // namespace granary

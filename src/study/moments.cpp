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
    result.mean = sum / static_cast<double>(result.count);
    for (const double value : values)
        if (!std::isnan(value)) result.squares += (value - result.mean) * (value - result.mean);
    return result;
}

Moments together(const Moments& first, const Moments& second) {
    if (first.count == 0) return second;
    if (second.count == 0) return first;
    const auto a = static_cast<double>(first.count), b = static_cast<double>(second.count);
    const double apart = second.mean - first.mean;
    return {first.count + second.count, first.mean + apart * (b / (a + b)),
            first.squares + second.squares + apart * apart * (a * b / (a + b)),
            std::min(first.least, second.least), std::max(first.greatest, second.greatest)};
}

}  // namespace granary

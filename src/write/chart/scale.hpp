#pragma once
/// From values to places in the picture, and the round values that an axis names.

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace granary::chart {

/// The values that an axis must show; empty until one is included. What is not finite is left out.
struct Range {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    bool empty() const { return !(low <= high); }
    void include(double value) {
        if (!std::isfinite(value)) return;
        low = std::min(low, value);
        high = std::max(high, value);
    }
};

/// A straight scale; `from` and `to` are the places of `low` and `high`.
struct Scale {
    double low, high, from, to;

    double operator()(double value) const {
        return from + (value - low) / (high - low) * (to - from);
    }
};

/// An axis whose ends are ticks, at 1, 2 or 5 times a power of ten.
struct Ticks {
    double low = 0, step = 1;
    int count = 1;  ///< of steps

    double high() const { return low + count * step; }
    std::vector<double> values() const;
    /// With as many decimals as the step has: "0.5", "150".
    std::string label(double value) const;
};

/// Ticks around all of the range, at most `most` steps (at least 1) and as many as fit. An empty
/// range is that of 0 to 1; a single value is put between two ticks.
Ticks ticks_for(Range range, int most);

}  // namespace granary::chart

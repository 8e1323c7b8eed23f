#include "write/chart/scale.hpp"

#include "granary/write/number.hpp"

namespace granary::chart {
namespace {

/// A span that rounding lets go a little beyond a tick needs no further step.
constexpr double slack = 1e-9;

Ticks with_step(const Range& range, double step) {
    const double first = std::floor(range.low / step + slack);
    const double last = std::ceil(range.high / step - slack);
    return {first * step, step, std::max(1, static_cast<int>(last - first))};
}

/// A span of no width has none to divide: it gets a neighbourhood in proportion to its size.
Range widened(Range range) {
    if (range.empty()) return {0, 1};
    const double least = 1e-6 * std::max({std::fabs(range.low), std::fabs(range.high), 1e-3});
    if (range.high - range.low >= least) return range;
    const double by = std::max(0.1 * std::fabs(range.low), 0.5);
    return {range.low - by, range.high + by};
}

double power_of_ten_below(double value) {
    double power = 1;
    while (power > value) power /= 10;
    while (power * 10 <= value) power *= 10;
    return power;
}

}  // namespace

std::vector<double> Ticks::values() const {
    std::vector<double> values;
    for (int i = 0; i <= count; ++i) values.push_back(low + i * step);
    return values;
}

std::string Ticks::label(double value) const {
    int decimals = 0;
    for (double unit = 1; step < unit * (1 - slack) && decimals < 9; unit /= 10) ++decimals;
    return fixed(value, decimals);
}

Ticks ticks_for(Range range, int most) {
    range = widened(range);
    const int limit = std::max(most, 1);
    double power = power_of_ten_below((range.high - range.low) / limit);
    for (;; power *= 10)
        for (const double factor : {1.0, 2.0, 5.0}) {
            const auto ticks = with_step(range, factor * power);
            if (ticks.count <= limit || factor * power > 100 * (range.high - range.low))
                return ticks;
        }
}

}  // namespace granary::chart

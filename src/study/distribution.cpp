#include "granary/study/distribution.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "granary/foundation/error.hpp"
#include "granary/foundation/math.hpp"
#include "granary/foundation/real.hpp"

namespace granary {
namespace {

using Kind = Distribution::Kind;

constexpr double infinity = std::numeric_limits<double>::infinity();
/// Of what less than this share is left, the digits of a quantile are few, and the range is hardly
/// the one that was meant.
constexpr double least_share = 1e-9;

// clang-format off
/// AS 241, table of PPND16: numerators and denominators, in powers of r, of the middle, of
/// sqrt(-log p) up to 5 and beyond.
constexpr double middle_above[] = {
    3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
    1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
    3.3430575583588128105e4, 2.5090809287301226727e3};
constexpr double middle_below[] = {
    1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
    2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4,
    5.2264952788528545610e3};
constexpr double tail_above[] = {
    1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
    3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
    2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr double tail_below[] = {
    1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
    1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
    1.05075007164441684324e-9};
constexpr double far_above[] = {
    6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
    2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
    2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr double far_below[] = {
    1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
    7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
    2.04426310338993978564e-15};
// clang-format on

template <std::size_t N>
double horner(double x, const double (&c)[N]) {
    return recipe::polynomial<N - 1>(x, c);
}

/// z of the probability `below`, `above` being the rest of it: the smaller is the one with digits.
double normal_quantile(double below, double above) {
    const double q = 0.5 * (below - above);
    if (abs(q) <= 0.425) {
        const double r = 0.180625 - q * q;
        return q * horner(r, middle_above) / horner(r, middle_below);
    }
    const double smaller = below < above ? below : above;
    if (smaller <= 0) return below < above ? -infinity : infinity;
    const double r = sqrt(-log(smaller));
    const double z = r <= 5 ? horner(r - 1.6, tail_above) / horner(r - 1.6, tail_below)
                            : horner(r - 5.0, far_above) / horner(r - 5.0, far_below);
    return below < above ? -z : z;
}

Tails triangular_tails(std::span<const double> values, double x) {
    const double low = values[0], mode = values[1], high = values[2], width = high - low;
    if (x <= low) return {0, 1};
    if (x >= high) return {1, 0};
    if (x < mode) {
        const double below = (x - low) / width * ((x - low) / (mode - low));
        return {below, 1 - below};
    }
    const double above = (high - x) / width * ((high - x) / (high - mode));
    return {1 - above, above};
}

double triangular_value(std::span<const double> values, const Tails& at) {
    const double low = values[0], mode = values[1], high = values[2], width = high - low;
    return at.below * width < mode - low ? low + sqrt(at.below * width * (mode - low))
                                         : high - sqrt(at.above * width * (high - mode));
}

Tails normal_tails(double z) {
    return {normal_cdf(z), normal_cdf(-z)};
}

/// At a value that the kind reaches, of the distribution not cut off.
Tails tails_at(Kind kind, std::span<const double> values, double x) {
    switch (kind) {
        case Kind::uniform:
            return {(x - values[0]) / (values[1] - values[0]),
                    (values[1] - x) / (values[1] - values[0])};
        case Kind::triangular:
            return triangular_tails(values, x);
        case Kind::lognormal:
            return normal_tails(log(x / values[0]) / values[1]);
        case Kind::normal:
            break;
    }
    return normal_tails((x - values[0]) / values[1]);
}

/// The converse of `tails_at`.
double value_at(Kind kind, std::span<const double> values, const Tails& at) {
    switch (kind) {
        case Kind::uniform:
            return values[0] + at.below * (values[1] - values[0]);
        case Kind::triangular:
            return triangular_value(values, at);
        case Kind::lognormal:
            return values[0] * exp(values[1] * normal_quantile(at.below, at.above));
        case Kind::normal:
            break;
    }
    return values[0] + values[1] * normal_quantile(at.below, at.above);
}

/// Where the kind itself begins and ends.
ValueRange support_of(Kind kind, std::span<const double> values) {
    switch (kind) {
        case Kind::uniform:
        case Kind::triangular:
            return {values.front(), values.back()};
        case Kind::lognormal:
            return {0, infinity};
        case Kind::normal:
            break;
    }
    return {-infinity, infinity};
}

ValueRange overlap(const ValueRange& a, const ValueRange& b) {
    return {std::max(a.low, b.low), std::min(a.high, b.high)};
}

/// How much of the distribution lies in a range that it reaches.
double share_within(Kind kind, std::span<const double> values, const ValueRange& range) {
    const auto low = tails_at(kind, values, range.low), high = tails_at(kind, values, range.high);
    return low.below < low.above ? high.below - low.below : low.above - high.above;
}

std::optional<std::string> order_problem(std::span<const double> values) {
    if (values.size() == 3 && (values[1] < values[0] || values[2] < values[1]))
        return fmt::format("the mode {} is not between {} and {}", values[1], values[0], values[2]);
    if (values.front() < values.back()) return std::nullopt;
    return fmt::format("low {} is not below high {}", values.front(), values.back());
}

/// What is wrong with the values whatever the range.
std::optional<std::string> shape_problem(Kind kind, std::span<const double> values) {
    const auto& row = Distribution::kinds[static_cast<std::size_t>(kind)];
    if (values.size() != row.values)
        return fmt::format("{} takes {} values, {}", row.name, row.values, row.example);
    for (std::size_t i = 0; i < row.values; ++i)
        if (!std::isfinite(values[i]))
            return fmt::format("the {} is no number", row.value_names[i]);
    if (kind == Kind::uniform || kind == Kind::triangular) return order_problem(values);
    if (kind == Kind::lognormal && !(values[0] > 0))
        return fmt::format("the median {} is not above 0", values[0]);
    if (values[1] > 0) return std::nullopt;
    return fmt::format("the {} {} is not above 0", row.value_names[1], values[1]);
}

}  // namespace

double normal_quantile(double probability) {
    return normal_quantile(probability, 1.0 - probability);
}

std::optional<std::string> Distribution::problem(Kind kind, std::span<const double> values,
                                                 const ValueRange& within) {
    if (auto found = shape_problem(kind, values)) return found;
    if (!(within.low < within.high))
        return fmt::format("low {} is not below high {}", within.low, within.high);
    const auto range = overlap(within, support_of(kind, values));
    if (range.low < range.high && share_within(kind, values, range) >= least_share)
        return std::nullopt;
    return fmt::format("less than a part in 10^9 of it lies between {} and {}", within.low,
                       within.high);
}

Distribution::Distribution(Kind kind, std::span<const double> values, const ValueRange& within)
    : kind_(kind) {
    if (const auto found = problem(kind, values, within)) throw Error(ErrorClass::usage, *found);
    std::copy(values.begin(), values.end(), values_.begin());
    range_ = overlap(within, support_of(kind, values));
    low_ = tails_at(kind, values, range_.low);
    high_ = tails_at(kind, values, range_.high);
}

Distribution Distribution::normal(double mean, double deviation, const ValueRange& within) {
    return {Kind::normal, std::array{mean, deviation}, within};
}
Distribution Distribution::uniform(double low, double high, const ValueRange& within) {
    return {Kind::uniform, std::array{low, high}, within};
}
Distribution Distribution::triangular(double low, double mode, double high,
                                      const ValueRange& within) {
    return {Kind::triangular, std::array{low, mode, high}, within};
}
Distribution Distribution::lognormal(double median, double log_deviation,
                                     const ValueRange& within) {
    return {Kind::lognormal, std::array{median, log_deviation}, within};
}

double Distribution::quantile(double u) const {
    const Tails at{low_.below + u * (high_.below - low_.below),
                   high_.above + (1 - u) * (low_.above - high_.above)};
    // Only the last rounding can lie outside.
    return std::clamp(value_at(kind_, values(), at), range_.low, range_.high);
}

/// Twelve digits: a quarter of 0.29 - 0.22 is 0.0175.
std::string Distribution::text() const {
    std::string text(row().name);
    for (std::size_t i = 0; i < row().values; ++i) {
        std::string name(row().value_names[i]);
        std::replace(name.begin(), name.end(), '_', ' ');
        text += fmt::format(", {} {}", name, values_[i]);
    }
    const auto whole = support_of(kind_, values());
    if (range_.low <= whole.low && whole.high <= range_.high) return text;
    return text + fmt::format(", from {} to {}", range_.low, range_.high);
}

}  // namespace granary

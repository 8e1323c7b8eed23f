/// How far the elementary functions are from the true value, over ten million numbers each, by a
/// reference with 113 bits: rounded, it is the nearest double but for one case in some 2^58.

#if __has_include(<quadmath.h>)
#include <gtest/gtest.h>
#include <quadmath.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

#include "granary/foundation/math.hpp"

namespace granary {
namespace {

__extension__ using Quad = __float128;

constexpr int count = 10'000'000;

/// Distance in units in the last place of the nearest double.
double ulps(double value, Quad reference) {
    int exponent = 0;
    std::frexp(std::fabs(static_cast<double>(reference)), &exponent);
    const int place = std::max(exponent, -1021) - 53;
    return static_cast<double>(ldexpq(fabsq(reference - static_cast<Quad>(value)), -place));
}

/// What was found over all numbers.
struct Accuracy {
    double largest_ulps = 0, at = 0;
    int not_nearest = 0;
};

/// Numbers spread evenly over the bits of the fraction and the exponents between two powers of two.
class Numbers {
  public:
    Numbers(double low, double high) : low_(low), range_(high - low) {}
    double next() {
        state_ += 0x9e3779b97f4a7c15;
        std::uint64_t mixed = (state_ ^ (state_ >> 32)) * 0xd6e8feb86659fd93;
        mixed = (mixed ^ (mixed >> 32)) * 0xd6e8feb86659fd93;
        return low_ + range_ * (static_cast<double>((mixed ^ (mixed >> 32)) >> 11) * 0x1p-53);
    }

  private:
    std::uint64_t state_ = 1960;
    double low_, range_;
};

template <class Function, class Reference>
Accuracy accuracy(double low, double high, Function function, Reference reference) {
    Numbers numbers(low, high);
    Accuracy found;
    for (int i = 0; i < count; ++i) {
        const double x = numbers.next();
        const Quad exact = reference(static_cast<Quad>(x));
        const double value = function(x), error = ulps(value, exact);
        if (value != static_cast<double>(exact)) ++found.not_nearest;
        if (!(error <= found.largest_ulps)) found = {error, x, found.not_nearest};
    }
    testing::Test::RecordProperty("largest_ulps", std::to_string(found.largest_ulps));
    testing::Test::RecordProperty("not_nearest", found.not_nearest);
    return found;
}

TEST(MathAccuracy, OfExp) {
    const auto found = accuracy(
        -708.0, 709.7, [](double x) { return exp(x); }, expq);
    EXPECT_LE(found.largest_ulps, 0.9) << "at " << found.at;
}

TEST(MathAccuracy, OfExpWhereTheModelUsesIt) {
    const auto found = accuracy(
        -20.0, 20.0, [](double x) { return exp(x); }, expq);
    EXPECT_LE(found.largest_ulps, 0.9) << "at " << found.at;
}

TEST(MathAccuracy, OfLogAroundOne) {
    const auto found = accuracy(
        0.25, 4.0, [](double x) { return log(x); }, logq);
    EXPECT_LE(found.largest_ulps, 0.7) << "at " << found.at;
}

TEST(MathAccuracy, OfLogAtEveryScale) {
    const auto found = accuracy(
        -1022.0, 1023.9, [](double x) { return log(std::exp2(x)); },
        [](Quad x) { return logq(static_cast<Quad>(std::exp2(static_cast<double>(x)))); });
    EXPECT_LE(found.largest_ulps, 0.7) << "at two to the " << found.at;
}

TEST(MathAccuracy, OfErfc) {
    const auto found = accuracy(
        -6.0, 26.5, [](double x) { return erfc(x); }, erfcq);
    EXPECT_LE(found.largest_ulps, 1.2) << "at " << found.at;
}

TEST(MathAccuracy, OfErfcWhereTheModelUsesIt) {
    const auto found = accuracy(
        -3.0, 6.0, [](double x) { return erfc(x); }, erfcq);
    EXPECT_LE(found.largest_ulps, 1.2) << "at " << found.at;
}

TEST(MathAccuracy, OfErfcInTheFarTail) {
    const auto found = accuracy(
        14.0, 26.54, [](double x) { return erfc(x); }, erfcq);
    EXPECT_LE(found.largest_ulps, 1.2) << "at " << found.at;
}

TEST(MathAccuracy, OfErfcWhereItIsJustBelowOne) {
    const auto found = accuracy(
        0.0, 0.1, [](double x) { return erfc(x); }, erfcq);
    EXPECT_LE(found.largest_ulps, 1.2) << "at " << found.at;
}

/// The exponents between -4 and 4 follow from the base, in no order.
TEST(MathAccuracy, OfPowWhereTheModelUsesIt) {
    const auto exponent = [](double base) { return 8.0 * std::fmod(base * 1e6, 1.0) - 4.0; };
    const auto found = accuracy(
        0.01, 10.0, [&](double x) { return pow(x, exponent(x)); },
        [&](Quad x) { return powq(x, static_cast<Quad>(exponent(static_cast<double>(x)))); });
    EXPECT_LE(found.largest_ulps, 1.0) << "at the base " << found.at;
}

}  // namespace
}  // namespace granary
#endif

/// How far the elementary functions are from the true value, over ten million numbers each, by a
/// reference with 113 bits: rounded, it is the nearest double but for one case in some 2^58. It
/// costs microseconds, so it is asked only where the 64 bits of long double leave in doubt whether
/// a double is the nearest, or further off than all before; what is found is the same.

#if __has_include(<quadmath.h>)
#include <gtest/gtest.h>
#include <quadmath.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

#include "granary/foundation/math.hpp"

namespace granary {
namespace {

__extension__ using Quad = __float128;

constexpr int count = 10'000'000;

/// The true functions, to either number of bits.
struct TrueExp {
    Quad operator()(Quad x) const { return expq(x); }
    long double operator()(long double x) const { return std::exp(x); }
};
struct TrueLog {
    Quad operator()(Quad x) const { return logq(x); }
    long double operator()(long double x) const { return std::log(x); }
};
struct TrueErfc {
    Quad operator()(Quad x) const { return erfcq(x); }
    long double operator()(long double x) const { return std::erfc(x); }
};
struct TruePow {
    Quad operator()(Quad x, Quad y) const { return powq(x, y); }
    long double operator()(long double x, long double y) const { return std::pow(x, y); }
};

/// Distance in units in the last place of the nearest double.
template <class Wide>
double ulps(double value, Wide reference) {
    int exponent = 0;
    std::frexp(std::fabs(static_cast<double>(reference)), &exponent);
    const int place = std::max(exponent, -1021) - 53;
    const Wide distance = reference - static_cast<Wide>(value);
    // In two steps, of which neither leaves the range of a double.
    const double half = std::ldexp(1.0, -place / 2), rest = std::ldexp(1.0, -place + place / 2);
    return std::fabs(
        static_cast<double>(distance * static_cast<Wide>(half) * static_cast<Wide>(rest)));
}

/// How far long double may mislead, in the same units: 32 of its own, where its functions are good
/// to a handful.
static_assert(std::numeric_limits<long double>::digits >= 64);
constexpr double doubt = 1.0 / 64;

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
        const double x = numbers.next(), value = function(x);
        const double nearly = ulps(value, reference(static_cast<long double>(x)));
        const bool decided = std::fabs(nearly - 0.5) > doubt;
        if (decided && nearly + doubt < found.largest_ulps) {
            if (nearly > 0.5) ++found.not_nearest;
            continue;
        }
        const Quad exact = reference(static_cast<Quad>(x));
        const double error = ulps(value, exact);
        if (value != static_cast<double>(exact)) ++found.not_nearest;
        if (!(error <= found.largest_ulps)) found = {error, x, found.not_nearest};
    }
    testing::Test::RecordProperty("largest_ulps", std::to_string(found.largest_ulps));
    testing::Test::RecordProperty("not_nearest", found.not_nearest);
    return found;
}

TEST(MathAccuracy, OfExp) {
    const auto found = accuracy(
        -708.0, 709.7, [](double x) { return exp(x); }, TrueExp{});
    EXPECT_LE(found.largest_ulps, 0.9) << "at " << found.at;
}

TEST(MathAccuracy, OfExpWhereTheModelUsesIt) {
    const auto found = accuracy(
        -20.0, 20.0, [](double x) { return exp(x); }, TrueExp{});
    EXPECT_LE(found.largest_ulps, 0.9) << "at " << found.at;
}

TEST(MathAccuracy, OfLogAroundOne) {
    const auto found = accuracy(
        0.25, 4.0, [](double x) { return log(x); }, TrueLog{});
    EXPECT_LE(found.largest_ulps, 0.9) << "at " << found.at;
}

TEST(MathAccuracy, OfLogAtEveryScale) {
    const auto found = accuracy(
        -1022.0, 1023.9, [](double x) { return log(std::exp2(x)); },
        [](auto x) {
            return TrueLog{}(static_cast<decltype(x)>(std::exp2(static_cast<double>(x))));
        });
    EXPECT_LE(found.largest_ulps, 0.9) << "at two to the " << found.at;
}

TEST(MathAccuracy, OfErfc) {
    const auto found = accuracy(
        -6.0, 26.5, [](double x) { return erfc(x); }, TrueErfc{});
    EXPECT_LE(found.largest_ulps, 1.2) << "at " << found.at;
}

TEST(MathAccuracy, OfErfcWhereTheModelUsesIt) {
    const auto found = accuracy(
        -3.0, 6.0, [](double x) { return erfc(x); }, TrueErfc{});
    EXPECT_LE(found.largest_ulps, 1.2) << "at " << found.at;
}

TEST(MathAccuracy, OfErfcInTheFarTail) {
    const auto found = accuracy(
        14.0, 26.54, [](double x) { return erfc(x); }, TrueErfc{});
    EXPECT_LE(found.largest_ulps, 1.2) << "at " << found.at;
}

TEST(MathAccuracy, OfErfcWhereItIsJustBelowOne) {
    const auto found = accuracy(
        0.0, 0.1, [](double x) { return erfc(x); }, TrueErfc{});
    EXPECT_LE(found.largest_ulps, 1.2) << "at " << found.at;
}

/// The exponents between -4 and 4 follow from the base, in no order.
TEST(MathAccuracy, OfPowWhereTheModelUsesIt) {
    const auto exponent = [](double base) { return 8.0 * std::fmod(base * 1e6, 1.0) - 4.0; };
    const auto found = accuracy(
        0.01, 10.0, [&](double x) { return pow(x, exponent(x)); },
        [&](auto x) {
            return TruePow{}(x, static_cast<decltype(x)>(exponent(static_cast<double>(x))));
        });
    EXPECT_LE(found.largest_ulps, 1.0) << "at the base " << found.at;
}

TEST(MathAccuracy, OfAFourthPower) {
    const auto found = accuracy(
        0.0, 2.0, [](double x) { return pow(x, 4.0); },
        [](auto x) { return TruePow{}(x, static_cast<decltype(x)>(4.0)); });
    EXPECT_LE(found.largest_ulps, 0.6) << "at the base " << found.at;
}

}  // namespace
}  // namespace granary
#endif

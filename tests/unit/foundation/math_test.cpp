#include "granary/foundation/math.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();
constexpr long double two_pi = 6.283185307179586476925286766559005768L;

/// Uniform numbers that are the same on every machine: Weyl steps mixed by two multiplications.
class Sampler {
  public:
    explicit Sampler(std::uint64_t seed) : state_(seed) {}

    double uniform(double low, double high) {
        state_ += 0x9e3779b97f4a7c15;
        std::uint64_t mixed = (state_ ^ (state_ >> 32)) * 0xd6e8feb86659fd93;
        mixed = (mixed ^ (mixed >> 32)) * 0xd6e8feb86659fd93;
        return low + (high - low) * (static_cast<double>((mixed ^ (mixed >> 32)) >> 11) * 0x1p-53);
    }

    /// A uniform number times a power of two whose exponent is uniform.
    double spread(double low, double high, double lowest_power, double highest_power) {
        const double number = uniform(low, high);
        return number * std::exp2(uniform(lowest_power, highest_power));
    }

  private:
    std::uint64_t state_;
};

/// Distance in units in the last place of the reference rounded to double.
double ulps(double value, long double reference) {
    int exponent = 0;
    std::frexp(static_cast<double>(std::fabs(reference)), &exponent);
    const int place = std::max(exponent, -1021) - 53;
    return static_cast<double>(std::ldexp(std::fabs(reference - value), -place));
}

/// The largest error over `count` samples; NaN counts as infinite.
template <class Sample>
double worst(int count, Sample error_of_one) {
    Sampler random(1958);
    double largest = 0.0;
    for (int i = 0; i < count; ++i) {
        const double error = error_of_one(random);
        largest = error <= largest ? largest : (std::isnan(error) ? infinity : error);
    }
    return largest;
}

/// long double must hold more digits than double to be a reference (it does on x86).
class MathAccuracy : public testing::Test {
  protected:
    void SetUp() override {
        if (std::numeric_limits<long double>::digits < 64) GTEST_SKIP() << "no wider reference";
    }
};

TEST_F(MathAccuracy, ExpIsWithinItsStatedError) {
    const auto error = [](Sampler& random) {
        const double x = random.uniform(-745.0, 709.7);
        return ulps(granary::exp(x), std::exp(static_cast<long double>(x)));
    };
    EXPECT_LE(worst(1'000'000, error), 0.9);
}

TEST_F(MathAccuracy, LogIsWithinItsStatedErrorAtEveryScale) {
    const auto error = [](Sampler& random) {
        const double x = std::exp2(random.uniform(-1074.0, 1024.0));
        return ulps(granary::log(x), std::log(static_cast<long double>(x)));
    };
    EXPECT_LE(worst(500'000, error), 0.9);
}

TEST_F(MathAccuracy, LogIsWithinItsStatedErrorAroundOne) {
    const auto error = [](Sampler& random) {
        const double x = 1.0 + random.spread(-0.5, 1.0, -40.0, 0.0);
        return ulps(granary::log(x), std::log(static_cast<long double>(x)));
    };
    EXPECT_LE(worst(500'000, error), 0.9);
}

TEST_F(MathAccuracy, PowIsWithinItsStatedErrorInTheModelsRange) {
    const auto error = [](Sampler& random) {
        const double base = random.spread(0.01, 1.0, 0.0, 6.64);
        const double exponent = random.uniform(-4.0, 4.0);
        return ulps(granary::pow(base, exponent),
                    std::pow(static_cast<long double>(base), static_cast<long double>(exponent)));
    };
    EXPECT_LE(worst(1'000'000, error), 1.0);
}

TEST_F(MathAccuracy, PowLosesInProportionToTheExponentElsewhere) {
    const auto excess = [](Sampler& random) {
        const double base = 1.0 + random.spread(-0.9, 8.0, -30.0, 0.0);
        const double exponent = random.uniform(-700.0, 700.0) / std::log(base);
        const long double wide = exponent;
        const double error = ulps(granary::pow(base, exponent), std::pow(base, wide));
        return error / (1.0 + 0.1 * std::fabs(exponent));
    };
    EXPECT_LE(worst(300'000, excess), 1.0);
}

TEST_F(MathAccuracy, ErfcKeepsItsRelativeErrorDeepIntoTheTail) {
    const auto error = [](Sampler& random) {
        const double x = random.uniform(0.0, 26.54);
        return ulps(granary::erfc(x), std::erfc(static_cast<long double>(x)));
    };
    EXPECT_LE(worst(500'000, error), 1.2);
}

TEST_F(MathAccuracy, ErfcIsWithinItsStatedErrorAroundZero) {
    const auto error = [](Sampler& random) {
        const double x = random.spread(-6.0, 3.0, -20.0, 0.0);
        return ulps(granary::erfc(x), std::erfc(static_cast<long double>(x)));
    };
    EXPECT_LE(worst(500'000, error), 1.2);
}

TEST_F(MathAccuracy, CosTurnsIsWithinItsStatedError) {
    const auto error = [](Sampler& random) {
        const double x = random.spread(1950.0, 1970.0, -12.0, 3.0);
        const long double turns = x - std::rint(x);
        return static_cast<double>(std::fabs(granary::cos_turns(x) - std::cos(two_pi * turns)));
    };
    EXPECT_LE(worst(1'000'000, error), 1.6e-16);
}

TEST(MathValues, KnownConstants) {
    EXPECT_EQ(granary::exp(0.0), 1.0);
    EXPECT_DOUBLE_EQ(granary::exp(1.0), 2.718281828459045);
    EXPECT_EQ(granary::log(1.0), 0.0);
    EXPECT_EQ(granary::log(2.0), 0.6931471805599453);
    EXPECT_EQ(granary::log(10.0), 2.302585092994046);
    EXPECT_EQ(granary::sqrt(2.0), 1.4142135623730951);
    EXPECT_EQ(granary::erfc(0.0), 1.0);
    EXPECT_DOUBLE_EQ(granary::erfc(1.0), 0.15729920705028513);
    EXPECT_DOUBLE_EQ(granary::erfc(26.0), 5.6631924088561428e-296);
    EXPECT_DOUBLE_EQ(granary::cos_turns(1.0 / 6.0), 0.5);
    EXPECT_DOUBLE_EQ(granary::cos_turns(0.125), 0.70710678118654752);
}

TEST(MathValues, ExpAtTheEndsOfItsRange) {
    EXPECT_EQ(granary::exp(infinity), infinity);
    EXPECT_EQ(granary::exp(-infinity), 0.0);
    EXPECT_TRUE(std::isnan(granary::exp(nan_value)));
    EXPECT_EQ(granary::exp(709.79), infinity);
    EXPECT_LT(granary::exp(709.78), infinity);
    EXPECT_EQ(granary::exp(-745.0), 0x1p-1074);
    EXPECT_EQ(granary::exp(-745.14), 0.0);
}

TEST(MathValues, LogAtTheEndsOfItsRange) {
    EXPECT_EQ(granary::log(0.0), -infinity);
    EXPECT_EQ(granary::log(-0.0), -infinity);
    EXPECT_EQ(granary::log(infinity), infinity);
    EXPECT_TRUE(std::isnan(granary::log(-1.0)));
    EXPECT_TRUE(std::isnan(granary::log(-infinity)));
    EXPECT_TRUE(std::isnan(granary::log(nan_value)));
    EXPECT_DOUBLE_EQ(granary::log(0x1p-1074), -744.44007192138126);
}

TEST(MathValues, PowAtZeroOneAndInfinity) {
    EXPECT_EQ(granary::pow(0.0, 0.5), 0.0);
    EXPECT_EQ(granary::pow(0.0, 0.0), 1.0);
    EXPECT_EQ(granary::pow(0.0, -2.0), infinity);
    EXPECT_EQ(granary::pow(7.0, 0.0), 1.0);
    EXPECT_EQ(granary::pow(1.0, infinity), 1.0);
    EXPECT_EQ(granary::pow(0.5, infinity), 0.0);
    EXPECT_EQ(granary::pow(2.0, infinity), infinity);
    EXPECT_EQ(granary::pow(infinity, 2.0), infinity);
    EXPECT_EQ(granary::pow(infinity, -2.0), 0.0);
    EXPECT_EQ(granary::pow(infinity, 0.0), 1.0);
}

TEST(MathValues, PowRefusesNegativeBasesAndKeepsNaN) {
    EXPECT_TRUE(std::isnan(granary::pow(-1.0, 2.0)));
    EXPECT_TRUE(std::isnan(granary::pow(-1.0, 0.0)));
    EXPECT_TRUE(std::isnan(granary::pow(nan_value, 2.0)));
    EXPECT_TRUE(std::isnan(granary::pow(2.0, nan_value)));
    EXPECT_TRUE(std::isnan(granary::pow(0.0, nan_value)));
}

TEST(MathValues, PowOfSmallIntegersIsExact) {
    for (int base = 1; base <= 16; ++base) {
        EXPECT_EQ(granary::pow(base, 1.0), base);
        EXPECT_EQ(granary::pow(base, 2.0), base * base);
        EXPECT_EQ(granary::pow(base * base, 0.5), base);
    }
}

TEST(MathValues, ErfcAtTheEndsOfItsRange) {
    EXPECT_EQ(granary::erfc(infinity), 0.0);
    EXPECT_EQ(granary::erfc(-infinity), 2.0);
    EXPECT_EQ(granary::erfc(30.0), 0.0);
    EXPECT_GT(granary::erfc(27.2), 0.0);
    EXPECT_TRUE(std::isnan(granary::erfc(nan_value)));
}

TEST(MathValues, CosTurnsIsExactAtQuartersHoweverManyTurns) {
    for (double turns : {0.0, 1.0, -3.0, 1958.0, 0x1p40, -0x1p50}) {
        EXPECT_EQ(granary::cos_turns(turns), 1.0);
        EXPECT_EQ(granary::cos_turns(turns + 0.25), 0.0);
        EXPECT_EQ(granary::cos_turns(turns + 0.5), -1.0);
        EXPECT_EQ(granary::cos_turns(turns + 0.75), 0.0);
    }
}

TEST(MathValues, CosTurnsSeesEveryLargeNumberAsItsFractionTells) {
    EXPECT_EQ(granary::cos_turns(0x1p51 + 0.5), -1.0);
    EXPECT_EQ(granary::cos_turns(0x1p51 + 1.0), 1.0);
    for (int exponent = 52; exponent <= 1023; ++exponent) {
        EXPECT_EQ(granary::cos_turns(std::ldexp(1.0, exponent)), 1.0) << exponent;
        EXPECT_EQ(granary::cos_turns(std::ldexp(-0x1.fffffffffffffp0, exponent)), 1.0) << exponent;
    }
    EXPECT_TRUE(std::isnan(granary::cos_turns(infinity)));
    EXPECT_TRUE(std::isnan(granary::cos_turns(nan_value)));
}

TEST(MathIdentities, ExpUndoesLog) {
    Sampler random(1);
    for (int i = 0; i < 10'000; ++i) {
        const double x = random.uniform(0.01, 100.0);
        EXPECT_NEAR(granary::exp(granary::log(x)) / x, 1.0, 2e-15);
    }
}

TEST(MathIdentities, ErfcAndItsReflectionSumToTwo) {
    Sampler random(2);
    for (int i = 0; i < 10'000; ++i) {
        const double x = random.uniform(-6.0, 6.0);
        EXPECT_NEAR(granary::erfc(x) + granary::erfc(-x), 2.0, 5e-16);
    }
}

TEST(MathIdentities, CosTurnsIsEvenAndChangesSignOverHalfATurn) {
    Sampler random(3);
    for (int i = 0; i < 10'000; ++i) {
        const double x = std::ldexp(std::rint(random.uniform(-0x1p32, 0x1p32)), -30);
        EXPECT_EQ(granary::cos_turns(-x), granary::cos_turns(x));
        EXPECT_EQ(granary::cos_turns(x + 0.5), -granary::cos_turns(x));
    }
}

TEST(MathIdentities, PowersMultiply) {
    Sampler random(4);
    for (int i = 0; i < 10'000; ++i) {
        const double base = random.uniform(0.01, 100.0), a = random.uniform(-2.0, 2.0);
        const double whole = granary::pow(base, a) * granary::pow(base, 1.0 - a);
        EXPECT_NEAR(whole / base, 1.0, 2e-15);
    }
}

TEST(MathShape, ExpAndLogRiseAndErfcFalls) {
    constexpr int steps = 100'000;
    for (int i = 0; i < steps; ++i) {
        const double low = i * 1e-4, high = (i + 1) * 1e-4;
        ASSERT_LT(granary::exp(low - 5.0), granary::exp(high - 5.0)) << low;
        ASSERT_LT(granary::log(low), granary::log(high)) << low;
        ASSERT_GT(granary::erfc(2.0 * low - 4.0), granary::erfc(2.0 * high - 4.0)) << low;
    }
}

/// A pack of two lanes that offers what a recipe may ask for and nothing else.
struct Mask {
    std::array<bool, 2> lane;
    operator bool() const = delete;
};

struct Pair {
    std::array<double, 2> lane{};
    Pair() = default;
    Pair(double both) : lane{both, both} {}
    Pair(double first, double second) : lane{first, second} {}
};

template <class Operation>
Pair each(Operation operation) {
    return {operation(0U), operation(1U)};
}

Pair operator+(Pair a, Pair b) {
    return each([&](unsigned i) { return a.lane[i] + b.lane[i]; });
}
Pair operator-(Pair a, Pair b) {
    return each([&](unsigned i) { return a.lane[i] - b.lane[i]; });
}
Pair operator*(Pair a, Pair b) {
    return each([&](unsigned i) { return a.lane[i] * b.lane[i]; });
}
Pair operator/(Pair a, Pair b) {
    return each([&](unsigned i) { return a.lane[i] / b.lane[i]; });
}
Pair operator-(Pair a) {
    return each([&](unsigned i) { return -a.lane[i]; });
}
Mask operator<(Pair a, Pair b) {
    return {a.lane[0] < b.lane[0], a.lane[1] < b.lane[1]};
}
Mask operator>(Pair a, Pair b) {
    return b < a;
}
Mask operator<=(Pair a, Pair b) {
    return {a.lane[0] <= b.lane[0], a.lane[1] <= b.lane[1]};
}
Mask operator&(Mask a, Mask b) {
    return {a.lane[0] && b.lane[0], a.lane[1] && b.lane[1]};
}
bool all(Mask mask) {
    return mask.lane[0] && mask.lane[1];
}
Pair select(Mask mask, Pair a, Pair b) {
    return each([&](unsigned i) { return mask.lane[i] ? a.lane[i] : b.lane[i]; });
}
Pair abs(Pair x) {
    return each([&](unsigned i) { return granary::abs(x.lane[i]); });
}
Pair power_of_two(Pair k) {
    return each([&](unsigned i) { return granary::power_of_two(k.lane[i]); });
}
granary::Split<Pair> split_exponent(Pair x) {
    const auto first = granary::split_exponent(x.lane[0]);
    const auto second = granary::split_exponent(x.lane[1]);
    return {{first.mantissa, second.mantissa}, {first.exponent, second.exponent}};
}

/// Same bits, any NaN being like any other.
void expect_lanes(Pair pair, double first, double second) {
    const auto same = [](double a, double b) {
        return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) ||
               (std::isnan(a) && std::isnan(b));
    };
    EXPECT_TRUE(same(pair.lane[0], first)) << pair.lane[0] << " and " << first;
    EXPECT_TRUE(same(pair.lane[1], second)) << pair.lane[1] << " and " << second;
}

TEST(MathLanes, HaveTheBitsOfADouble) {
    constexpr std::array values{0.0,    -0.0,  0x1p-1074, 0.3,       0.75,     1.0,
                                1.5,    2.0,   25.0,      -0.4,      -3.0,     720.0,
                                -800.0, 1e300, infinity,  -infinity, nan_value};
    for (double a : values) {
        for (double b : values) {
            const Pair pair(a, b), swapped(b, a);
            expect_lanes(granary::recipe::exp(pair), granary::exp(a), granary::exp(b));
            expect_lanes(granary::recipe::log(pair), granary::log(a), granary::log(b));
            expect_lanes(granary::recipe::erfc(pair), granary::erfc(a), granary::erfc(b));
            expect_lanes(granary::recipe::cos_turns(pair), granary::cos_turns(a),
                         granary::cos_turns(b));
            expect_lanes(granary::recipe::pow(pair, swapped), granary::pow(a, b),
                         granary::pow(b, a));
        }
    }
}

/// FNV-1a over words instead of bytes.
class BitHash {
  public:
    void add(double value) { sum_ = (sum_ ^ std::bit_cast<std::uint64_t>(value)) * 0x100000001b3; }
    std::uint64_t sum() const { return sum_; }

  private:
    std::uint64_t sum_ = 0xcbf29ce484222325;
};

TEST(MathBits, AreTheSameOnEveryCompilerLevelAndProcessor) {
    Sampler random(1962);
    BitHash hash;
    for (int i = 0; i < 100'000; ++i) {
        hash.add(granary::exp(random.uniform(-750.0, 712.0)));
        hash.add(granary::log(random.uniform(0.0, 4.0)));
        // Named one by one: compilers evaluate the arguments of a call in different orders.
        const double base = random.uniform(0.0, 100.0);
        const double exponent = random.uniform(-4.0, 4.0);
        hash.add(granary::pow(base, exponent));
        hash.add(granary::erfc(random.uniform(-7.0, 27.5)));
        hash.add(granary::cos_turns(random.uniform(-2000.0, 2000.0)));
        hash.add(granary::sqrt(random.uniform(0.0, 4.0)));
    }
    EXPECT_EQ(hash.sum(), 10991720504515713663U);
}

}  // namespace

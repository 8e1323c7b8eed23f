#include "granary/study/distribution.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "granary/foundation/error.hpp"
#include "granary/foundation/math.hpp"
#include "granary/foundation/random.hpp"
#include "granary/foundation/real.hpp"

namespace granary {
namespace {

using Kind = Distribution::Kind;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr ValueRange everywhere{-infinity, infinity};

// ------------------------------------------------------------------ the normal quantile

TEST(NormalQuantile, AgreesWithPublishedValues) {
    EXPECT_EQ(normal_quantile(0.5), 0);
    EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 5e-16);
    EXPECT_NEAR(normal_quantile(0.05), -1.6448536269514722, 5e-16);
    EXPECT_NEAR(normal_quantile(0.005), -2.5758293035489004, 5e-16);
    // The three that Wichura 1988 gives to test the table by.
    EXPECT_NEAR(normal_quantile(0.25), -0.6744897501960817, 5e-16);
    EXPECT_NEAR(normal_quantile(0.001), -3.090232306167814, 1e-15);
    EXPECT_NEAR(normal_quantile(1e-20), -9.262340089798408, 4e-15);
}

TEST(NormalQuantile, IsUndoneByTheProbability) {
    // Each way where the digits of what lies between are enough.
    for (double z = -37; z < -0.5; z += 0.0137)
        EXPECT_NEAR(normal_quantile(normal_cdf(z)) / z, 1, 1e-15) << z;
    for (double p = 0.2; p < 1; p += 0.000137)
        EXPECT_NEAR(normal_cdf(normal_quantile(p)) / p, 1, 1e-15) << p;
}

TEST(NormalQuantile, IsSymmetric) {
    for (double p = 0x1p-40; p < 0.5; p *= 1.25) {
        const double rounded = 1 - (1 - p);
        EXPECT_EQ(normal_quantile(1 - p), -normal_quantile(rounded));
    }
}

TEST(NormalQuantile, IsInfiniteAtTheEnds) {
    EXPECT_EQ(normal_quantile(0), -infinity);
    EXPECT_EQ(normal_quantile(1), infinity);
}

// ------------------------------------------------------------------ closed forms

TEST(Distribution, HasTheQuantilesOfItsKind) {
    const auto uniform = Distribution::uniform(2, 6, everywhere);
    EXPECT_DOUBLE_EQ(uniform.quantile(0.25), 3);
    const auto triangular = Distribution::triangular(0, 1, 4, everywhere);
    EXPECT_DOUBLE_EQ(triangular.quantile(0.25), 1);
    EXPECT_DOUBLE_EQ(triangular.quantile(0.0625), 0.5);
    EXPECT_DOUBLE_EQ(triangular.quantile(0.75), 4 - std::sqrt(3));
    const auto normal = Distribution::normal(10, 3, everywhere);
    EXPECT_DOUBLE_EQ(normal.quantile(0.975), 10 + 3 * 1.959963984540054);
    const auto lognormal = Distribution::lognormal(5, 0.4, everywhere);
    EXPECT_EQ(lognormal.quantile(0.5), 5);
    EXPECT_DOUBLE_EQ(lognormal.quantile(0.975), 5 * std::exp(0.4 * 1.959963984540054));
}

TEST(Distribution, OfATriangleMayHaveItsModeAtAnEnd) {
    EXPECT_DOUBLE_EQ(Distribution::triangular(0, 0, 2, everywhere).quantile(0.75), 1);
    EXPECT_DOUBLE_EQ(Distribution::triangular(0, 2, 2, everywhere).quantile(0.25), 1);
    EXPECT_DOUBLE_EQ(Distribution::triangular(0, 0, 2, {1, 3}).quantile(0.75), 1.5);
    EXPECT_DOUBLE_EQ(Distribution::triangular(0, 2, 2, {-1, 1}).quantile(0.25), 0.5);
}

TEST(Distribution, IsCutOffWithoutHeapsAtTheEnds) {
    // Half a normal distribution: the median is where the whole one has its upper quarter.
    const auto half = Distribution::normal(0, 1, {0, infinity});
    EXPECT_DOUBLE_EQ(half.quantile(0.5), 0.6744897501960817);
    EXPECT_GT(half.quantile(1e-9), 0);
    EXPECT_LT(half.quantile(1e-9), 2e-9);
    EXPECT_DOUBLE_EQ(Distribution::uniform(0, 4, {1, 3}).quantile(0.25), 1.5);
    EXPECT_DOUBLE_EQ(Distribution::lognormal(1, 1, {1, infinity}).quantile(0.5),
                     std::exp(0.6744897501960817));
}

TEST(Distribution, KeepsItsDigitsInATail) {
    // Between 4 and 5 deviations above, and as far below: the same distances.
    const auto above = Distribution::normal(0, 1, {4, 5});
    const auto below = Distribution::normal(0, 1, {-5, -4});
    for (double u = 1.0 / 64; u < 1; u += 1.0 / 64)
        EXPECT_NEAR(above.quantile(u), -below.quantile(1 - u), 1e-14);
    EXPECT_NEAR(above.quantile(0x1p-50), 4, 1e-13);
    EXPECT_NEAR(above.quantile(1 - 0x1p-50), 5, 1e-12);
}

TEST(Distribution, OfALognormalMayBeginAtZeroOrBelow) {
    for (const double low : {-3.0, 0.0, 1e-300}) {
        const auto distribution = Distribution::lognormal(0.5, 0.2, {low, 9});
        EXPECT_NEAR(distribution.quantile(0.5), 0.5, 1e-15);
        EXPECT_GT(distribution.quantile(0x1p-53), 0);
    }
}

// ------------------------------------------------------------------ every kind

/// One of each kind, whole, cut on one side and on both.
std::vector<Distribution> some_of_each() {
    std::vector<Distribution> list;
    for (const ValueRange& within :
         {everywhere, ValueRange{0.7, infinity}, ValueRange{-5, 1.1}, ValueRange{0.9, 1.05}}) {
        list.push_back(Distribution::normal(1, 0.2, within));
        list.push_back(Distribution::uniform(0.5, 1.5, within));
        list.push_back(Distribution::triangular(0.4, 1, 1.3, within));
        list.push_back(Distribution::lognormal(1, 0.2, within));
    }
    return list;
}

TEST(Distribution, RisesAndStaysWithinItsRange) {
    for (const auto& distribution : some_of_each()) {
        double last = distribution.range().low;
        for (int i = 0; i < 5000; ++i) {
            const double value = distribution.quantile((i + 0.5) / 5000);
            EXPECT_GE(value, last) << distribution.text() << " at " << i;
            EXPECT_LE(value, distribution.range().high) << distribution.text();
            last = value;
        }
    }
}

TEST(Distribution, HasNoJumpAndNoFlat) {
    for (const auto& distribution : some_of_each())
        for (int i = 50; i < 4950; ++i) {
            const double step =
                distribution.quantile((i + 1) / 5000.0) - distribution.quantile(i / 5000.0);
            EXPECT_GT(step, 1e-6) << distribution.text() << " at " << i;
            EXPECT_LT(step, 0.01) << distribution.text() << " at " << i;
        }
}

RC_GTEST_PROP(Distribution, StaysWithinWhateverIsLeftOfIt, ()) {
    const auto number = [](double low, double high) {
        return low + (high - low) * static_cast<double>(*rc::gen::inRange(0, 1001)) / 1000;
    };
    const double low = number(-2, 2), width = number(0.001, 4);
    const std::array values{number(-2, 2), number(0.01, 2)};
    const ValueRange within{low, low + width};
    RC_PRE(!Distribution::problem(Kind::normal, values, within));
    const Distribution distribution(Kind::normal, values, within);
    for (const double u : {0x1p-53, 0x1p-20, 0.1, 0.5, 0.9, 1 - 0x1p-20, 1 - 0x1p-53}) {
        RC_ASSERT(distribution.quantile(u) >= within.low);
        RC_ASSERT(distribution.quantile(u) <= within.high);
    }
}

// ------------------------------------------------------------------ moments

struct Moments {
    double mean, deviation;
};

Moments moments_of(const Distribution& distribution) {
    constexpr std::uint64_t draws = 100'000;
    double sum = 0, squares = 0;
    for (std::uint64_t i = 0; i < draws; ++i) {
        const double value = distribution.quantile(uniform(1, 2, i) + 0x1p-54);
        sum += value;
        squares += value * value;
    }
    const double mean = sum / draws;
    return {mean, std::sqrt(squares / draws - mean * mean)};
}

void expect_moments(const Distribution& distribution, double mean, double deviation) {
    const auto found = moments_of(distribution);
    // Five standard errors; of a deviation no more than 2 % for these shapes.
    EXPECT_NEAR(found.mean, mean, 5 * deviation / std::sqrt(100'000.0)) << distribution.text();
    EXPECT_NEAR(found.deviation, deviation, 0.02 * deviation) << distribution.text();
}

TEST(Distribution, HasTheMomentsOfItsKind) {
    expect_moments(Distribution::normal(0.8, 0.325, everywhere), 0.8, 0.325);
    expect_moments(Distribution::uniform(1, 3, everywhere), 2, 2 / std::sqrt(12));
    expect_moments(Distribution::triangular(0, 1, 5, everywhere), 2, std::sqrt(21.0 / 18));
    const double square = std::exp(0.09);
    expect_moments(Distribution::lognormal(1, 0.3, everywhere), std::sqrt(square),
                   std::sqrt(square * (square - 1)));
    // Half a normal distribution.
    const double half_mean = std::sqrt(2 / 3.14159265358979);
    expect_moments(Distribution::normal(0, 1, {0, infinity}), half_mean,
                   std::sqrt(1 - half_mean * half_mean));
}

// ------------------------------------------------------------------ words

TEST(Distribution, SaysWhatItIs) {
    EXPECT_EQ(Distribution::normal(0.8, 0.325, {0.2, 1.5}).text(),
              "normal, mean 0.8, deviation 0.325, from 0.2 to 1.5");
    EXPECT_EQ(Distribution::normal(0.8, 0.325, everywhere).text(),
              "normal, mean 0.8, deviation 0.325");
    EXPECT_EQ(Distribution::uniform(0, 4, {0, 25}).text(), "uniform, low 0, high 4");
    EXPECT_EQ(Distribution::uniform(0, 4, {1, 25}).text(), "uniform, low 0, high 4, from 1 to 4");
    EXPECT_EQ(Distribution::triangular(0, 1, 4, {0, 25}).text(),
              "triangular, low 0, mode 1, high 4");
    EXPECT_EQ(Distribution::lognormal(1, 0.3, {-2, 2}).text(),
              "lognormal, median 1, log deviation 0.3, from 0 to 2");
}

std::string problem(Kind kind, std::vector<double> values, const ValueRange& within = everywhere) {
    return Distribution::problem(kind, values, within).value_or("");
}

TEST(Distribution, SaysWhyItIsNone) {
    EXPECT_EQ(problem(Kind::normal, {1, 1}), "");
    EXPECT_EQ(problem(Kind::normal, {1}), "normal takes 2 values, [mean, deviation]");
    EXPECT_EQ(problem(Kind::normal, {1, 0}), "the deviation 0 is not above 0");
    EXPECT_EQ(problem(Kind::normal, {1, std::nan("")}), "the deviation is no number");
    EXPECT_EQ(problem(Kind::lognormal, {0, 1}), "the median 0 is not above 0");
    EXPECT_EQ(problem(Kind::lognormal, {1, -1}), "the log_deviation -1 is not above 0");
    EXPECT_EQ(problem(Kind::uniform, {2, 2}), "low 2 is not below high 2");
    EXPECT_EQ(problem(Kind::triangular, {0, 5, 4}), "the mode 5 is not between 0 and 4");
    EXPECT_EQ(problem(Kind::triangular, {1, 1, 1}), "low 1 is not below high 1");
    EXPECT_EQ(problem(Kind::normal, {1, 1}, {2, 2}), "low 2 is not below high 2");
    EXPECT_EQ(problem(Kind::uniform, {0, 1}, {1, 2}),
              "less than a part in 10^9 of it lies between 1 and 2");
    EXPECT_EQ(problem(Kind::normal, {0, 1}, {7, 9}),
              "less than a part in 10^9 of it lies between 7 and 9");
    EXPECT_THROW(Distribution::normal(0, -1, everywhere), Error);
}

// ------------------------------------------------------------------ the same bits everywhere

std::uint64_t bits_at(const Distribution& distribution, double u) {
    return bits_as<std::uint64_t>(distribution.quantile(u));
}

TEST(Distribution, HasTheSameBitsEverywhere) {
    const ValueRange within{0.2, 1.5};
    EXPECT_EQ(bits_at(Distribution::normal(0.8, 0.325, within), 0.1), 0x3fdb89539920c1b2U);
    EXPECT_EQ(bits_at(Distribution::normal(0.8, 0.325, within), 0.9999), 0x3ff7fcc71679d744U);
    EXPECT_EQ(bits_at(Distribution::uniform(0.3, 1.7, within), 0.1), 0x3fdae147ae147ae1U);
    EXPECT_EQ(bits_at(Distribution::triangular(0.1, 0.7, 1.9, within), 0.1), 0x3fdb879a1324ec24U);
    EXPECT_EQ(bits_at(Distribution::triangular(0.1, 0.7, 1.9, within), 0.9), 0x3ff4d3a2dc564c7eU);
    EXPECT_EQ(bits_at(Distribution::lognormal(0.8, 0.325, within), 0.1), 0x3fe0cbc6972f6535U);
    EXPECT_EQ(bits_at(Distribution::lognormal(0.8, 0.325, within), 0.9999), 0x3ff7fcd7b97a2436U);
}

}  // namespace
}  // namespace granary

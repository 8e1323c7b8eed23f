#include "granary/study/moments.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <vector>

#include "granary/foundation/random.hpp"

namespace granary {
namespace {

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

std::vector<double> one_to(std::size_t n) {
    std::vector<double> values;
    for (std::size_t i = 1; i <= n; ++i) values.push_back(static_cast<double>(i));
    return values;
}

TEST(Moments, OfTheFirstWholeNumbersHaveTheirClosedForm) {
    const auto moments = moments_of(one_to(100));
    EXPECT_EQ(moments.count, 100U);
    EXPECT_EQ(moments.mean, 101.0 / 2);
    EXPECT_EQ(moments.variance(), 100 * 101.0 / 12);
    EXPECT_EQ(moments.least, 1);
    EXPECT_EQ(moments.greatest, 100);
}

TEST(Moments, LeaveOutWhatIsNoNumber) {
    EXPECT_EQ(moments_of(std::vector{no_number, 3.0, no_number, 5.0}),
              moments_of(std::vector{3.0, 5.0}));
    EXPECT_EQ(moments_of(std::vector{no_number}), Moments{});
}

TEST(Moments, OfFewerThanTwoValuesHaveNoVariance) {
    EXPECT_TRUE(std::isnan(Moments{}.variance()));
    EXPECT_TRUE(std::isnan(moments_of(std::vector{4.0}).variance()));
}

TEST(Moments, OfTwoSetsTogetherAreThoseOfAllTheirValues) {
    std::vector<double> values;
    for (std::uint64_t i = 0; i < 1000; ++i) values.push_back(100 + uniform(3, 0, i));
    const auto whole = moments_of(values);
    for (const std::size_t cut : {0U, 1U, 7U, 500U, 1000U}) {
        const std::span<const double> all = values;
        const auto both = together(moments_of(all.first(cut)), moments_of(all.subspan(cut)));
        EXPECT_EQ(both.count, whole.count);
        EXPECT_EQ(both.least, whole.least);
        EXPECT_EQ(both.greatest, whole.greatest);
        EXPECT_NEAR(both.mean, whole.mean, 1e-13 * whole.mean);
        EXPECT_NEAR(both.squares, whole.squares, 1e-10 * whole.squares);
    }
}

TEST(Moments, KeepASmallSpreadBesideALargeMean) {
    constexpr double far = 1e9;
    auto values = one_to(1000);
    for (double& value : values) value += far;
    EXPECT_EQ(moments_of(values).variance(), moments_of(one_to(1000)).variance());
}

TEST(Moments, HaveAMeanThatLiesAmongTheValues) {
    const std::vector<double> same(1021, 0.1);
    EXPECT_EQ(moments_of(same).mean, 0.1);
    EXPECT_EQ(together(moments_of(same), moments_of(std::vector(3, 0.1))).mean, 0.1);
    for (const double value : {0.1, 0.7, 244.956, 1e-300, 1e300})
        for (std::size_t count = 1; count < 1100; count += 7) {
            const auto some = moments_of(std::vector(count, value));
            EXPECT_EQ(together(some, moments_of(same)).least, std::min(value, 0.1));
            EXPECT_EQ(some.mean, value) << count;
        }
}

}  // namespace
}  // namespace granary

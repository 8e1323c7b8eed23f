#include "granary/study/bucket_counts.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "granary/foundation/random.hpp"

namespace granary {
namespace {

/// The limits of buckets are rounded numbers.
constexpr double rounding = 1e-12;

/// Of either sign, over thirty orders of magnitude.
double any_value(std::uint64_t i) {
    const double size = std::pow(10.0, 30 * uniform(1, 0, i) - 8);
    return uniform(1, 1, i) < 0.5 ? -size : size;
}

BucketCounts counts_of(const std::vector<double>& values) {
    BucketCounts counts;
    for (const double value : values) counts.add(value);
    return counts;
}

TEST(BucketCounts, StandForEveryValueWithinTheRelativeError) {
    for (std::uint64_t i = 0; i < 100'000; ++i) {
        const double value = any_value(i);
        const double stands = BucketCounts::value_of(BucketCounts::bucket_of(value));
        ASSERT_LE(std::abs(stands / value - 1), BucketCounts::relative_error + rounding) << value;
    }
}

TEST(BucketCounts, HaveNumbersThatRiseWithTheValues) {
    std::vector<double> values{0};
    for (std::uint64_t i = 0; i < 10'000; ++i) values.push_back(any_value(i));
    std::sort(values.begin(), values.end());
    for (std::size_t i = 1; i < values.size(); ++i)
        ASSERT_LE(BucketCounts::bucket_of(values[i - 1]), BucketCounts::bucket_of(values[i]));
}

TEST(BucketCounts, CountWhatIsVerySmallAsNothing) {
    for (const double value : {0.0, -0.0, 9e-10, -9e-10, 5e-324})
        EXPECT_EQ(BucketCounts::bucket_of(value), 0) << value;
    EXPECT_EQ(BucketCounts::value_of(0), 0);
    EXPECT_NE(BucketCounts::bucket_of(2e-9), 0);
}

TEST(BucketCounts, CountAnInfiniteValueAsTheLargestOfAll) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    constexpr double largest = std::numeric_limits<double>::max();
    EXPECT_EQ(BucketCounts::bucket_of(infinity), BucketCounts::bucket_of(largest));
    EXPECT_EQ(BucketCounts::bucket_of(-infinity), BucketCounts::bucket_of(-largest));
}

TEST(BucketCounts, GiveQuantilesWithinTheErrorOfTheValueOfThatRank) {
    for (const std::size_t count : {1U, 2U, 10U, 1000U, 30'011U}) {
        std::vector<double> values;
        for (std::uint64_t i = 0; i < count; ++i)
            values.push_back(i % 7 == 0 ? 0 : any_value(i + 1'000'000));
        const auto counts = counts_of(values);
        ASSERT_EQ(counts.total(), count);
        std::sort(values.begin(), values.end());
        for (const double p : {0.0, 0.01, 0.25, 0.5, 0.9, 0.999, 1.0}) {
            const double exact =
                values[static_cast<std::size_t>(p * static_cast<double>(count - 1))];
            ASSERT_LE(std::abs(counts.quantile(p) - exact),
                      std::abs(exact) * (BucketCounts::relative_error + rounding))
                << count << " values, p = " << p;
        }
    }
}

TEST(BucketCounts, OfNothingHaveNoQuantile) {
    EXPECT_TRUE(std::isnan(BucketCounts().quantile(0.5)));
}

TEST(BucketCounts, AddUpToTheSameWhateverTheOrder) {
    std::vector<std::vector<double>> parts(3);
    std::vector<double> all;
    for (std::uint64_t i = 0; i < 300; ++i) {
        all.push_back(any_value(i));
        parts[i % 3].push_back(all.back());
    }
    const auto whole = counts_of(all);
    std::vector<std::size_t> order{0, 1, 2};
    do {
        BucketCounts sum;
        for (const std::size_t part : order) sum.add(counts_of(parts[part]));
        sum.add(BucketCounts());
        EXPECT_EQ(sum, whole);
    } while (std::next_permutation(order.begin(), order.end()));
}

}  // namespace
}  // namespace granary

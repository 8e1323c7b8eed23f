#include "granary/study/bucket_counts.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "granary/foundation/error.hpp"
#include "granary/foundation/random.hpp"

namespace granary {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double largest = std::numeric_limits<double>::max();
constexpr double shares[] = {0.0, 0.01, 0.25, 0.5, 0.9, 0.999, 1.0};

/// Of either sign, over thirty orders of magnitude.
double any_value(std::uint64_t i) {
    const double size = std::pow(10.0, 30 * uniform(1, 0, i) - 8);
    return uniform(1, 1, i) < 0.5 ? -size : size;
}

std::vector<double> any_values(std::uint64_t count) {
    std::vector<double> values;
    for (std::uint64_t i = 0; i < count; ++i)
        values.push_back(i % 7 == 0 ? 0 : any_value(i + 1'000'000));
    return values;
}

/// Of rations that differ by little.
std::vector<double> narrow_values(std::uint64_t count) {
    std::vector<double> values;
    for (std::uint64_t i = 0; i < count; ++i) values.push_back(200 + 0.01 * uniform(2, 0, i));
    return values;
}

/// The value of the rank that a quantile is of.
double exact(std::vector<double> values, double p) {
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(p * static_cast<double>(values.size() - 1))];
}

TEST(BucketCounts, OfFewValuesAreExact) {
    for (const std::size_t count : {1U, 2U, 10U, 2048U}) {
        const auto values = any_values(count);
        const BucketCounts counts(values);
        for (const double p : shares) EXPECT_EQ(counts.quantile(p), exact(values, p)) << count;
    }
}

TEST(BucketCounts, OfManyEqualValuesAreExact) {
    std::vector<double> values(5000, 244.956);
    for (std::size_t i = 0; i < values.size(); i += 2) values[i] = 1960;
    EXPECT_EQ(BucketCounts(values).quantile(0.3), 244.956);
    EXPECT_EQ(BucketCounts(values).quantile(0.7), 1960);
}

TEST(BucketCounts, AreAsFineAsANarrowSpreadNeeds) {
    const auto values = narrow_values(30'011);
    const BucketCounts counts(values);
    const double part_of_the_spread = 2 * 0.01 / BucketCounts::most_fine;
    for (const double p : shares)
        EXPECT_NEAR(counts.quantile(p), exact(values, p), part_of_the_spread);
}

TEST(BucketCounts, GiveQuantilesWithinTheErrorOfTheValueOfThatRank) {
    const auto values = any_values(30'011);
    const BucketCounts counts(values);
    ASSERT_EQ(counts.total(), values.size());
    ASSERT_EQ(counts.level(), BucketCounts::coarsest_level);
    for (const double p : shares)
        EXPECT_LE(std::abs(counts.quantile(p) - exact(values, p)),
                  std::abs(exact(values, p)) * BucketCounts::relative_error)
            << p;
}

TEST(BucketCounts, CountWhatIsVerySmallAsNothing) {
    for (const double value : {0.0, -0.0, 9e-10, -9e-10, 5e-324})
        EXPECT_EQ(BucketCounts(std::vector{value}).quantile(0.5), 0) << value;
    EXPECT_EQ(BucketCounts(std::vector{2e-9}).quantile(0.5), 2e-9);
}

TEST(BucketCounts, CountAnInfiniteValueAsTheLargestOfAllAndWhatIsNoNumberNotAtAll) {
    const BucketCounts counts(std::vector{infinity, -infinity, std::nan("")});
    EXPECT_EQ(counts.total(), 2U);
    EXPECT_EQ(counts.quantile(0), -largest);
    EXPECT_EQ(counts.quantile(1), largest);
}

TEST(BucketCounts, OfNothingHaveNoQuantileAndOfNoShareNeither) {
    EXPECT_TRUE(std::isnan(BucketCounts().quantile(0.5)));
    for (const double p : {-0.1, 1.1, std::nan("")})
        EXPECT_THROW((void)BucketCounts(std::vector{1.0}).quantile(p), Error) << p;
}

TEST(BucketCounts, AddUpToTheSameWhateverTheOrderAndTheLevelsOfTheParts) {
    for (const std::uint64_t count : {300U, 9000U}) {
        std::vector<std::vector<double>> parts(3);
        auto all = narrow_values(count);  // fine where alone, coarse beside the others
        parts[0] = all;
        for (std::uint64_t i = 0; i < count; ++i) {
            all.push_back(any_value(i));
            parts[1 + i % 2].push_back(all.back());
        }
        const BucketCounts whole(all);
        std::vector<std::size_t> order{0, 1, 2};
        do {
            BucketCounts sum;
            for (const std::size_t part : order) sum.add(BucketCounts(parts[part]));
            sum.add(BucketCounts());
            EXPECT_EQ(sum, whole);
        } while (std::next_permutation(order.begin(), order.end()));
    }
}

TEST(BucketCounts, AreMadeAgainOfWhatAFileKept) {
    for (const std::uint64_t count : {300U, 9000U}) {
        const BucketCounts counts(any_values(count));
        EXPECT_EQ(BucketCounts(counts.level(), counts.buckets()), counts);
    }
}

TEST(BucketCounts, RefuseWhatNoValuesMake) {
    using Kept = std::vector<BucketCounts::Bucket>;
    const auto of_infinity = static_cast<std::int64_t>(0x7ff0000000000000);
    for (const auto& [level, kept] : std::vector<std::pair<unsigned, Kept>>{
             {44, {}},
             {0, {{2, 1}, {1, 1}}},
             {0, {{2, 1}, {2, 1}}},
             {0, {{2, 0}}},
             {0, {{of_infinity, 1}}},
             {43, {{of_infinity, 1}}},
             {0, {{1, std::numeric_limits<std::uint64_t>::max()}, {2, 1}}}})
        EXPECT_THROW(BucketCounts(level, kept), Error);
}

}  // namespace
}  // namespace granary

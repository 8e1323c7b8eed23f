#include "granary/study/summary.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "granary/foundation/error.hpp"
#include "granary/foundation/random.hpp"

namespace granary {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

/// Two measures of the year 1960, of which the second is undefined in every third member.
Summarised two_measures() {
    return {{*year_measure("rural_ration_kg", 1960), *year_measure("nutrition_rural", 1960)},
            {{0, 150.0, "trial"}}};
}

double figure(std::uint64_t member, std::size_t measure) {
    if (measure == 1 && member % 3 == 0) return std::numeric_limits<double>::quiet_NaN();
    return 100 + 100 * uniform(5, measure, member);
}

/// Every fiftieth member has no figures.
Summary chunk_of(std::uint64_t chunk) {
    std::vector<double> rows;
    std::vector<MemberFault> faults;
    for (auto member = chunk * chunk_members; member < (chunk + 1) * chunk_members; ++member)
        if (member % 50 == 49)
            faults.push_back({member, "trial"});
        else
            for (std::size_t m = 0; m < 2; ++m) rows.push_back(figure(member, m));
    return {two_measures(), chunk, rows, std::move(faults)};
}

Summary summary_of(const std::vector<std::uint64_t>& chunks) {
    Summary sum(2, 1);
    for (const auto chunk : chunks) sum.add(chunk_of(chunk));
    return sum;
}

std::vector<std::uint64_t> first_chunks(std::uint64_t count) {
    std::vector<std::uint64_t> chunks(count);
    std::iota(chunks.begin(), chunks.end(), std::uint64_t{0});
    return chunks;
}

TEST(Summary, HasTheFiguresOfAllItsMembers) {
    const auto sum = summary_of(first_chunks(3));
    std::vector<double> values;
    std::uint64_t above = 0;
    for (std::uint64_t member = 0; member < 3 * chunk_members; ++member) {
        if (member % 50 == 49) continue;
        values.push_back(figure(member, 0));
        above += values.back() > 150;
    }
    const auto expected = moments_of(values);
    EXPECT_EQ(sum.moments(0).count, values.size());
    EXPECT_EQ(sum.moments(0).least, expected.least);
    EXPECT_NEAR(sum.moments(0).mean, expected.mean, 1e-12);
    EXPECT_NEAR(sum.moments(0).variance(), expected.variance(), 1e-9);
    EXPECT_THAT(sum.above, ElementsAre(above));
    EXPECT_EQ(sum.buckets[0].total(), values.size());
    EXPECT_EQ(sum.buckets[1].total(), sum.moments(1).count);
    EXPECT_LT(sum.moments(1).count, values.size()) << "undefined in some";
    EXPECT_EQ(sum.faulty, 3 * chunk_members / 50);
}

TEST(Summary, IsTheSameToTheBitInWhateverOrderItsPartsCome) {
    constexpr std::uint64_t count = 13;
    const auto in_order = summary_of(first_chunks(count));
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        std::vector<std::uint64_t> chunks;
        for (const auto chunk : permutation(count, seed, 0)) chunks.push_back(chunk);
        EXPECT_EQ(summary_of(chunks), in_order) << "seed " << seed;
        const auto middle = chunks.begin() + static_cast<std::ptrdiff_t>(seed % count);
        auto one = summary_of({chunks.begin(), middle}), other = summary_of({middle, chunks.end()});
        one.add(std::move(other));
        EXPECT_EQ(one, in_order) << "seed " << seed;
    }
}

TEST(Summary, KeepsAsFewNodesAsAlignedSetsAllow) {
    EXPECT_EQ(summary_of(first_chunks(8)).nodes.size(), 1U);
    EXPECT_EQ(summary_of(first_chunks(7)).nodes.size(), 3U);
    EXPECT_EQ(summary_of({1, 2}).nodes.size(), 2U) << "halves of different wholes";
}

TEST(Summary, SaysWhatItHasAndWhatIsMissing) {
    const auto sum = summary_of({1, 2, 5});
    EXPECT_EQ(sum.chunks(), 3U);
    EXPECT_TRUE(sum.has(2));
    EXPECT_FALSE(sum.has(3));
    EXPECT_THAT(sum.missing(8), ElementsAre(Pair(0, 0), Pair(3, 4), Pair(6, 7)));
    EXPECT_THAT(summary_of(first_chunks(8)).missing(8), IsEmpty());
}

TEST(Summary, RefusesMembersThatItHasAlready) {
    auto sum = summary_of(first_chunks(4));
    try {
        sum.add(chunk_of(2));
        FAIL() << "twice";
    } catch (const Error& error) {
        EXPECT_STREQ(error.what(), "members 2049 to 3072 are in two parts of the ensemble");
    }
}

TEST(Summary, KeepsTheFaultsOfTheLowestNumbersAndCountsAll) {
    std::vector<MemberFault> faults;
    for (std::uint64_t member = 0; member < chunk_members; ++member)
        faults.push_back({member, "trial"});
    Summary sum(2, 1);
    for (const std::uint64_t chunk : {1U, 0U}) {
        auto of_chunk = faults;
        for (auto& fault : of_chunk) fault.member += chunk * chunk_members;
        sum.add(Summary(two_measures(), chunk, {}, std::move(of_chunk)));
    }
    EXPECT_EQ(sum.faulty, 2 * chunk_members);
    ASSERT_EQ(sum.faults.size(), Summary::most_faults);
    EXPECT_EQ(sum.faults.back().member, Summary::most_faults - 1);
}

TEST(Summary, GivesAYearQuantilesThatAreYears) {
    const Summarised what{{*run_measure("lowest_ration_year")}, {}};
    std::vector<double> years(chunk_members, 1960.0);
    std::fill_n(years.begin(), chunk_members / 4, 1961.0);
    Summary sum(what, 0, years, {});
    sum.add(Summary(what, 1, years, {}));
    EXPECT_EQ(quantile(what, sum, 0, 0.5), 1960);
    EXPECT_EQ(quantile(what, sum, 0, 0.9), 1961);
}

/// Members whose figures lie so wide that quantiles are those of coarse buckets.
Summary wide(const Summarised& what, std::uint64_t chunks) {
    Summary sum(what.measures.size(), what.thresholds.size());
    for (std::uint64_t chunk = 0; chunk < chunks; ++chunk) {
        std::vector<double> rows;
        for (std::uint64_t i = 0; i < chunk_members; ++i)
            rows.push_back(std::exp(20 * uniform(9, chunk, i)));
        sum.add(Summary(what, chunk, rows, {}));
    }
    return sum;
}

TEST(Summary, HasNoQuantileOutsideItsSample) {
    Summarised what{{*year_measure("rural_ration_kg", 1960)}, {}};
    const auto sum = wide(what, 9);
    ASSERT_EQ(sum.buckets[0].level(), BucketCounts::coarsest_level);
    const auto moments = sum.moments(0);
    double before = moments.least;
    for (const double p : {0.0, 1e-5, 0.5, 0.99999, 1.0}) {
        EXPECT_GE(quantile(what, sum, 0, p), before) << p;
        before = quantile(what, sum, 0, p);
    }
    EXPECT_LE(before, moments.greatest);
}

TEST(Summary, HasNoQuantileOnTheOtherSideOfAThreshold) {
    Summarised what{{*year_measure("rural_ration_kg", 1960)}, {}};
    const double middle = quantile(what, wide(what, 9), 0, 0.5);
    for (int i = -8; i <= 8; ++i) what.thresholds.push_back({0, middle * (1 + 2e-4 * i), "trial"});
    const auto sum = wide(what, 9);
    const double half = quantile(what, sum, 0, 0.5);
    for (std::size_t i = 0; i < what.thresholds.size(); ++i) {
        const auto count = sum.moments(0).count;
        const bool most_are_above = sum.above[i] > count - 1 - sum.buckets[0].rank(0.5);
        if (most_are_above)
            EXPECT_GE(half, what.thresholds[i].value) << i;
        else
            EXPECT_LE(half, what.thresholds[i].value) << i;
    }
}

TEST(Summary, RefusesRowsAndMeasuresThatItDoesNotHave) {
    const auto what = two_measures();
    const Summary sum(what, 0, std::vector{150.0, 1.0}, {});
    EXPECT_THROW((void)sum.moments(2), NotFound);
    EXPECT_THROW((void)quantile(what, sum, 2, 0.5), NotFound);
    EXPECT_THROW((Summary(what, 0, std::vector{150.0, 1.0, 2.0}, {})), Error);
    EXPECT_THROW((Summary({what.measures, {{2, 150.0, "trial"}}}, 0, {}, {})), NotFound);
    EXPECT_THROW((Summary({{}, {}}, 0, std::vector{150.0}, {})), Error);
}

}  // namespace
}  // namespace granary

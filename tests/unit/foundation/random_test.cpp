#include "granary/foundation/random.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <vector>

namespace granary {
namespace {

std::vector<std::uint64_t> order(std::uint64_t count, std::uint64_t seed, std::uint64_t stream) {
    std::vector<std::uint64_t> order;
    for (std::uint64_t i = 0; i < count; ++i) order.push_back(permuted(i, count, seed, stream));
    return order;
}

void expect_each_once(std::uint64_t count, std::uint64_t seed, std::uint64_t stream) {
    std::vector<bool> seen(count);
    for (const auto at : order(count, seed, stream)) {
        ASSERT_LT(at, count);
        ASSERT_FALSE(seen[at]) << at << " twice of " << count;
        seen[at] = true;
    }
}

TEST(Permuted, TakesEachPlaceOnceWhateverTheCount) {
    for (std::uint64_t count = 0; count <= 300; ++count) expect_each_once(count, 1, count);
    for (const std::uint64_t power : {10U, 12U, 15U, 16U})
        for (const std::uint64_t less : {0U, 1U, 2U})
            expect_each_once((std::uint64_t{1} << power) + 1 - less, 7, 3);
}

RC_GTEST_PROP(Permuted, TakesEachPlaceOnceWhateverTheSeed,
              (std::uint64_t seed, std::uint64_t stream)) {
    const auto count = *rc::gen::inRange<std::uint64_t>(1, 2000);
    std::vector<bool> seen(count);
    for (const auto at : order(count, seed, stream)) {
        RC_ASSERT(at < count);
        RC_ASSERT(!seen[at]);
        seen[at] = true;
    }
}

TEST(Permuted, StaysBelowACountTooLargeToGoThrough) {
    for (const std::uint64_t count : {(std::uint64_t{1} << 40) + 1, std::uint64_t{1} << 62})
        for (std::uint64_t i = 0; i < 1000; ++i)
            EXPECT_LT(permuted(count - 1 - i, count, 5, 0), count);
}

TEST(Permuted, DiffersWithSeedAndStream) {
    EXPECT_NE(order(100, 1, 0), order(100, 2, 0));
    EXPECT_NE(order(100, 1, 0), order(100, 1, 1));
}

TEST(Permuted, PutsEachItemInEachPlaceEquallyOften) {
    constexpr std::uint64_t count = 5, seeds = 20'000;
    std::array<std::array<double, count>, count> times{};
    for (std::uint64_t seed = 0; seed < seeds; ++seed)
        for (std::uint64_t i = 0; i < count; ++i) ++times[i][permuted(i, count, seed, 0)];
    // Five standard deviations of a binomial count.
    for (const auto& row : times)
        for (const double here : row) EXPECT_NEAR(here, seeds * 0.2, 5 * 56.6);
}

static_assert(permuted(0, 1, 9, 9) == 0);

}  // namespace
}  // namespace granary

#include "granary/study/shapley.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace granary {
namespace {

/// The worth of every subset of n players as a function of its mask.
template <class Worth>
std::vector<double> table(std::size_t n, Worth worth) {
    std::vector<double> values(std::size_t{1} << n);
    for (std::size_t mask = 0; mask < values.size(); ++mask) values[mask] = worth(mask);
    return values;
}

bool has(std::size_t mask, std::size_t i) {
    return (mask >> i & 1) != 0;
}

/// The definition itself: what each adds on joining, averaged over all orders.
std::vector<double> over_all_orders(std::size_t n, const std::vector<double>& values) {
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<double> sums(n, 0.0);
    double orders = 0;
    do {
        std::size_t mask = 0;
        for (const auto i : order) {
            const std::size_t joined = mask | std::size_t{1} << i;
            sums[i] += values[joined] - values[mask];
            mask = joined;
        }
        ++orders;
    } while (std::next_permutation(order.begin(), order.end()));
    for (auto& sum : sums) sum /= orders;
    return sums;
}

TEST(Shapley, GivesEachItsOwnWhereTheWorthIsASum) {
    const double own[] = {3, -1, 0.5, 7, 0};
    const auto values = table(5, [&](std::size_t mask) {
        double sum = 10;
        for (std::size_t i = 0; i < 5; ++i) sum += has(mask, i) ? own[i] : 0;
        return sum;
    });
    const auto shares = shapley_values(values);
    for (std::size_t i = 0; i < 5; ++i) EXPECT_NEAR(shares[i], own[i], 1e-14);
    for (const double pair : shapley_interactions(values)) EXPECT_NEAR(pair, 0, 1e-14);
}

TEST(Shapley, HalvesWhatTwoDoTogether) {
    const double a = 0.3, b = -0.2;  // worth (1 + a)(1 + b)
    const std::vector<double> values{1, 1 + a, 1 + b, (1 + a) * (1 + b)};
    const auto shares = shapley_values(values);
    EXPECT_NEAR(shares[0], a + a * b / 2, 1e-15);
    EXPECT_NEAR(shares[1], b + a * b / 2, 1e-15);
    const auto pairs = shapley_interactions(values);
    EXPECT_NEAR(pairs[1], a * b, 1e-15);
    EXPECT_EQ(pairs[1], pairs[2]);
    EXPECT_EQ(pairs[0], 0);
}

TEST(Shapley, SharesEquallyWhatNeedsThemAll) {
    constexpr std::size_t n = 9, needed = 0b101101;  // four of nine; the others change nothing
    const auto values =
        table(n, [](std::size_t mask) { return (mask & needed) == needed ? 12.0 : 0.0; });
    const auto shares = shapley_values(values);
    const auto pairs = shapley_interactions(values);
    for (std::size_t i = 0; i < n; ++i) {
        EXPECT_NEAR(shares[i], has(needed, i) ? 3.0 : 0.0, 1e-13);
        for (std::size_t j = 0; j < n; ++j)
            EXPECT_NEAR(pairs[i * n + j],
                        i != j && has(needed, i) && has(needed, j) ? 12.0 / 3 : 0.0, 1e-13);
    }
}

TEST(Shapley, TreatsEqualsEqually) {
    const auto shares = shapley_values(table(7, [](std::size_t mask) {
        const auto k = static_cast<double>(std::popcount(mask));
        return k * k * k;
    }));
    for (const double share : shares) EXPECT_NEAR(share, 343.0 / 7, 1e-12);
}

TEST(Shapley, TakesAnyNumberOfPlayersButNotAnyTable) {
    EXPECT_TRUE(shapley_values(std::vector<double>{5}).empty());
    EXPECT_EQ(shapley_values(std::vector<double>{5, 8}).at(0), 3);
    EXPECT_EQ(shapley_interactions(std::vector<double>{5, 8}).at(0), 0);
    EXPECT_THROW(shapley_values(std::vector<double>{1, 2, 3}), std::invalid_argument);
    EXPECT_THROW(shapley_values(std::vector<double>{}), std::invalid_argument);
}

RC_GTEST_PROP(Shapley, IsTheMeanOverAllOrdersAndSumsToTheWhole, ()) {
    constexpr std::size_t n = 6;
    const auto whole_numbers =
        *rc::gen::container<std::vector<int>>(64, rc::gen::inRange(-1000, 1000));
    const std::vector<double> values(whole_numbers.begin(), whole_numbers.end());
    const auto shares = shapley_values(values);
    const auto defined = over_all_orders(n, values);
    for (std::size_t i = 0; i < n; ++i) RC_ASSERT(std::fabs(shares[i] - defined[i]) < 1e-9);
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    RC_ASSERT(std::fabs(sum - (values.back() - values.front())) < 1e-9);
}

}  // namespace
}  // namespace granary

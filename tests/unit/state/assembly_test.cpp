#include "granary/state/assembly.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace granary {
namespace {

Scenario divided(const std::vector<double>& shares) {
    Scenario scenario;
    scenario.regions.clear();
    for (const double share : shares) scenario.regions.push_back({"", share, {}});
    return scenario;
}

Assembly<double> assembly(const std::vector<double>& shares) {
    const auto scenario = divided(shares);
    return {scenario, scenario.constants};
}

constexpr double conceived = 0.9;

/// Stocks that are amounts; the others are indices.
bool is_amount(const StockRow& row) {
    return row.unit != "1";
}

TEST(InitialState, OfRegionsSumsToTheNations) {
    const auto whole = assembly({1.0}), parts = assembly({0.3, 0.7});
    const auto x = whole.initial_state(conceived), y = parts.initial_state(conceived);
    for (std::size_t i = 0; i < RegionStock::table.size(); ++i) {
        const auto& row = RegionStock::table[i];
        const double one = x[whole.layout().region(0) + i];
        const double a = y[parts.layout().region(0) + i], b = y[parts.layout().region(1) + i];
        EXPECT_NEAR(is_amount(row) ? a + b : a, one, 1e-12) << row.name;
        EXPECT_NEAR(a, is_amount(row) ? 0.3 * one : one, 1e-12) << row.name;
    }
}

TEST(InitialState, IsThatOf1957) {
    const auto whole = assembly({1.0});
    const auto x = whole.initial_state(conceived);
    const auto at = [&](auto key) { return x[whole.layout().region(0) + key.index]; };
    EXPECT_DOUBLE_EQ(at(stock::rural_population), 536.43);
    EXPECT_DOUBLE_EQ(at(stock::urban_population), 91.85);
    EXPECT_DOUBLE_EQ(at(stock::village_grain), 85);
    EXPECT_DOUBLE_EQ(at(stock::believed_harvest), 197);
    EXPECT_DOUBLE_EQ(at(stock::procurement_memory), 0.26 * 197);
    EXPECT_DOUBLE_EQ(at(stock::farm_capital), 1);
    EXPECT_DOUBLE_EQ(at(stock::conception_3), conceived);
    EXPECT_EQ(x[stock::state_grain.index], 44);
    for (std::size_t i = whole.layout().exaggeration(0); i < x.size(); ++i) EXPECT_EQ(x[i], 0);
}

TEST(RegionStart, WeighsARegionAmongThoseThereAre) {
    const auto half = assembly({0.125, 0.375});
    EXPECT_DOUBLE_EQ(half.start(0).weight, 0.25);
    EXPECT_DOUBLE_EQ(half.start(1).weight, 0.75);
    EXPECT_DOUBLE_EQ(half.nation_start().reference_output.value(), 0.5 * 197);
}

}  // namespace
}  // namespace granary

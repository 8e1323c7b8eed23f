#include "granary/state/balance.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace granary {
namespace {

constexpr Layout layout{2, 4};

struct Change {
    std::size_t place;
    double amount;
};

/// A recording of two instants, all zero at the first.
Books books(const std::vector<Change>& changes, Recording<double>& run) {
    std::vector<double> x(layout.size(), 0.0);
    run.record({1957, 0}, x);
    for (const auto& change : changes) x[change.place] += change.amount;
    run.record({1957, 0.5}, x);
    return {run, 0, 1};
}

double worst(const std::vector<Change>& changes) {
    Recording<double> run(Scenario{}, default_constants(), layout);
    return books(changes, run).worst();
}

const std::size_t village = layout.region(1) + stock::village_grain.index;
const std::size_t taken = layout.region_flows(1) + flow::procurement.index;
const std::size_t state = stock::state_grain.index;

TEST(Books, CloseWhereAFlowLeavesOneStockAndEntersAnother) {
    EXPECT_EQ(worst({{village, -40}, {taken, 40}, {state, 40}}), 0);
}

TEST(Books, ShowAStockThatChangedWithoutAFlow) {
    EXPECT_DOUBLE_EQ(worst({{village, -40}}), 1);
}

TEST(Books, ShowAFlowThatDidNotArrive) {
    EXPECT_DOUBLE_EQ(worst({{village, -40}, {taken, 40}, {state, 39}}), 1.0 / 40);
}

TEST(Books, KeepRegionsApart) {
    const std::size_t other = layout.region(0) + stock::village_grain.index;
    EXPECT_GT(worst({{other, -40}, {taken, 40}, {state, 40}}), 0.5);
}

TEST(Books, CountFlowsOfTheNation) {
    const std::size_t imports = layout.nation_flows() + flow::imports.index;
    const std::size_t exports = layout.nation_flows() + flow::exports.index;
    EXPECT_EQ(worst({{imports, 5}, {exports, 2}, {state, 3}}), 0);
    EXPECT_GT(worst({{imports, 5}, {exports, 2}, {state, 7}}), 0.5);
}

TEST(Books, TellChangeInflowAndOutflow) {
    Recording<double> run(Scenario{}, default_constants(), layout);
    const auto all = books({{village, -30}, {taken, 40}, {state, 40}}, run).balances();
    const auto& balance =
        all[NationStock::table.size() + RegionStock::table.size() + stock::village_grain.index];
    EXPECT_EQ(balance.change, -30);
    EXPECT_EQ(balance.inflow, 0);
    EXPECT_EQ(balance.outflow, 40);
    EXPECT_DOUBLE_EQ(balance.imbalance(), 0.25);
}

}  // namespace
}  // namespace granary

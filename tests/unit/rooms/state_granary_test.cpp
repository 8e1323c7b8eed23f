#include "granary/rooms/state_granary.hpp"

#include <gtest/gtest.h>

#include "unit/rooms/bench.hpp"

namespace granary {
namespace {

using bench::Bench;
using bench::Moment;

/// A granary asked for something by everybody, with the want of each region for resale and relief.
class Granary {
  public:
    explicit Granary(const Bench& bench, double need_0 = 1, double need_1 = 1) : now(bench) {
        std::size_t r = 0;
        for (auto& site : now.sites()) {
            site.flows.resale_want = GrainRate<double>(6.0);
            site.flows.relief_on_sight_want = GrainRate<double>(2.0);
            site.flows.visible_need = GrainRate<double>(r++ == 0 ? need_0 : need_1);
        }
        rooms::state_granary(now.centre(), now.sites(), now.frame.nation);
    }
    Moment now;
};

Bench full() {
    return Bench()
        .set(stock::state_grain, 1e9)
        .set(lever::labour_diversion, 0.3)
        .set(lever::relief, 3)
        .set(lever::export_mt, 4)
        .set(lever::import_mt, 5)
        .set(parameter::hinge_width, 1e-9);
}

TEST(StateGranary, ServesEveryWantInFullFromALargeStore) {
    const auto bench = full();
    const Granary granary(bench);
    const auto& now = granary.now;
    const double towns = 91.85e6 * 196 / 0.87 / 1e9;
    const double crews = 536.43e6 * 65 * 0.3 / 0.87 / 1e9;
    EXPECT_NEAR(now[flow::town_supply], towns, 1e-9);
    EXPECT_NEAR(now[flow::crew_supply], crews, 1e-9);
    EXPECT_NEAR(now[flow::resale], 6, 1e-9);
    EXPECT_NEAR(now[flow::relief], 3 + 2, 1e-9);
    EXPECT_NEAR(now[flow::exports], 4, 1e-9);
    EXPECT_NEAR(now[flow::other_use], bench[parameter::other_state_use_mt], 1e-9);
    EXPECT_EQ(now[flow::imports], 5);
}

TEST(StateGranary, GivesNothingFromAnEmptyStoreButWhatComesIn) {
    Granary granary(full().set(stock::state_grain, 0));
    EXPECT_EQ(granary.now[flow::town_supply], 0);
    EXPECT_EQ(granary.now[flow::resale], 0);
    EXPECT_EQ(granary.now[flow::relief], 0);
    EXPECT_EQ(granary.now.change(stock::state_grain), 5);
}

TEST(StateGranary, WhatItPaysOutIsWhatItLoses) {
    Granary granary(full());
    auto& now = granary.now;
    const double paid = now[flow::town_supply] + now[flow::crew_supply] + now[flow::resale] +
                        now[flow::relief] + now[flow::exports] + now[flow::other_use];
    EXPECT_NEAR(now.change(stock::state_grain), 5 - paid, 1e-12);
}

TEST(StateGranary, ReturnsResaleAndReliefToTheVillage) {
    Granary granary(full());
    EXPECT_NEAR(granary.now.change(stock::village_grain), 6 + 5, 1e-9);
}

TEST(StateGranary, CutsSlackUsesBeforeProtectedOnes) {
    const Bench bench = full().set(stock::state_grain, 3);
    const Granary granary(bench), large(full());
    const auto served = [&](auto key) { return granary.now[key] / large.now[key]; };
    EXPECT_GT(served(flow::town_supply), 0.9);
    EXPECT_GT(served(flow::exports), 0.99);
    EXPECT_LT(served(flow::crew_supply), 0.8);
    EXPECT_LT(served(flow::other_use), 0.9);
}

TEST(StateGranary, OtherUsesFollowTheBelief) {
    const auto bench = full().set(stock::believed_harvest, 394);
    EXPECT_NEAR(Granary(bench).now[flow::other_use], 2 * bench[parameter::other_state_use_mt],
                1e-9);
}

TEST(StateGranary, TellsTheKilogramsThatItsSuppliesAre) {
    const auto bench = full().set(stock::state_grain, 3);
    Granary granary(bench);
    auto& now = granary.now;
    const double kappa = bench[parameter::grain_to_trade];
    EXPECT_NEAR(now.flows().town_kg,
                ration_kg(now[flow::town_supply], bench[stock::urban_population], kappa), 1e-9);
    EXPECT_NEAR(now.flows().crew_kg,
                ration_kg(now[flow::crew_supply], bench[stock::rural_population], kappa), 1e-9);
}

TEST(StateGranary, ShipsNoGrainThatIsGivenToVillagesInstead) {
    const double shipped = Granary(full()).now[flow::exports];
    const double relieved = Granary(full()).now[flow::relief];
    for (const double share : {0.25, 1.0}) {
        const Granary granary(full().set(lever::relief_from_exports, share));
        EXPECT_NEAR(granary.now[flow::exports], (1 - share) * shipped, 1e-9);
        EXPECT_NEAR(granary.now[flow::exports] + granary.now[flow::relief], shipped + relieved,
                    1e-9);
    }
}

TEST(StateGranary, FeedsNoCrewsWhereNoLabourIsDiverted) {
    EXPECT_EQ(Granary(full().set(lever::labour_diversion, -0.1)).now[flow::crew_supply], 0);
}

/// Two halves ask together for what one country asks for, and get it.
TEST(StateGranary, RegionsThatAreAlikeGetTogetherWhatOneWouldGet) {
    const Bench one = Bench().set(stock::state_grain, 2);
    const Granary whole(one), halves(Bench({0.5, 0.5}).set(stock::state_grain, 2));
    const auto both = [&](auto key) { return halves.now.at(key, 0) + halves.now.at(key, 1); };
    EXPECT_NEAR(both(flow::town_supply), whole.now[flow::town_supply], 1e-12);
    EXPECT_NEAR(halves.now[flow::other_use], whole.now[flow::other_use], 1e-12);
}

TEST(StateGranary, SplitsTheTownsSupplyByWhatTheyWant) {
    Bench bench({0.5, 0.5});
    bench.set(stock::state_grain, 0.5)
        .set(stock::urban_population, 60, 0)
        .set(stock::urban_population, 20, 1);
    Granary granary(bench);
    EXPECT_NEAR(granary.now.at(flow::town_supply, 0) / granary.now.at(flow::town_supply, 1), 3,
                1e-12);
    EXPECT_EQ(granary.now.flows(0).town_kg, granary.now.flows(1).town_kg);
}

TEST(StateGranary, SplitsReliefByVisibleNeedAndGivesAllOfIt) {
    const auto bench = Bench({0.5, 0.5}).set(stock::state_grain, 1e9).set(lever::relief, 8);
    const Granary granary(bench, 1, 4);
    EXPECT_NEAR(granary.now.at(flow::relief, 1) / granary.now.at(flow::relief, 0), 4, 1e-12);
    EXPECT_NEAR(granary.now.at(flow::relief, 0) + granary.now.at(flow::relief, 1), 8 + 4, 1e-9);
}

}  // namespace
}  // namespace granary

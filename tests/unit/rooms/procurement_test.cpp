#include "granary/rooms/procurement.hpp"

#include <gtest/gtest.h>

#include "unit/rooms/bench.hpp"

namespace granary {
namespace {

using bench::Bench;
using bench::Moment;

constexpr double plenty = 1e9;

/// Room 4 as a whole, where each region's fields could give `harvest`.
void procure(Frame<double>& frame, double harvest = 197) {
    for (auto& [here, flows] : frame.sites) {
        flows.potential = ActualOutput<double>(GrainRate<double>(harvest));
        rooms::assessment(here, flows);
    }
    frame.add_up_assessments();
    for (auto& [here, flows] : frame.sites) rooms::procurement(here, flows);
}

const auto procurement = [](Frame<double>& frame) { procure(frame); };

/// A bench's values with what room 4 makes of them.
struct Procured : Moment {
    explicit Procured(const Bench& bench, double harvest = 197) : Moment(bench) {
        procure(frame, harvest);
    }
    double target(std::size_t region = 0) {
        return rooms::procurement_target(here(region), flows(region)).value();
    }
};

double target(const Bench& bench, std::size_t region = 0) {
    return Procured(bench).target(region);
}

double collected(const Bench& bench) {
    return Procured(bench)[flow::procurement];
}

/// Quotas by needs alone, with a sharp corner: planned uses count in full.
Bench by_needs() {
    return Bench().set(parameter::quota_by_needs, 1).set(parameter::hinge_width, 1e-9);
}

TEST(ProcurementTarget, OfThePlanOf1957IsTheQuotaOfTheBeliefWhateverTheNeedsWeigh) {
    for (const double by_needs : {0.0, 0.3, 1.0}) {
        const auto bench = Bench().set(parameter::quota_by_needs, by_needs);
        EXPECT_NEAR(target(bench), bench[lever::quota_rate] * bench[stock::believed_harvest],
                    1e-12);
    }
}

TEST(ProcurementTarget, ByBeliefAloneIsAShareOfItWhateverIsNeeded) {
    const auto bench = Bench()
                           .set(parameter::quota_by_needs, 0)
                           .set(stock::believed_harvest, 300)
                           .set(lever::quota_rate, 0.3);
    EXPECT_DOUBLE_EQ(target(bench), 90);
    EXPECT_DOUBLE_EQ(target(Bench(bench).set(lever::export_mt, 20)), 90);
    EXPECT_DOUBLE_EQ(target(Bench(bench).set(stock::urban_population, 200)), 90);
}

TEST(ProcurementTarget, ByNeedsAloneIgnoresTheBelief) {
    const auto bench = by_needs().set(parameter::other_state_use_mt, 0);
    EXPECT_NEAR(target(Bench(bench).set(stock::believed_harvest, 390)), target(bench), 1e-12);
}

TEST(ProcurementTarget, ByNeedsAloneGrowsAsTheTownsDo) {
    const auto bench = by_needs()
                           .set(parameter::other_state_use_mt, 0)
                           .set(parameter::resale_share, 0)
                           .set(lever::export_mt, 0)
                           .set(lever::import_mt, 0);
    const double towns = bench[stock::urban_population];
    EXPECT_NEAR(target(Bench(bench).set(stock::urban_population, 2 * towns)) / target(bench), 2,
                1e-12);
    const double ration = bench[lever::urban_ration];
    EXPECT_NEAR(target(Bench(bench).set(lever::urban_ration, 0.5 * ration)) / target(bench), 0.5,
                1e-12);
}

/// A tonne more exported, or fewer imported, or more to be resold, moves the plan alike.
TEST(ProcurementTarget, ByNeedsCountsEveryPlannedTonneAlike) {
    const auto bench = by_needs();
    const double before = target(bench);
    const double by_exports =
        target(Bench(bench).set(lever::export_mt, bench[lever::export_mt] + 1)) - before;
    const double by_imports =
        target(Bench(bench).set(lever::import_mt, bench[lever::import_mt] - 1)) - before;
    const double memory = bench[stock::procurement_memory] + 1 / bench[parameter::resale_share];
    const double by_resale = target(Bench(bench).set(stock::procurement_memory, memory)) - before;
    const double kilograms =
        1e3 * bench[parameter::grain_to_trade] / bench[stock::urban_population];
    const double by_towns =
        target(Bench(bench).set(lever::urban_ration, bench[lever::urban_ration] + kilograms)) -
        before;
    EXPECT_GT(by_exports, 0);
    EXPECT_NEAR(by_imports, by_exports, 1e-10);
    EXPECT_NEAR(by_resale, by_exports, 1e-10);
    EXPECT_NEAR(by_towns, by_exports, 1e-10);
}

/// Planned uses of 1957 in Mt a year, from the record's own figures: 91.85 million townspeople at
/// 196 kg of trade grain, 7 Mt of other uses, 2.09 exported, 0.17 imported, 0.34 of 0.26 of 197 Mt
/// resold.
TEST(ProcurementTarget, TheNeedsOf1957AreOfTheRightSize) {
    const Bench bench = by_needs();
    const double towns = 91.85e6 * 196 / 0.87 / 1e9;
    const double uses = towns + 7 + 2.09 - 0.17 + 0.34 * 0.26 * 197;
    const double one_more = target(Bench(bench).set(lever::export_mt, 3.09));
    EXPECT_NEAR(one_more / target(bench), 1 + 1 / uses, 1e-9);
}

/// A census counts the fields: what is believed of them is not asked.
TEST(ProcurementTarget, ByCensusIsAShareOfTheHarvestWhateverIsBelieved) {
    for (const double by_needs : {0.0, 0.3, 1.0}) {
        const auto bench =
            Bench().set(lever::quota_by_census, 1).set(parameter::quota_by_needs, by_needs);
        const auto deceived = Bench(bench).set(stock::believed_harvest, 390);
        EXPECT_EQ(Procured(deceived, 160).target(), Procured(bench, 160).target()) << by_needs;
    }
    const auto census = Bench().set(lever::quota_by_census, 1).set(parameter::quota_by_needs, 0);
    EXPECT_DOUBLE_EQ(Procured(census, 160).target(), 160 * census[lever::quota_rate]);
}

TEST(ProcurementTarget, OfACensusOfSomeFieldsLiesBetweenHarvestAndBelief) {
    const auto bench = Bench()
                           .set(lever::quota_by_census, 0.25)
                           .set(parameter::quota_by_needs, 0)
                           .set(stock::believed_harvest, 300);
    EXPECT_NEAR(Procured(bench, 160).target(), bench[lever::quota_rate] * (0.75 * 300 + 0.25 * 160),
                1e-12);
}

TEST(ProcurementTarget, IsTheShareThatFullStoresAskForAndThatIsCarriedOut) {
    Procured now{Bench()};
    const double whole = now.target();
    now.flows().asked_for = 0.5;
    EXPECT_DOUBLE_EQ(now.target(), 0.5 * whole);
    now.flows().carried_out = 0.25;
    EXPECT_DOUBLE_EQ(now.target(), 0.125 * whole);
}

TEST(ProcurementTarget, IsNothingWhereNothingIsNeeded) {
    const auto bench = Bench().set(lever::import_mt, 500);
    EXPECT_EQ(target(bench), 0);
    EXPECT_GT(target(Bench(bench).set(parameter::quota_by_needs, 0)), 0);
}

TEST(ProcurementTarget, IsSharedByWhatIsBelievedOfEachRegion) {
    Bench bench({0.25, 0.75});
    bench.set(stock::believed_harvest, 60, 0).set(stock::believed_harvest, 120, 1);
    EXPECT_NEAR(target(bench, 1) / target(bench, 0), 2, 1e-12);
}

TEST(ProcurementTarget, OfRegionsWithTheNationsMeansSumsToTheNations) {
    Bench parts({0.25, 0.75});
    EXPECT_NEAR(target(parts, 0) + target(parts, 1), target(Bench()), 1e-12);
}

TEST(Procurement, FromFullStoresIsTheTarget) {
    const auto bench = Bench().set(stock::village_grain, plenty);
    EXPECT_NEAR(collected(bench), target(bench), 1e-9);
}

TEST(Procurement, FromEmptyStoresIsWhatTheCoverLeaves) {
    const auto bench = Bench().set(stock::village_grain, 1e-9);
    EXPECT_NEAR(collected(bench) * bench[parameter::collection_cover_years] / 1e-9, 1, 1e-6);
}

TEST(Procurement, TakesTheTargetOverAYearOfFullStores) {
    auto bench = Bench().set(stock::village_grain, plenty);
    const double year =
        bench::mean_over_a_year([&](double season) { return collected(bench.set_season(season)); });
    EXPECT_NEAR(year / target(bench), 1, 1e-9);
}

TEST(Procurement, IsCollectedAfterTheTwoHarvests) {
    auto bench = Bench().set(stock::village_grain, plenty);
    const double april = collected(bench.set_season(0.3));
    const double july = collected(bench.set_season(0.54));
    const double november = collected(bench.set_season(0.87));
    EXPECT_GT(july, 10 * april);
    EXPECT_GT(november, july);
}

TEST(Procurement, GoesFromTheVillageToTheState) {
    Procured now{Bench()};
    EXPECT_DOUBLE_EQ(now.change(stock::village_grain), -now[flow::procurement]);
    EXPECT_DOUBLE_EQ(now.change(stock::state_grain), now[flow::procurement]);
}

TEST(ProcurementMemory, ForgetsByItsLag) {
    const auto bench = Bench().set(lever::quota_rate, 0).set(stock::procurement_memory, 40);
    const auto later = bench.after(2.0, procurement);
    EXPECT_NEAR(later[stock::procurement_memory],
                40 * granary::exp(-2.0 / bench[parameter::memory_years]), 1e-9);
}

/// What was taken is remembered, not what was asked for: nothing comes from empty stores.
TEST(ProcurementMemory, IsOfWhatCameIn) {
    const auto bench = Bench().set(stock::village_grain, 0).set(stock::procurement_memory, 0);
    ASSERT_GT(target(bench), 0);
    Procured now(bench);
    EXPECT_EQ(now.change(stock::procurement_memory), 0);
}

TEST(ProcurementMemory, RestsAtWhatIsCollected) {
    auto bench = Bench().set(parameter::quota_by_needs, 0).set(stock::village_grain, plenty);
    bench.set(stock::procurement_memory, collected(bench));
    Procured now(bench);
    EXPECT_EQ(now.change(stock::procurement_memory), 0);
}

}  // namespace
}  // namespace granary

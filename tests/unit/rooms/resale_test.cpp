#include "granary/rooms/resale.hpp"

#include <gtest/gtest.h>

#include "unit/rooms/bench.hpp"

namespace granary {
namespace {

using bench::Bench;
using bench::Moment;

/// What the room tells the granary, in Mt a year.
struct Wants {
    double resale, relief_on_sight, visible_need;
};

Wants wants(const Bench& bench) {
    Moment now(bench);
    auto& flows = now.flows();
    rooms::resale_and_relief(now.here(), flows);
    return {flows.resale_want.value(), flows.relief_on_sight_want.value(),
            flows.visible_need.value()};
}

TEST(Resale, WantsItsShareOfTheMemoryOverAYear) {
    auto bench = Bench().set(stock::procurement_memory, 50);
    const double year = bench::mean_over_a_year(
        [&](double season) { return wants(bench.set_season(season)).resale; });
    EXPECT_NEAR(year, 50 * bench[parameter::resale_share], 1e-9);
}

TEST(Resale, IsLargestInTheSpringGap) {
    auto bench = Bench();
    const double spring = wants(bench.set_season(0.33)).resale;
    EXPECT_GT(spring, 3 * wants(bench.set_season(0.83)).resale);
}

TEST(ReliefOnSight, IsNotWantedWhereNobodyFallsBelowTheTarget) {
    auto bench = Bench().set(lever::relief_on_sight, 1);
    EXPECT_EQ(wants(bench).relief_on_sight, 0);
    EXPECT_EQ(
        wants(bench.set(stock::nutrition_rural, bench[parameter::relief_target])).relief_on_sight,
        0);
}

/// A gap of 0.3 of 2050 kcal a day is 615 kcal, for 500 million people and 365 days, at 3500 kcal
/// a kilogram of trade grain and 0.87 of it from a kilogram of grain.
TEST(ReliefOnSight, InFullIsTheGrainThatLiftsAllToTheTarget) {
    const auto bench = Bench()
                           .set(parameter::hinge_width, 1e-9)
                           .set(stock::rural_population, 500)
                           .set(stock::nutrition_rural, 0.6)
                           .set(lever::relief_on_sight, 1);
    const double tonnes = 615.0 * 365 * 500e6 / 3500 / 0.87 / 1000;
    EXPECT_NEAR(wants(bench).relief_on_sight, tonnes / 1e6, 1e-9);
    EXPECT_NEAR(wants(Bench(bench).set(lever::relief_on_sight, 0.25)).relief_on_sight, tonnes / 4e6,
                1e-9);
}

TEST(VisibleNeed, IsTheGapWithoutPressureAndLessUnderIt) {
    const auto hungry = Bench()
                            .set(stock::nutrition_rural, 0.6)
                            .set(lever::relief_on_sight, 1)
                            .set(parameter::relief_floor, 0);
    const double gap = wants(hungry).relief_on_sight;
    EXPECT_DOUBLE_EQ(wants(hungry).visible_need, gap);
    const double pressed = wants(Bench(hungry).set(lever::pressure, 1)).visible_need;
    EXPECT_LT(pressed, 0.5 * gap);
    EXPECT_LT(wants(Bench(hungry).set(lever::pressure, 2)).visible_need, pressed);
}

TEST(VisibleNeed, HidesAtMostTheConcealedShare) {
    const auto hungry = Bench().set(stock::nutrition_rural, 0.6).set(parameter::relief_floor, 0);
    const double all = wants(hungry).visible_need;
    const double silenced = wants(Bench(hungry).set(lever::pressure, 100)).visible_need;
    EXPECT_NEAR(silenced / all, 1 - hungry[parameter::concealment], 1e-12);
}

TEST(VisibleNeed, OfTheWellFedIsTheFloorByProcurement) {
    const auto bench = Bench().set(stock::procurement_memory, 50);
    EXPECT_DOUBLE_EQ(wants(bench).visible_need, 50 * bench[parameter::relief_floor]);
}

}  // namespace
}  // namespace granary

#include "granary/rooms/village.hpp"

#include <gtest/gtest.h>

#include "unit/rooms/bench.hpp"

namespace granary {
namespace {

using bench::Bench;
using bench::Moment;

/// The village room after a harvest of 30 and 50 Mt a year.
struct Village : Moment {
    explicit Village(const Bench& bench) : Moment(bench) {
        flows().set(flow::harvest_summer, GrainRate<double>(30));
        flows().set(flow::harvest_autumn, GrainRate<double>(50));
        rooms::village(here(), flows());
    }
};

/// 536.43 million villagers at 290 kg of trade grain.
constexpr double wanted_mt = 536.43e6 * 290 / 0.87 / 1e9;

TEST(Village, ServesWhatIsWantedFromFullStores) {
    Village now(Bench().set(stock::village_grain, 1e9));
    EXPECT_NEAR(now[flow::served], wanted_mt, 1e-9);
}

TEST(Village, ServesNothingFromEmptyStores) {
    Village now(Bench().set(stock::village_grain, 0));
    EXPECT_EQ(now[flow::served], 0);
    EXPECT_EQ(now[flow::seed], 0);
    EXPECT_EQ(now[flow::spoilage], 0);
}

TEST(Village, StretchesAStoreThatRunsOut) {
    const auto bench = Bench().set(stock::village_grain, 1e-9);
    Village now(bench);
    EXPECT_NEAR(now[flow::served] * bench[parameter::store_stretch_years] / 1e-9, 1, 1e-6);
}

TEST(Village, WastesNothingWithoutCanteens) {
    Village now((Bench()));
    EXPECT_EQ(now[flow::eaten], now[flow::served]);
}

TEST(Canteens, WasteTheirShareOfFullStores) {
    const auto bench = Bench().set(stock::village_grain, 1e9).set(lever::canteens, 0.5);
    Village now(bench);
    EXPECT_NEAR(1 - now[flow::eaten] / now[flow::served], 0.5 * bench[parameter::canteen_waste],
                1e-12);
}

/// A step may try a store a little below nothing, where a power of it would be no number.
TEST(Canteens, WasteNothingOfAStoreTriedBelowNothing) {
    Village now(Bench().set(lever::canteens, 1).set(stock::village_grain, -1e-6));
    EXPECT_LT(now[flow::served], 0);
    EXPECT_EQ(now[flow::eaten], now[flow::served]);
}

/// A store that just covers the want serves the share 1/sqrt 2 of it; its fourth power is 1/4.
TEST(Canteens, WasteAQuarterOfThatWhereTheStoreJustCoversTheWant) {
    auto bench = Bench().set(lever::canteens, 1);
    bench.set(stock::village_grain, wanted_mt * bench[parameter::store_stretch_years]);
    Village now(bench);
    EXPECT_NEAR(1 - now[flow::eaten] / now[flow::served], 0.25 * bench[parameter::canteen_waste],
                1e-12);
}

TEST(Canteens, DoNotChangeWhatIsServed) {
    Village without((Bench())), with(Bench().set(lever::canteens, 1));
    EXPECT_EQ(with[flow::served], without[flow::served]);
    EXPECT_LT(with[flow::eaten], without[flow::eaten]);
}

TEST(Village, TellsTheKilogramsThatAreEaten) {
    const auto bench = Bench().set(lever::canteens, 1).set(stock::village_grain, 40);
    Village now(bench);
    EXPECT_NEAR(ration_kg(now[flow::eaten], bench[stock::rural_population],
                          bench[parameter::grain_to_trade]),
                now.flows().eaten_kg, 1e-9);
}

TEST(Seed, IsSownOverTheYearByTheAreaSown) {
    auto bench = Bench().set(stock::village_grain, 1e9).set(lever::sown_area, 0.9);
    const double year = bench::mean_over_a_year([&](double season) {
        Village now(bench.set_season(season));
        return now[flow::seed];
    });
    EXPECT_NEAR(year, 0.9 * bench[parameter::seed_share] * bench[parameter::reference_output_mt],
                1e-9);
}

TEST(Seed, OfTheAutumnCropIsTheLargerAndIsSownInSpring) {
    auto bench = Bench().set(stock::village_grain, 1e9);
    const auto sown = [&](double season) {
        Village now(bench.set_season(season));
        return now[flow::seed];
    };
    EXPECT_GT(sown(0.30), 2 * sown(0.78));
    EXPECT_GT(sown(0.78), 2 * sown(0.55));
}

TEST(Feed, IsAShareOfTheHarvestByTheAnimalsLeft) {
    const auto bench = Bench().set(stock::farm_capital, 0.5);
    Village now(bench);
    EXPECT_DOUBLE_EQ(now[flow::feed], 0.5 * bench[parameter::feed_share] * 80);
}

/// Without people, fields and animals a store only spoils: e^{-l t}.
TEST(Spoilage, EmptiesAnUntouchedStoreExponentially) {
    const auto bench = Bench()
                           .set(stock::rural_population, 0)
                           .set(lever::sown_area, 0)
                           .set(stock::farm_capital, 0);
    const auto later = bench.after(3.0, [](Frame<double>& frame) {
        rooms::village(frame.sites[0].here, frame.sites[0].flows);
    });
    EXPECT_NEAR(later[stock::village_grain] / bench[stock::village_grain],
                granary::exp(-3 * bench[parameter::spoilage_per_year]), 1e-11);
}

TEST(Village, LosesEachUseOnce) {
    Village now((Bench()));
    const double used = now[flow::served] + now[flow::seed] + now[flow::feed] + now[flow::spoilage];
    EXPECT_NEAR(now.change(stock::village_grain), 80 - used, 1e-12);
}

}  // namespace
}  // namespace granary

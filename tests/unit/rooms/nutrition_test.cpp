#include "granary/rooms/nutrition.hpp"

#include <gtest/gtest.h>

#include "unit/rooms/bench.hpp"

namespace granary {
namespace {

using bench::Bench;
using bench::Moment;

/// Trade grain a head and year.
struct Food {
    double eaten_kg = 0, crew_kg = 0, town_kg = 0;
};

Bench fed(const Bench& bench, const Food& food, double years) {
    return bench.after(years, [=](Frame<double>& frame) {
        auto& [here, flows] = frame.sites[0];
        flows.eaten_kg = food.eaten_kg;
        flows.crew_kg = food.crew_kg;
        flows.town_kg = food.town_kg;
        rooms::nutrition(here, flows);
    });
}

double villagers(const Bench& bench, const Food& food) {
    return fed(bench, food, 12)[stock::nutrition_rural];
}

double townspeople(const Bench& bench, const Food& food) {
    return fed(bench, food, 12)[stock::nutrition_urban];
}

/// 2050 kcal a day, 220 of them from the plots, at 3500 kcal a kilogram.
constexpr double enough_kg = (2050.0 - 220) * 365 / 3500;

TEST(Nutrition, OfThoseWhoEatWhatTheyNeedIsOne) {
    EXPECT_NEAR(villagers(Bench(), {.eaten_kg = enough_kg}), 1, 1e-9);
    EXPECT_NEAR(townspeople(Bench(), {.town_kg = enough_kg}), 1, 1e-9);
}

TEST(Nutrition, SettlesAtFoodOverNeed) {
    const auto bare_fields = Bench().set(lever::private_plots, 0);
    const double half = 0.5 * 2050 * 365 / 3500;
    EXPECT_NEAR(villagers(bare_fields, {.eaten_kg = half}), 0.5, 1e-9);
    EXPECT_NEAR(townspeople(bare_fields, {.town_kg = half}), 0.5, 1e-9);
}

TEST(Nutrition, FollowsItsFoodWithItsLag) {
    const auto bench = Bench().set(lever::private_plots, 0);
    for (const double lags : {0.5, 1.0, 3.0}) {
        const auto later = fed(bench, {}, lags * bench[parameter::nutrition_lag_years]);
        EXPECT_NEAR(later[stock::nutrition_rural], granary::exp(-lags), 1e-11);
        EXPECT_NEAR(later[stock::nutrition_urban], granary::exp(-lags), 1e-11);
    }
}

TEST(Nutrition, CrewsFoodCountsForVillagersOnly) {
    const double without = villagers(Bench(), {.eaten_kg = 150});
    EXPECT_NEAR(villagers(Bench(), {.eaten_kg = 120, .crew_kg = 30}), without, 1e-11);
    EXPECT_NEAR(townspeople(Bench(), {.crew_kg = 30, .town_kg = 150}), without, 1e-11);
}

TEST(Nutrition, MobilisationRaisesTheNeedOfVillagersOnly) {
    const auto quiet = Bench().set(parameter::hinge_width, 1e-9);
    const auto mobilised = Bench(quiet).set(lever::labour_diversion, 0.4);
    const Food food{.eaten_kg = 180, .town_kg = 180};
    EXPECT_NEAR(villagers(quiet, food) / villagers(mobilised, food),
                1 + 0.4 * quiet[parameter::mobilisation_need], 1e-9);
    EXPECT_NEAR(townspeople(mobilised, food), townspeople(quiet, food), 1e-9);
}

TEST(Nutrition, HandsGivenBackToTheFieldsDoNotLowerTheNeed) {
    const Food food{.eaten_kg = 180};
    EXPECT_EQ(villagers(Bench().set(lever::labour_diversion, -0.1), food),
              villagers(Bench(), food));
}

TEST(Nutrition, PlotsFeedVillagesAndTownsAlike) {
    const auto none = Bench().set(lever::private_plots, 0);
    const double lost = none[parameter::other_food_kcal] / none[parameter::energy_need_kcal];
    const Food food{.eaten_kg = 150, .town_kg = 150};
    EXPECT_NEAR(villagers(Bench(), food) - villagers(none, food), lost, 1e-9);
    EXPECT_NEAR(townspeople(Bench(), food) - townspeople(none, food), lost, 1e-9);
}

}  // namespace
}  // namespace granary

#include "granary/rooms/harvest.hpp"

#include <gtest/gtest.h>

#include "unit/rooms/bench.hpp"

namespace granary {
namespace {

using bench::Bench;
using bench::Moment;

double potential(const Bench& bench) {
    return rooms::potential_output(Moment(bench).here()).rate.value();
}

double capacity(const Bench& bench, double nutrition) {
    return rooms::work_capacity(Moment(bench).here(), nutrition);
}

/// The exponent with which output answers an input, between two of its values.
double elasticity(double output, double other_output, double ratio_of_inputs) {
    return granary::log(other_output / output) / granary::log(ratio_of_inputs);
}

TEST(Harvest, OfAYearLike1957IsTheReferenceOutput) {
    const Bench bench;
    EXPECT_DOUBLE_EQ(potential(bench), bench[parameter::reference_output_mt]);
}

TEST(Harvest, AnswersLandLabourAndCapitalWithTheirElasticities) {
    const Bench bench;
    const double before = potential(bench);
    EXPECT_NEAR(elasticity(before, potential(Bench(bench).set(lever::sown_area, 0.8)), 0.8),
                bench[parameter::area_elasticity], 1e-13);
    EXPECT_NEAR(elasticity(before, potential(Bench(bench).set(stock::farm_capital, 0.5)), 0.5),
                bench[parameter::capital_elasticity], 1e-13);
    EXPECT_NEAR(elasticity(before, potential(Bench(bench).set(lever::labour_diversion, 0.4)), 0.6),
                bench[parameter::labour_elasticity], 1e-13);
    const double villagers = bench[stock::rural_population];
    EXPECT_NEAR(
        elasticity(before, potential(Bench(bench).set(stock::rural_population, 2 * villagers)), 2),
        bench[parameter::labour_elasticity], 1e-13);
}

TEST(Harvest, GrowsByTheTechnicalRate) {
    const Bench bench;
    const double later = potential(Bench(bench).set_years_elapsed(5.0));
    EXPECT_NEAR(granary::log(later / potential(bench)) / 5.0,
                bench[parameter::technical_growth_per_year], 1e-13);
}

TEST(Harvest, IsReducedByTheShareOfLandStruckBeyondThatOf1957) {
    const Bench bench;
    const double before = potential(bench);
    const double struck = bench[parameter::base_disaster_share] + 0.2;
    const double after = potential(Bench(bench).set(lever::disaster_share, struck));
    EXPECT_NEAR(1 - after / before, 0.2 * bench[parameter::disaster_loss], 1e-13);
    EXPECT_GT(potential(Bench(bench).set(lever::disaster_share, 0)), before);
}

TEST(Harvest, LosesTheCommuneShareUnderFullCommunes) {
    const Bench bench;
    const double after = potential(Bench(bench).set(lever::commune_intensity, 1));
    EXPECT_NEAR(1 - after / potential(bench), bench[parameter::commune_loss], 1e-13);
}

TEST(Harvest, StandsStillWithoutLandOrHands) {
    EXPECT_EQ(potential(Bench().set(lever::sown_area, 0)), 0);
    EXPECT_EQ(potential(Bench().set(lever::labour_diversion, 1)), 0);
}

TEST(WorkCapacity, IsHalfAtItsMidpointAndSymmetricAboutIt) {
    const Bench bench;
    const double middle = bench[parameter::work_midpoint];
    EXPECT_DOUBLE_EQ(capacity(bench, middle), 0.5);
    EXPECT_DOUBLE_EQ(capacity(bench, middle + 0.3) + capacity(bench, middle - 0.3), 1);
    EXPECT_GT(capacity(bench, middle + 0.3), 0.5);
}

TEST(WorkCapacity, FallsWithHungerAndTakesTheHarvestWithIt) {
    EXPECT_LT(potential(Bench().set(stock::nutrition_rural, 0.6)), potential(Bench()));
}

TEST(Crops, GrowByTheirSharesOfThePotential) {
    const Bench bench;
    Moment now(bench);
    rooms::harvest(now.here(), now.flows());
    const double all = potential(bench);
    EXPECT_DOUBLE_EQ(now[flow::growth_summer], bench[parameter::summer_share] * all);
    EXPECT_DOUBLE_EQ(now[flow::growth_summer] + now[flow::growth_autumn], all);
}

TEST(Crops, GrowToThePotentialOverTheYear) {
    Bench bench;
    const double all = potential(bench);
    const double grown = bench::mean_over_a_year([&](double season) {
        Moment now(bench.set_season(season));
        rooms::harvest(now.here(), now.flows());
        return now[flow::growth_summer] + now[flow::growth_autumn];
    });
    EXPECT_NEAR(grown / all, 1, 1e-10);
}

TEST(Crops, EachGrowsInItsOwnSeasonAndIsCutInItsOwn) {
    const auto flow_in = [](auto key, double season) {
        Moment now(Bench()
                       .set(stock::standing_summer_crop, 30)
                       .set(stock::standing_autumn_crop, 30)
                       .set_season(season));
        rooms::harvest(now.here(), now.flows());
        return now[key];
    };
    constexpr double april = 0.28, june = 0.46, july = 0.57, october = 0.76, december = 0.92;
    EXPECT_GT(flow_in(flow::growth_summer, april), 10 * flow_in(flow::growth_summer, october));
    EXPECT_GT(flow_in(flow::growth_autumn, july), 10 * flow_in(flow::growth_autumn, december));
    EXPECT_GT(flow_in(flow::harvest_summer, june), 100 * flow_in(flow::harvest_summer, october));
    EXPECT_GT(flow_in(flow::harvest_autumn, october), 10 * flow_in(flow::harvest_autumn, june));
    EXPECT_GT(flow_in(flow::rot_summer, july), 10 * flow_in(flow::rot_summer, december));
    EXPECT_GT(flow_in(flow::rot_autumn, december), 10 * flow_in(flow::rot_autumn, july));
}

TEST(Crops, AFieldWithoutTheSummerCropGivesNone) {
    Moment now(Bench().set(stock::standing_summer_crop, 0).set(stock::standing_autumn_crop, 40));
    rooms::harvest(now.here(), now.flows());
    EXPECT_EQ(now[flow::harvest_summer], 0);
    EXPECT_EQ(now[flow::rot_summer], 0);
    EXPECT_GT(now[flow::harvest_autumn], 0);
    EXPECT_GT(now[flow::rot_autumn], 0);
}

/// Where the season stands still a standing crop settles: what grows is cut or rots, in the
/// proportion of the two rates.
TEST(Crops, SettleWhereWhatGrowsIsCutOrRots) {
    const Bench start;
    const auto settled = start.after(5.0, [](Frame<double>& frame) {
        rooms::harvest(frame.sites[0].here, frame.sites[0].flows);
    });
    Moment now(settled);
    rooms::harvest(now.here(), now.flows());
    EXPECT_NEAR(now.change(stock::standing_summer_crop), 0, 1e-9);
    EXPECT_NEAR(now.change(stock::standing_autumn_crop), 0, 1e-9);
    EXPECT_NEAR(now[flow::harvest_summer] / now[flow::rot_summer],
                start[parameter::harvest_rate_per_year] / start[parameter::rot_rate_per_year],
                1e-9);
    EXPECT_NEAR(settled[stock::standing_autumn_crop],
                now[flow::growth_autumn] /
                    (start[parameter::harvest_rate_per_year] + start[parameter::rot_rate_per_year]),
                1e-9);
}

TEST(Crops, DivertedHandsLeaveRipeGrainToRot) {
    const auto rates = [](double diverted) {
        Moment now(
            Bench().set(stock::standing_autumn_crop, 40).set(lever::labour_diversion, diverted));
        rooms::harvest(now.here(), now.flows());
        return std::pair(now[flow::harvest_autumn], now[flow::rot_autumn]);
    };
    EXPECT_NEAR(rates(0.45).first / rates(0).first, 0.55, 1e-14);
    EXPECT_EQ(rates(0.45).second, rates(0).second);
}

TEST(Crops, WhatIsCutEntersTheVillage) {
    Moment now(Bench().set(stock::standing_summer_crop, 20).set(stock::standing_autumn_crop, 40));
    rooms::harvest(now.here(), now.flows());
    EXPECT_DOUBLE_EQ(now.change(stock::village_grain),
                     now[flow::harvest_summer] + now[flow::harvest_autumn]);
}

}  // namespace
}  // namespace granary

#include "granary/rooms/access.hpp"

#include <gtest/gtest.h>

#include "granary/rooms/procurement.hpp"
#include "granary/rooms/state_granary.hpp"
#include "unit/rooms/bench.hpp"

namespace granary {
namespace {

using bench::Bench;
using bench::Moment;

double variance(const Bench& bench, double harvest) {
    Moment now(bench);
    now.flows().potential = ActualOutput<double>(GrainRate<double>(harvest));
    rooms::assessment(now.here(), now.flows());
    return rooms::access_variance(now.here(), now.flows());
}

double hunger(const Bench& bench, double nutrition, double variance) {
    return rooms::hunger_death_rate(Moment(bench).here(), nutrition, variance).value();
}

/// The density of the standard normal distribution.
double normal_density(double z) {
    return granary::exp(-0.5 * z * z) / granary::sqrt(6.283185307179586);
}

/// Mean over a lognormal access of mean 1 of the death rate of those with that access, whose own
/// rate is a probit in the log of their food: the trapezoidal rule over the access.
double mean_over_access(const Bench& bench, double nutrition, double variance) {
    constexpr int points = 4000;
    constexpr double reach = 12, step = 2 * reach / points;
    const double spread = granary::sqrt(variance);
    double sum = 0;
    for (int i = 0; i <= points; ++i) {
        const double z = -reach + i * step;
        const double access = granary::exp(spread * z - 0.5 * variance);
        const double shortfall =
            granary::log(bench[parameter::hunger_midpoint] / (access * nutrition));
        const double quantile = shortfall / bench[parameter::hunger_width];
        sum += normal_density(z) * 0.5 * granary::erfc(-quantile / granary::sqrt(2.0)) * step;
    }
    return bench[parameter::hunger_death_rate_per_year] * sum;
}

TEST(HungerDeaths, AreTheMeanOverUnequalAccessToFood) {
    const Bench bench;
    for (const double nutrition : {0.4, 0.6, 0.8, 1.0})
        for (const double spread : {0.02, 0.08, 0.2, 0.4})
            EXPECT_NEAR(hunger(bench, nutrition, spread * spread) /
                            mean_over_access(bench, nutrition, spread * spread),
                        1, 1e-9)
                << nutrition << ", " << spread;
}

TEST(HungerDeaths, OfEqualAccessAtTheMidpointAreHalfOfAll) {
    const Bench bench;
    EXPECT_DOUBLE_EQ(hunger(bench, bench[parameter::hunger_midpoint], 0),
                     0.5 * bench[parameter::hunger_death_rate_per_year]);
}

TEST(HungerDeaths, RunFromNoneInPlentyToTheFullRateInStarvation) {
    const Bench bench;
    EXPECT_LT(hunger(bench, 3, 0.0064), 1e-15);
    EXPECT_NEAR(hunger(bench, 0.05, 0.0064), bench[parameter::hunger_death_rate_per_year], 1e-15);
}

TEST(HungerDeaths, OfTheFewBelowAreMoreWhereAccessIsMoreUnequal) {
    const Bench bench;
    EXPECT_GT(hunger(bench, 0.9, 0.09), 10 * hunger(bench, 0.9, 0.0064));
}

/// Unequal access by no form, in quiet years even, with a sharp corner.
Bench even() {
    return Bench()
        .set(parameter::inequality_base, 0)
        .set(parameter::inequality_by_lies, 0)
        .set(parameter::inequality_by_burden, 0)
        .set(parameter::inequality_by_net_burden, 0)
        .set(parameter::hinge_width, 1e-9);
}

double spread(const Bench& bench, double harvest) {
    return granary::sqrt(variance(bench, harvest));
}

double left(const Bench& bench, double harvest, double taken) {
    return rooms::left_of(Moment(bench).here(), GrainRate<double>(harvest),
                          GrainRate<double>(taken))
        .value();
}

TEST(GrainLeft, IsTheHarvestLessWhatIsTaken) {
    const auto bench = even();
    for (const double taken : {-20.0, 0.0, 60.0, 170.0})
        EXPECT_NEAR(left(bench, 200, taken), 200 - taken, 1e-9);
}

TEST(GrainLeft, IsNeverLessThanTheShareThatNoCollectorFinds) {
    const Bench bench;
    const double least = 200 * bench[parameter::least_share_left];
    for (double taken = -100; taken <= 1000; taken += 10)
        EXPECT_GE(left(bench, 200, taken), least) << taken;
    EXPECT_DOUBLE_EQ(left(bench, 200, 1000), least);
}

TEST(Inequality, OfQuietYearsIsAllThereIsWithoutAnyForm) {
    const auto bench = even().set(parameter::inequality_base, 0.08);
    for (const double memory : {0.0, 50.0, 400.0})
        EXPECT_EQ(variance(Bench(bench)
                               .set(stock::believed_harvest, 400)
                               .set(stock::procurement_memory, memory)
                               .set(stock::return_memory, 30),
                           150),
                  0.08 * 0.08);
}

/// A form that is not at work reads nothing: what it alone looks at moves no bit.
TEST(Inequality, OfOneFormHasTheSameBitsWhateverTheOthersWouldSay) {
    const auto bench = even().set(stock::believed_harvest, 300);
    const auto by_lies = Bench(bench).set(parameter::inequality_by_lies, 0.6);
    EXPECT_EQ(variance(Bench(by_lies).set(stock::return_memory, 0), 150), variance(by_lies, 150));
    const auto by_burden = Bench(bench).set(parameter::inequality_by_burden, 0.3);
    EXPECT_EQ(variance(Bench(by_burden).set(stock::believed_harvest, 197), 150),
              variance(by_burden, 150));
    EXPECT_GT(variance(by_burden, 150), 0);
}

TEST(Inequality, AddsUpTheSquaresOfItsForms) {
    const auto bench = even().set(stock::believed_harvest, 300).set(stock::procurement_memory, 70);
    auto all = Bench(bench).set(parameter::inequality_base, 0.08);
    double sum = 0.08 * 0.08;
    for (const auto form : {parameter::inequality_by_lies, parameter::inequality_by_burden,
                            parameter::inequality_by_net_burden}) {
        const double alone = variance(Bench(bench).set(form, 0.4), 150);
        EXPECT_GT(alone, 0.001) << Parameter::table[form.index].name;
        sum += alone;
        all.set(form, 0.4);
    }
    EXPECT_NEAR(variance(all, 150), sum, 1e-12);
}

// ------------------------------------------------------------------ lies that differ by place

/// Of claims that differ by s in their log, quotas differ by s M and what is left by s M/(Y* - M).
TEST(InequalityByLies, IsTheLieTimesWhatIsTakenOverWhatIsLeft) {
    const auto bench = even().set(parameter::inequality_by_lies, 0.7);
    for (const double taken : {20.0, 50.0, 100.0})
        EXPECT_NEAR(spread(Bench(bench)
                               .set(stock::believed_harvest, 300)
                               .set(stock::procurement_memory, taken),
                           150),
                    0.7 * granary::log(2.0) * taken / (150 - taken), 1e-9)
            << taken;
}

TEST(InequalityByLies, IsAtMostTheLieOverTheShareThatIsAlwaysLeft) {
    const auto bench = even()
                           .set(parameter::inequality_by_lies, 0.7)
                           .set(stock::believed_harvest, 300)
                           .set(stock::procurement_memory, 150);
    EXPECT_NEAR(spread(bench, 150), 0.7 * granary::log(2.0) / bench[parameter::least_share_left],
                1e-9);
}

TEST(InequalityByLies, IsNoneWhereNothingIsTakenOrNoMoreIsBelievedThanIsHarvested) {
    const auto bench = even().set(parameter::inequality_by_lies, 0.7);
    EXPECT_EQ(
        spread(Bench(bench).set(stock::believed_harvest, 300).set(stock::procurement_memory, 0),
               150),
        0);
    for (const double believed : {150.0, 197.0})
        EXPECT_LT(spread(Bench(bench).set(stock::believed_harvest, believed), 197), 1e-9);
}

TEST(InequalityByLies, IsNoneWhereEveryQuotaIsSetByCensus) {
    const auto bench = Bench().set(lever::quota_by_census, 1);
    const auto deceived = Bench(bench).set(stock::believed_harvest, 390);
    EXPECT_EQ(variance(deceived, 160),
              variance(Bench(bench).set(stock::believed_harvest, 160), 160));
    const double base = bench[parameter::inequality_base];
    EXPECT_NEAR(variance(Bench(deceived).set(parameter::hinge_width, 1e-9), 160), base * base,
                1e-15);
}

// ------------------------------------------------------------------ burden of the levy

/// Procurement of `share` of a harvest of 197 Mt.
Bench taking(Bench bench, double share) {
    return bench.set(stock::procurement_memory, share * 197);
}

TEST(InequalityByBurden, IsNoneAtTheBurdenOfTheStartAndBelowIt) {
    const auto bench = even().set(parameter::inequality_by_burden, 0.3);
    EXPECT_LT(spread(bench, 197), 1e-8);
    EXPECT_LT(spread(taking(bench, 0.1), 197), 1e-12);
    EXPECT_GT(spread(taking(bench, 0.3), 197), 0.05);
}

TEST(InequalityByBurden, IsWhatTheBurdenIsAboveThatOfTheStart) {
    const auto bench = even().set(parameter::inequality_by_burden, 0.3);
    const double start = bench[parameter::quota_rate_level];
    const double burden = 0.4 / 0.6, at_start = start / (1 - start);
    EXPECT_NEAR(spread(taking(bench, 0.4), 197), 0.3 * (burden / at_start - 1), 1e-9);
}

/// The start is the constants': a lever that asks for more does not become what is usual.
TEST(InequalityByBurden, DoesNotMeasureByTheQuotaThatIsAskedNow) {
    const auto bench = taking(even().set(parameter::inequality_by_burden, 0.3), 0.4);
    EXPECT_EQ(variance(Bench(bench).set(lever::quota_rate, 0.4), 197), variance(bench, 197));
}

TEST(InequalityByNetBurden, IsNoneAtTheStart) {
    const auto bench = even().set(parameter::inequality_by_net_burden, 0.3);
    EXPECT_LT(spread(bench, 197), 1e-8);
}

TEST(InequalityByNetBurden, CountsWhatIsGivenBack) {
    const auto bench = even().set(parameter::inequality_by_net_burden, 0.3);
    const double share = bench[parameter::quota_rate_level] * (1 - bench[parameter::resale_share]);
    const double at_start = share / (1 - share);
    const auto taken = Bench(bench).set(stock::procurement_memory, 80);
    EXPECT_NEAR(spread(Bench(taken).set(stock::return_memory, 10), 197),
                0.3 * ((70.0 / 127) / at_start - 1), 1e-9);
    EXPECT_LT(spread(Bench(taken).set(stock::return_memory, 75), 197), 1e-12);
    EXPECT_LT(spread(Bench(taken).set(stock::return_memory, 500), 197), 1e-12);
}

TEST(ReturnMemory, FollowsResaleAndReliefByItsLag) {
    const auto bench = Bench().set(stock::return_memory, 20);
    for (const double years : {0.3, 1.0, 4.0}) {
        const auto later = bench.after(years, [](Frame<double>& frame) {
            auto& [here, flows] = frame.sites[0];
            flows.set(flow::resale, GrainRate<double>(5.0));
            flows.set(flow::relief, GrainRate<double>(2.0));
            rooms::remember_returns(here, flows);
        });
        EXPECT_NEAR(later[stock::return_memory],
                    7 + 13 * granary::exp(-years / bench[parameter::memory_years]), 1e-10)
            << years;
    }
}

TEST(ReturnMemory, BeginsAtTheShareOfTheQuotaThatIsResold) {
    const Bench bench;
    EXPECT_DOUBLE_EQ(bench[stock::return_memory],
                     bench[parameter::resale_share] * bench[stock::procurement_memory]);
}

}  // namespace
}  // namespace granary

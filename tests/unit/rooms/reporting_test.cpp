#include "granary/rooms/reporting.hpp"

#include <gtest/gtest.h>

#include "unit/rooms/bench.hpp"

namespace granary {
namespace {

using bench::Bench;
using bench::Moment;

const auto reporting = [](Frame<double>& frame) {
    for (auto& [here, flows] : frame.sites) rooms::reporting(here, flows);
};

/// Claim over harvest at a bench's values.
double claimed_over_potential(const Bench& bench) {
    Moment now(bench);
    now.flows().potential = ActualOutput<double>(GrainRate<double>(200.0));
    rooms::reporting(now.here(), now.flows());
    return now.flows().claim.rate.value() / 200.0;
}

class Chain : public testing::TestWithParam<std::size_t> {};

/// Under a steady pressure level l passes on e times the sum over j = 1..l of the step response of
/// j equal lags in series.
TEST_P(Chain, FollowsAStepOfPressureAsLagsInSeriesDo) {
    const std::size_t levels = GetParam();
    const Bench quiet(std::vector<double>{1.0}, levels);
    Bench pressed = quiet;
    pressed.set(lever::pressure, 0.7).set(lever::radicalism, 1.3);
    const double added = 0.7 * 1.3 * quiet[parameter::exaggeration_per_level];
    const double lag = quiet[parameter::report_lag_years];
    for (const double lags : {0.1, 0.5, 1.0, 3.0, 10.0}) {
        const auto later = pressed.after(lags * lag, reporting);
        double expected = 0;
        for (std::size_t level = 1; level <= levels; ++level) {
            expected += added * (1 - bench::held_back(level, lags));
            EXPECT_NEAR(later.exaggeration(level), expected, 1e-10) << level << " after " << lags;
        }
    }
}

TEST_P(Chain, SettlesWhereEveryLevelHasAddedItsPart) {
    const std::size_t levels = GetParam();
    const Bench bench(std::vector<double>{1.0}, levels);
    const auto settled = Bench(bench).set(lever::pressure, 1).after(5.0, reporting);
    const double each = bench[parameter::exaggeration_per_level];
    EXPECT_NEAR(settled.exaggeration(levels), static_cast<double>(levels) * each, 1e-10);
    EXPECT_NEAR(claimed_over_potential(settled), granary::exp(static_cast<double>(levels) * each),
                1e-9);
}

INSTANTIATE_TEST_SUITE_P(Levels, Chain, testing::Values(1U, 4U, 8U));

TEST(Reporting, WithoutPressureTheClaimIsTheHarvest) {
    EXPECT_EQ(claimed_over_potential(Bench()), 1);
    const auto later = Bench().set(lever::radicalism, 3).after(2.0, reporting);
    EXPECT_EQ(later.exaggeration(4), 0);
    EXPECT_EQ(claimed_over_potential(later), 1);
}

TEST(Reporting, TheClaimIsWhatTheLastLevelPassesOn) {
    Bench bench;
    for (std::size_t level = 1; level <= 4; ++level) bench.set_exaggeration(level, 0);
    EXPECT_EQ(claimed_over_potential(Bench(bench).set_exaggeration(1, 0.5)), 1);
    EXPECT_EQ(claimed_over_potential(Bench(bench).set_exaggeration(4, granary::log(2.0))), 2);
}

TEST(Reporting, AnOldLieFadesWithinAYearOfHonesty) {
    Bench bench;
    for (std::size_t level = 1; level <= 4; ++level) bench.set_exaggeration(level, 0.5);
    EXPECT_LT(bench.after(1.0, reporting).exaggeration(4), 1e-3);
}

TEST(Reporting, MovesNoGrain) {
    Moment now(Bench().set(lever::pressure, 1));
    reporting(now.frame);
    EXPECT_EQ(now.change(stock::village_grain), 0);
    EXPECT_EQ(now.change(stock::state_grain), 0);
}

TEST(Reporting, EachRegionAnswersToItsOwnRadicalism) {
    Bench bench({0.5, 0.5});
    bench.set(lever::pressure, 1).set(lever::radicalism, 0, 0).set(lever::radicalism, 2, 1);
    const auto settled = bench.after(3.0, reporting);
    EXPECT_EQ(settled.exaggeration(4), 0);
    EXPECT_NEAR(settled.state()[settled.layout().exaggeration(1) + 3],
                8 * bench[parameter::exaggeration_per_level], 1e-9);
}

}  // namespace
}  // namespace granary

#include "granary/rooms/belief.hpp"

#include <gtest/gtest.h>

#include "unit/rooms/bench.hpp"

namespace granary {
namespace {

using bench::Bench;
using bench::Moment;

constexpr double harvest = 180, claim = 320;

/// Belief alone, while the fields give `harvest` and the reports say `claim`.
const auto belief = [](Frame<double>& frame) {
    auto& [here, flows] = frame.sites[0];
    flows.potential = ActualOutput<double>(GrainRate<double>(harvest));
    flows.claim = ReportedOutput<double>(GrainRate<double>(claim));
    rooms::belief(here, flows);
};

double believed_after(const Bench& bench, double years) {
    return bench.after(years, belief)[stock::believed_harvest];
}

TEST(Belief, ApproachesTheClaimsExponentially) {
    const auto bench = Bench().set(lever::verification, 0).set(stock::believed_harvest, 200);
    const double lag = bench[parameter::belief_lag_years];
    for (const double years : {0.1, 0.8, 2.0})
        EXPECT_NEAR(believed_after(bench, years),
                    claim + (200 - claim) * granary::exp(-years / lag), 1e-8);
}

TEST(Belief, SettlesBetweenClaimsAndFieldsAsItsTwoRatesPull) {
    const auto bench = Bench().set(lever::verification, 5);
    const double by_claims = 1 / bench[parameter::belief_lag_years], by_fields = 5;
    EXPECT_NEAR(believed_after(bench, 20),
                (by_claims * claim + by_fields * harvest) / (by_claims + by_fields), 1e-8);
}

TEST(Belief, WithVerificationApproachesAtTheSumOfTheRates) {
    const auto bench = Bench().set(lever::verification, 3).set(stock::believed_harvest, 200);
    const double rate = 1 / bench[parameter::belief_lag_years] + 3;
    const double end = believed_after(bench, 20);
    EXPECT_NEAR((believed_after(bench, 0.5) - end) / (200 - end), granary::exp(-rate * 0.5), 1e-9);
}

TEST(Belief, VerifiedWithoutDelayIsTheHarvest) {
    const auto bench = Bench().set(lever::verification, 1e5);
    EXPECT_NEAR(believed_after(bench, 0.1), harvest, 1e-2);
}

TEST(Belief, StaysWhereClaimsAndFieldsAgreeWithIt) {
    Moment now(Bench().set(stock::believed_harvest, claim).set(lever::verification, 0));
    belief(now.frame);
    EXPECT_EQ(now.change(stock::believed_harvest), 0);
}

}  // namespace
}  // namespace granary

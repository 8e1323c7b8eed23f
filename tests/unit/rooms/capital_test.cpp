#include "granary/rooms/capital.hpp"

#include <gtest/gtest.h>

#include "unit/rooms/bench.hpp"

namespace granary {
namespace {

using bench::Bench;

Bench kept(const Bench& bench, double years) {
    return bench.after(years, [](Frame<double>& frame) {
        rooms::capital(frame.sites[0].here, frame.sites[0].flows);
    });
}

TEST(FarmCapital, RecoversExponentiallyWhereNobodyIsHungry) {
    const auto bench = Bench().set(stock::farm_capital, 0.5);
    for (const double years : {1.0, 10.0})
        EXPECT_NEAR(kept(bench, years)[stock::farm_capital],
                    1 - 0.5 * granary::exp(-years * bench[parameter::capital_recovery_per_year]),
                    1e-10);
}

TEST(FarmCapital, OfTheWellFedDoesNotChange) {
    EXPECT_EQ(kept(Bench().set(stock::nutrition_rural, 1.3), 5)[stock::farm_capital], 1);
}

TEST(FarmCapital, SettlesWhereHungerTakesWhatRecovers) {
    const auto bench = Bench().set(parameter::hinge_width, 1e-9).set(stock::nutrition_rural, 0.6);
    const double recovery = bench[parameter::capital_recovery_per_year];
    const double loss = 0.4 * bench[parameter::capital_loss_per_year];
    EXPECT_NEAR(kept(bench, 80)[stock::farm_capital], recovery / (recovery + loss), 1e-9);
}

}  // namespace
}  // namespace granary

#include "granary/rooms/forbearance.hpp"

#include <gtest/gtest.h>

#include "granary/rooms/reporting.hpp"
#include "unit/rooms/bench.hpp"

namespace granary {
namespace {

using bench::Bench;
using bench::Moment;

/// What is carried out where hunger kills this share of the villagers a year.
double carried_out(const Bench& bench, double hunger_rural, double hunger_urban = 0) {
    Moment now(bench);
    now.flows().hunger_rural = PerYear<double>(hunger_rural);
    now.flows().hunger_urban = PerYear<double>(hunger_urban);
    rooms::forbearance(now.here(), now.flows());
    return now.flows().carried_out;
}

TEST(Forbearance, LetsAllBeCarriedOutWhereNobodyStarves) {
    EXPECT_EQ(carried_out(Bench(), 0), 1);
}

TEST(Forbearance, LetsHalfBeCarriedOutAtTheReactionRate) {
    for (const double rate : {0.02, 0.06, 0.14}) {
        const auto bench = Bench().set(parameter::reaction_death_rate_per_year, rate);
        EXPECT_EQ(carried_out(bench, rate), 0.5);
        EXPECT_DOUBLE_EQ(carried_out(bench, 2 * rate), 0.2);
        EXPECT_DOUBLE_EQ(carried_out(bench, 0.5 * rate), 0.8);
    }
}

TEST(Forbearance, DoesNotLookAtTheTowns) {
    EXPECT_EQ(carried_out(Bench(), 0.03, 0.4), carried_out(Bench(), 0.03));
}

TEST(Forbearance, TakesItsShareOfWhatEveryLevelAdds) {
    const auto bench = Bench().set(lever::pressure, 1);
    Moment all(bench), half(bench);
    half.flows().carried_out = 0.5;
    for (auto* now : {&all, &half}) rooms::reporting(now->here(), now->flows());
    for (std::size_t level = 1; level <= 4; ++level)
        EXPECT_DOUBLE_EQ(half.exaggeration_change(level), 0.5 * all.exaggeration_change(level));
}

}  // namespace
}  // namespace granary

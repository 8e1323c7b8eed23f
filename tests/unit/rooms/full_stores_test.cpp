#include "granary/rooms/full_stores.hpp"

#include <gtest/gtest.h>

#include "unit/rooms/bench.hpp"

namespace granary {
namespace {

using bench::Bench;
using bench::Moment;

/// What is asked for while the state holds so many times the grain of the start.
double asked_for(double times, Bench bench = Bench().set(parameter::hinge_width, 1e-9)) {
    bench.set(stock::state_grain, times * bench[parameter::state_grain_start_mt]);
    Moment now(bench);
    rooms::full_stores(now.here(), now.flows());
    return now.flows().asked_for;
}

TEST(FullStores, AskForAllUpToTheGrainOfTheStart) {
    for (const double times : {0.0, 0.5, 0.99}) EXPECT_EQ(asked_for(times), 1) << times;
    EXPECT_NEAR(asked_for(1), 1, 1e-8);
}

TEST(FullStores, AskForLessByAsMuchAsTheyHoldMore) {
    for (const double times : {1.5, 2.0, 8.0})
        EXPECT_NEAR(asked_for(times), 1 / times, 1e-9) << times;
}

TEST(FullStores, AskForLessTheMoreTheyHold) {
    double before = 1;
    for (double times = 0.5; times < 4; times += 0.25) {
        const double now = asked_for(times, Bench());
        EXPECT_LE(now, before) << times;
        before = now;
    }
}

TEST(FullStores, AskTheSameOfEveryRegion) {
    Bench bench({0.25, 0.75});
    bench.set(stock::state_grain, 3 * bench[parameter::state_grain_start_mt]);
    Moment now(bench);
    for (auto& [here, flows] : now.sites()) rooms::full_stores(here, flows);
    EXPECT_EQ(now.flows(0).asked_for, now.flows(1).asked_for);
    EXPECT_LT(now.flows(0).asked_for, 0.5);
}

}  // namespace
}  // namespace granary

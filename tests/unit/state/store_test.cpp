#include "granary/state/store.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace granary {
namespace {

using Rate = GrainRate<double>;

double drawn(double want, double store, double cover) {
    return draw(Rate(want), Grain<double>(store), Years<double>(cover)).value();
}

TEST(Draw, FromALargeStoreIsWhatIsWanted) {
    EXPECT_DOUBLE_EQ(drawn(50, 1e12, 0.04), 50);
}

TEST(Draw, FromANearlyEmptyStoreIsTheStoreOverItsCover) {
    EXPECT_NEAR(drawn(50, 1e-9, 0.04) / (1e-9 / 0.04), 1, 1e-9);
}

TEST(Draw, IsNeverMoreThanEither) {
    for (const double store : {1e-6, 0.1, 1.0, 2.0, 10.0, 1e3}) {
        EXPECT_LE(drawn(50, store, 0.04), 50) << store;
        EXPECT_LE(drawn(50, store, 0.04), store / 0.04) << store;
    }
}

TEST(Draw, IsTheWantOverTheSquareRootOfTwoWhereTheStoreJustCoversIt) {
    EXPECT_NEAR(drawn(50, 50 * 0.04, 0.04) * drawn(50, 50 * 0.04, 0.04), 50 * 50 / 2.0, 1e-11);
}

TEST(Draw, IsOddInTheStore) {
    EXPECT_EQ(drawn(50, -3, 0.04), -drawn(50, 3, 0.04));
}

TEST(Draw, IsNothingWhereNothingIsWantedOrHeld) {
    EXPECT_EQ(drawn(0, 3, 0.04), 0);
    EXPECT_EQ(drawn(50, 0, 0.04), 0);
    EXPECT_EQ(drawn(0, 0, 0.04), 0);
}

TEST(Hinge, IsTheArgumentFarAboveZeroAndNothingBelow) {
    EXPECT_NEAR(hinge(1.0, 1e-9), 1, 1e-15);
    EXPECT_EQ(hinge(0.0, 0.02), 0);
    EXPECT_EQ(hinge(-1.0, 0.02), 0);
}

TEST(Hinge, IsHalfItsArgumentAtItsWidth) {
    EXPECT_DOUBLE_EQ(hinge(0.02, 0.02), 0.01);
}

/// Value, slope and curvature vanish at 0, seen by differences.
TEST(Hinge, HasASmoothCorner) {
    constexpr double step = 1e-6, width = 0.02;
    const double first = hinge(step, width) / step;
    const double second = (hinge(2 * step, width) - 2 * hinge(step, width)) / (step * step);
    EXPECT_NEAR(first, 0, 1e-8);
    EXPECT_NEAR(second, 0, 0.02);
}

TEST(Hinge, NeverFalls) {
    for (int i = -100; i < 100; ++i)
        EXPECT_LE(hinge(i * 1e-3, 0.02), hinge((i + 1) * 1e-3, 0.02)) << i;
}

/// x^3/width^2 to first order: two derivatives are continuous at 0, and not the third.
TEST(Hinge, StartsAsACube) {
    constexpr double width = 0.02, x = 1e-6 * width;
    EXPECT_NEAR(hinge(x, width) / (x * x * x), 1 / (width * width), 1e-6 / (width * width));
}

RC_GTEST_PROP(Draw, IsPositiveBelowBothAndRisesWithBoth, ()) {
    const auto positive = [](int end) { return 1e-3 * (1 + *rc::gen::inRange(0, end)); };
    const double want = positive(100000), store = positive(100000), cover = positive(600);
    const double flow = drawn(want, store, cover);
    RC_ASSERT(flow > 0);
    RC_ASSERT(flow <= want * (1 + 1e-15));
    RC_ASSERT(flow <= store / cover * (1 + 1e-15));
    RC_ASSERT(drawn(want, 2 * store, cover) > flow);
    RC_ASSERT(drawn(2 * want, store, cover) > flow);
}

}  // namespace
}  // namespace granary

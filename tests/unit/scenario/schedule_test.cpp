#include "granary/scenario/schedule.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace granary {
namespace {

using ::testing::ElementsAre;

constexpr Instant january(int year) {
    return month_start(year, 1);
}
constexpr Instant july(int year) {
    return month_start(year, 7);
}

Knot knot(const Instant& at, double height) {
    return {at, Height::number(height), ""};
}

double value(const Schedule& schedule, const Instant& at) {
    return schedule.value(at, default_constants());
}

/// The limit from the left: the line in force before `at`, taken at it.
double value_before(const Schedule& schedule, const Instant& at) {
    const Instant just_before{at.year - (at.season == 0),
                              at.season == 0 ? 0.999999 : at.season - 1e-6};
    return schedule.at(just_before).value(at, default_constants());
}

const auto ramp = Schedule::linear({knot(january(1958), 1), knot(january(1960), 3)});
const auto stairs = Schedule::steps({knot(january(1958), 1), knot(july(1959), 3)});

TEST(Schedule, HoldsAConstantAtAllTimes) {
    const Schedule constant(Height::number(2.5));
    EXPECT_EQ(value(constant, january(1900)), 2.5);
    EXPECT_EQ(value(constant, july(2100)), 2.5);
}

TEST(Schedule, DrawsStraightLinesBetweenPoints) {
    EXPECT_DOUBLE_EQ(value(ramp, january(1959)), 2);
    EXPECT_DOUBLE_EQ(value(ramp, july(1959)), 2.5);
}

TEST(Schedule, HoldsTheFirstAndTheLastHeightOutside) {
    for (const auto& schedule : {ramp, stairs}) {
        EXPECT_EQ(value(schedule, january(1950)), 1);
        EXPECT_EQ(value(schedule, january(1970)), 3);
    }
}

TEST(Schedule, MeetsItsPointsExactly) {
    const auto bent = Schedule::linear(
        {knot(instant_of(1958, 8, 15), 0.1), knot(january(1959), 0.7), knot(july(1959), 0.3)});
    EXPECT_EQ(value(bent, instant_of(1958, 8, 15)), 0.1);
    EXPECT_EQ(value(bent, january(1959)), 0.7);
    EXPECT_EQ(value(bent, july(1959)), 0.3);
}

TEST(Schedule, IsContinuousBetweenPoints) {
    const auto bent =
        Schedule::linear({knot(january(1958), 0), knot(january(1959), 1), knot(july(1959), 0)});
    for (const auto& at : {january(1958), january(1959), july(1959)})
        EXPECT_NEAR(value_before(bent, at), value(bent, at), 1e-12);
}

TEST(Schedule, JumpsAtAStepAndIsTheLaterHeightThere) {
    EXPECT_EQ(value_before(stairs, july(1959)), 1);
    EXPECT_EQ(value(stairs, july(1959)), 3);
}

TEST(Schedule, OfOnePointIsAConstant) {
    EXPECT_EQ(value(Schedule::linear({knot(january(1958), 4)}), january(1950)), 4);
    EXPECT_EQ(value(Schedule::steps({knot(january(1958), 4)}), january(1970)), 4);
}

TEST(Schedule, TakesHeightsFromParameters) {
    const auto lull = parameter::pressure_lull.index;
    const auto schedule =
        Schedule::linear({knot(january(1958), 0), {january(1959), Height::named(lull), ""}});
    auto constants = default_constants();
    constants.values[lull] = 0.8;
    EXPECT_DOUBLE_EQ(schedule.value(july(1958), constants), 0.4);
    EXPECT_DOUBLE_EQ(schedule.scaled(0.5).value(january(1959), constants), 0.4);
}

TEST(Schedule, ScalesEveryHeight) {
    for (const auto& schedule : {ramp, stairs})
        for (const auto& at : {january(1950), july(1958), july(1959), january(1970)})
            EXPECT_DOUBLE_EQ(value(schedule.scaled(0.25), at), 0.25 * value(schedule, at));
}

TEST(Schedule, MovesByWholeYears) {
    for (const auto& schedule : {ramp, stairs})
        for (const auto& at : {january(1950), july(1958), instant_of(1959, 5, 20), january(1970)})
            EXPECT_EQ(value(schedule.shifted(10), {at.year + 10, at.season}), value(schedule, at));
}

TEST(Schedule, IsReplacedFromADateOnWithAJump) {
    const auto changed = ramp.replaced_from(july(1959), Schedule(Height::number(0)));
    EXPECT_DOUBLE_EQ(value(changed, january(1959)), 2);
    EXPECT_DOUBLE_EQ(value_before(changed, july(1959)), 2.5);
    EXPECT_EQ(value(changed, july(1959)), 0);
    EXPECT_EQ(value(changed, january(1970)), 0);
}

TEST(Schedule, IsReplacedByWhatTheLaterScheduleIsThen) {
    const auto changed = stairs.replaced_from(january(1959), ramp);
    EXPECT_EQ(value(changed, july(1958)), 1);
    EXPECT_DOUBLE_EQ(value(changed, january(1959)), 2);
    EXPECT_DOUBLE_EQ(value(changed, july(1959)), 2.5);
    EXPECT_EQ(value(changed, january(1970)), 3);
}

TEST(Schedule, ReplacedTwiceKeepsBothChanges) {
    const auto off = Schedule(Height::number(0)), on = Schedule(Height::number(9));
    const auto changed = ramp.replaced_from(january(1959), off).replaced_from(july(1959), on);
    EXPECT_DOUBLE_EQ(value(changed, july(1958)), 1.5);
    EXPECT_EQ(value(changed, instant_of(1959, 6, 30)), 0);
    EXPECT_EQ(value(changed, july(1959)), 9);
}

TEST(Schedule, ReplacedOnADateOfAChangeHasOneSegmentThere) {
    const auto changed = stairs.replaced_from(july(1959), Schedule(Height::number(9)));
    std::vector<Instant> starts;
    for (const auto& segment : changed.segments()) starts.push_back(segment.from);
    EXPECT_THAT(starts, ElementsAre(Schedule::always, july(1959)));
    EXPECT_EQ(value(changed, july(1959)), 9);
}

TEST(Schedule, ReplacedFromTheFirstDayIsTheLaterOne) {
    const auto changed = ramp.replaced_from(Schedule::always, stairs);
    for (const auto& at : {january(1950), july(1958), july(1959), january(1970)})
        EXPECT_EQ(value(changed, at), value(stairs, at));
}

TEST(Schedule, KeepsTheSourceOfAPoint) {
    const auto schedule = Schedule::steps({{january(1958), Height::number(0), "LUO2006"}});
    EXPECT_EQ(schedule.at(january(1959)).first.source, "LUO2006");
}

TEST(Schedule, IsItselfAgainAfterAWindow) {
    const auto changed =
        ramp.replaced_between(january(1959), july(1959), Schedule(Height::number(9)));
    EXPECT_EQ(value(changed, january(1959)), 9);
    for (const auto& at : {january(1958), july(1958), july(1959), january(1960)})
        EXPECT_EQ(value(changed, at), value(ramp, at));
}

TEST(Schedule, HasTheLinesOfAWindow) {
    const auto froms = [](const Schedule& schedule) {
        std::vector<Instant> begun;
        for (const auto& segment : schedule.segments()) begun.push_back(segment.from);
        return begun;
    };
    const auto steps =
        Schedule::steps({{{1957, 0}, 1, ""}, {{1958, 0}, 2, ""}, {{1959, 0}, 3, ""}});
    EXPECT_EQ(froms(steps.within(Schedule::always, Schedule::for_ever)), froms(steps));
    EXPECT_EQ(froms(steps.within({1958, 0}, {1958, 0.5})), (std::vector<Instant>{{1958, 0}}));
    EXPECT_EQ(froms(steps.within({1957, 0.5}, {1959, 0})),
              (std::vector<Instant>{Schedule::always, {1958, 0}, {1959, 0}}));
    EXPECT_EQ(froms(steps.within({1990, 0}, {1991, 0})), (std::vector<Instant>{{1959, 0}}));
}

TEST(Schedule, AddsToANumberAndToAParameterTimesAFactor) {
    const auto constants = default_constants();
    const auto height = Height(parameter::commune_loss).times(2).plus(0.25);
    EXPECT_DOUBLE_EQ(height.value(constants), 2 * constants[parameter::commune_loss] + 0.25);
    EXPECT_DOUBLE_EQ(height.times(2).value(constants), 2 * height.value(constants));
    EXPECT_EQ(Height(1).plus(2).value(constants), 3);
}

}  // namespace
}  // namespace granary

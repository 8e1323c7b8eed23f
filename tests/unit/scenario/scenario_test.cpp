#include "granary/scenario/scenario.hpp"

#include <gtest/gtest.h>

#include <cstddef>

namespace granary {
namespace {

template <class D>
double height(const Scenario& scenario, LeverKey<D> lever, const Instant& at,
              std::size_t region = 0) {
    return scenario.schedule(lever.index, region).value(at, scenario.constants);
}

constexpr Instant start_1958 = month_start(1958, 1);

Scenario two_regions() {
    Scenario scenario;
    scenario.regions = {Region{"A", 0.5, {}}, Region{"B", 0.5, {}}};
    scenario.regions[1].levers[lever::pressure.index] = Schedule::steps(
        {{start_1958, Height::number(0.25), ""}, {month_start(1960, 1), Height::number(0.75), ""}});
    return scenario;
}

TEST(Scenario, BeginsAtTheTablesValues) {
    const Scenario scenario;
    for (std::size_t i = 0; i < Lever::table.size(); ++i) {
        const auto& row = Lever::table[i];
        const auto parameter = find_row<Parameter>(row.parameter);
        EXPECT_EQ(scenario.levers[i].value(scenario.start, scenario.constants),
                  parameter ? Parameter::table[*parameter].value : row.value)
            << row.name;
    }
}

TEST(Scenario, WithALeverLeavesTheOriginalAlone) {
    const Scenario before;
    const auto after = before.with(lever::pressure, 0.7).with(lever::relief, 3.0);
    EXPECT_EQ(height(before, lever::pressure, start_1958), 0);
    EXPECT_EQ(height(after, lever::pressure, start_1958), 0.7);
    EXPECT_EQ(height(after, lever::relief, start_1958), 3);
}

TEST(Scenario, WithALeverHoldsInEveryRegion) {
    const auto scenario = two_regions();
    EXPECT_EQ(height(scenario, lever::pressure, start_1958, 0), 0);
    EXPECT_EQ(height(scenario, lever::pressure, start_1958, 1), 0.25);
    EXPECT_EQ(height(scenario.with(lever::pressure, 0.5), lever::pressure, start_1958, 1), 0.5);
}

TEST(Scenario, WithAParameterSaysWhoSetIt) {
    const auto scenario = Scenario{}.with(parameter::belief_lag_years, 0.7);
    EXPECT_EQ(scenario.constants[parameter::belief_lag_years].value(), 0.7);
    EXPECT_EQ(scenario.constant_sources[parameter::belief_lag_years.index], "set by the program");
}

TEST(Scenario, ALeversParameterReachesItsSchedule) {
    const auto scenario = Scenario{}.with(parameter::quota_rate_level, 0.23);
    EXPECT_EQ(height(scenario, lever::quota_rate, start_1958), 0.23);
}

TEST(Scenario, HoldsALeverAtAParameterOfItsUnit) {
    const auto scenario = Scenario{}
                              .with(lever::quota_rate, 0.1)
                              .with(lever::quota_rate, parameter::quota_rate_level)
                              .with(parameter::quota_rate_level, 0.23);
    EXPECT_EQ(height(scenario, lever::quota_rate, start_1958), 0.23);
}

TEST(Scenario, TakesNumbersAndParametersAsHeightsOfAKnot) {
    const auto scenario = Scenario{}.with(
        lever::pressure, Schedule::steps({{date("1957-01"), 0.5, "assumed"},
                                          {date("1958-01"), parameter::pressure_lull, "fitted"}}));
    EXPECT_EQ(height(scenario, lever::pressure, month_start(1957, 6)), 0.5);
    EXPECT_EQ(height(scenario, lever::pressure, month_start(1958, 6)),
              scenario.constants[parameter::pressure_lull]);
}

TEST(Region, SetsItsOwnRegionalLeversOnly) {
    const Region region{"North", 0.5};
    const auto zealous = region.with(lever::radicalism, 1.5);
    EXPECT_EQ(zealous.name, "North");
    EXPECT_EQ(zealous.levers[lever::radicalism.index]->value(start_1958, Scenario{}.constants),
              1.5);
    EXPECT_FALSE(region.levers[lever::radicalism.index]);
    EXPECT_THROW(region.with(lever::quota_rate, 0.2), ScenarioError);
}

TEST(Scenario, MovesEveryDateByWholeYears) {
    auto scenario = two_regions();
    scenario.observe = {instant_of(1959, 8, 15)};
    scenario.levers[lever::relief.index] = Schedule::steps(
        {{start_1958, Height::number(0), ""}, {month_start(1959, 1), Height::number(2), ""}});
    const auto later = scenario.shifted(10);
    EXPECT_EQ(later.start, month_start(1967, 1));
    EXPECT_EQ(later.end, month_start(1973, 1));
    EXPECT_EQ(later.observe[0], (Instant{1969, scenario.observe[0].season}));
    EXPECT_EQ(height(later, lever::relief, month_start(1968, 12)), 0);
    EXPECT_EQ(height(later, lever::relief, month_start(1969, 1)), 2);
    EXPECT_EQ(height(later, lever::pressure, month_start(1969, 12), 1), 0.25);
    EXPECT_EQ(height(later, lever::pressure, month_start(1970, 1), 1), 0.75);
}

TEST(Scenario, HeldAtADateNeverChanges) {
    const auto held = two_regions().held_at(month_start(1959, 1));
    EXPECT_EQ(height(held, lever::pressure, month_start(1962, 1), 1), 0.25);
    EXPECT_EQ(height(held, lever::pressure, month_start(1962, 1), 0), 0);
}

}  // namespace
}  // namespace granary

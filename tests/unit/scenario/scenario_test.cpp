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

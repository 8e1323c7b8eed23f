#include "granary/analysis/tested.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>
#include <utility>

#include "granary/read/reading_file.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"

namespace granary {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::StartsWith;

std::vector<std::string> causes(const Scenario& scenario) {
    return causes_untested(scenario, simulate(scenario));
}

Scenario history() {
    return load_scenario("historical");
}

TEST(TestedRange, OfALeverLiesWithinItsValidRange) {
    for (const auto& row : Lever::table) {
        EXPECT_LE(row.low, row.tested_low) << row.name;
        EXPECT_LT(row.tested_low, row.tested_high) << row.name;
        EXPECT_LE(row.tested_high, row.high) << row.name;
    }
}

/// All are in it but what is as wrong for longer, where a reading kills more than a tenth.
TEST(TestedRange, HoldsEveryShippedScenarioButThoseNamed) {
    using Outside = std::set<std::pair<std::string, std::string>>;
    Outside outside;
    for (const auto& shipped : shipped_scenarios())
        for (const auto& reading : shipped_readings())
            if (!causes(under(load_scenario(shipped.name), reading)).empty())
                outside.emplace(shipped.name, reading.name);
    EXPECT_EQ(outside, (Outside{{"everything-wrong-longer", "banister"},
                                {"everything-wrong-longer", "coale"},
                                {"everything-wrong-longer", "equal-access"},
                                {"everything-wrong-longer", "net-burden"}}));
}

TEST(TestedRange, EndsWhereALeverLeavesIt) {
    EXPECT_THAT(causes(history().with(lever::quota_rate, 0.35)), IsEmpty());
    EXPECT_THAT(causes(history().with(lever::quota_rate, 0.36)),
                Contains("quota_rate rises to 0.36, tested to 0.35"));
    EXPECT_THAT(causes(history().with(lever::quota_rate, 0.1)),
                ElementsAre("quota_rate falls to 0.1, tested from 0.12"));
}

TEST(TestedRange, LooksAtWhatIsRunAndAtNothingBesides) {
    auto scenario = history();
    scenario.levers[lever::export_mt.index] = Schedule::steps(
        {{Schedule::always, Height::number(2), ""}, {{1962, 0}, Height::number(20), ""}});
    EXPECT_THAT(causes(scenario), Contains("export_mt rises to 20, tested to 10"));
    scenario.end = {1962, 0};
    EXPECT_THAT(causes(scenario), Not(Contains(StartsWith("export_mt"))));
}

TEST(TestedRange, TakesALevelAsItsPointsSayAndNotAsALineRoundsIt) {
    const auto& row = Lever::table[lever::quota_rate.index];
    for (const double from : {0.13, 0.17, 0.21, 0.29, 0.31}) {
        const auto rising = Schedule::linear(
            {{{1958, 0}, from, ""}, {{1959, 0.3}, row.tested_high, ""}, {{1961, 0}, from, ""}});
        EXPECT_THAT(causes(history().with(lever::quota_rate, rising)),
                    Not(Contains(StartsWith("quota"))))
            << from;
    }
}

TEST(TestedRange, TellsANumberFromItsLimit) {
    EXPECT_THAT(causes(history().with(lever::quota_rate, 0.350001)),
                Contains("quota_rate rises to 0.350001, tested to 0.35"));
}

TEST(TestedRange, EndsWherePressureAndRadicalismAreTooHighBetweenTheirPoints) {
    // 0.85 (1 + s)(2 - s) has its top, 1.9125, halfway, and 1.7 at either end.
    const auto course = [](double from, double to) {
        return Schedule::linear({{{1958, 0}, from, ""}, {{1960, 0}, to, ""}});
    };
    EXPECT_THAT(causes(history()
                           .with(lever::pressure, course(0.85, 1.7))
                           .with(lever::radicalism, course(2, 1))),
                Contains("pressure times radicalism rises to 1.91, tested to 1.75"));
}

TEST(TestedRange, IsARegionsToo) {
    auto scenario = load_scenario("two-provinces");
    scenario.regions[1] = scenario.regions[1].with(lever::disaster_share, 0.5);
    EXPECT_THAT(causes(scenario), Contains("disaster_share in " + scenario.regions[1].name +
                                           " rises to 0.5, tested to 0.35"));
}

TEST(TestedRange, EndsWherePressureAndRadicalismTogetherAreTooHigh) {
    const auto scenario = history().with(lever::pressure, 1.0);
    EXPECT_THAT(causes(scenario.with(lever::radicalism, 1.74)),
                Not(Contains(StartsWith("pressure"))));
    EXPECT_THAT(causes(scenario.with(lever::radicalism, 1.8)),
                Contains("pressure times radicalism rises to 1.8, tested to 1.75"));
}

TEST(TestedRange, EndsWhereATenthOfThePeopleDie) {
    const auto deadly = history().with(lever::pressure, 1.7);
    EXPECT_THAT(causes(deadly), Contains("more than 10% of the people die of hunger"));
}

TEST(Tolls, OfAnUntestedRunAreNoNumbers) {
    EXPECT_EQ(told("excess_deaths_million", 70, true), 70);
    EXPECT_TRUE(std::isnan(told("excess_deaths_million", 70, false)));
    EXPECT_TRUE(std::isnan(told("excess_deaths_rural_million", 70, false)));
    EXPECT_EQ(told("lowest_ration_kg", 120, false), 120);
}

TEST(Tolls, ThatAreNotGivenSayWhy) {
    EXPECT_EQ(untested_note({}), "");
    EXPECT_EQ(untested_note({"a", "b"}),
              "No toll is given: the run lies outside of what the equations were made for (a; b).");
}

}  // namespace
}  // namespace granary

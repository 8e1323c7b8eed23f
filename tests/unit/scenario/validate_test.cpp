#include "granary/scenario/validate.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

namespace granary {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> messages(const Scenario& scenario) {
    std::vector<std::string> result;
    for (const auto& problem : validate(scenario)) result.push_back(problem.message);
    return result;
}

TEST(Validate, FindsNothingWrongWithTheTables) {
    EXPECT_THAT(messages(Scenario{}), IsEmpty());
}

TEST(Validate, NamesTheRangeUnitAndMeaningOfALever) {
    EXPECT_THAT(messages(Scenario{}.with(lever::urban_ration, 301)),
                ElementsAre("urban_ration = 301 is out of range: a number from 0 to 300 kg (grain "
                            "ration of townspeople, kg of trade grain a head and year)"));
}

TEST(Validate, NamesTheDateOfAFaultyPoint) {
    const auto schedule = Schedule::linear({{month_start(1958, 1), Height::number(0), ""},
                                            {month_start(1958, 9), Height::number(2.5), ""}});
    EXPECT_THAT(messages(Scenario{}.with(lever::pressure, schedule)),
                ElementsAre(AllOf(HasSubstr("pressure = 2.5"), HasSubstr("(1958-09)"))));
}

TEST(Validate, RefusesWhatIsNotANumber) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_THAT(messages(Scenario{}.with(lever::pressure, nan)),
                ElementsAre(HasSubstr("pressure = nan is out of range")));
    EXPECT_THAT(messages(Scenario{}.with(parameter::commune_loss, nan)),
                ElementsAre(HasSubstr("commune_loss = nan is out of range")));
}

TEST(Validate, AllowsTheEndsOfARange) {
    EXPECT_THAT(messages(Scenario{}
                             .with(lever::pressure, 2)
                             .with(lever::labour_diversion, -0.2)
                             .with(parameter::belief_lag_years, 1.5)),
                IsEmpty());
}

TEST(Validate, FindsEveryProblemAtOnce) {
    Scenario scenario;
    scenario.name = "mine";
    scenario.end = scenario.start;
    scenario.largest_step_years = 0.1;
    scenario.reporting_levels = 0;
    scenario = scenario.with(lever::relief, -1).with(parameter::commune_loss, 2);
    EXPECT_THAT(
        messages(scenario),
        ElementsAre(HasSubstr("end = 1957-01 does not come after start = 1957-01"),
                    HasSubstr("largest_step_years = 0.1"), HasSubstr("reporting_levels = 0"),
                    HasSubstr("commune_loss = 2"), HasSubstr("relief = -1")));
    EXPECT_EQ(validate(scenario).front().place.file, "mine");
}

TEST(Validate, KeepsObservedDatesInsideTheSpan) {
    Scenario scenario;
    scenario.observe = {scenario.start, scenario.end, month_start(1963, 2)};
    EXPECT_THAT(messages(scenario),
                ElementsAre("observe = 1963-02 is outside the span 1957-01 to 1963-01"));
}

TEST(Validate, ChecksRegions) {
    Scenario scenario;
    scenario.regions = {Region{"A", 0.5, {}}, Region{"B", 0.25, {}}};
    scenario.regions[1].levers[lever::quota_rate.index] = Schedule(Height::number(0.2));
    scenario.regions[0].levers[lever::radicalism.index] = Schedule(Height::number(4));
    EXPECT_THAT(messages(scenario),
                ElementsAre(HasSubstr("region \"A\": radicalism = 4 is out of range"),
                            "region \"B\": quota_rate is a national lever",
                            "the shares of the regions sum to 0.75; expected 1"));
}

TEST(Validate, AsksForARegion) {
    Scenario scenario;
    scenario.regions.clear();
    EXPECT_THAT(messages(scenario), ElementsAre("a scenario has at least one region"));
}

TEST(Validate, RefusesRegionsOfOneName) {
    Scenario scenario;
    scenario.regions = {Region{"A", 0.5, {}}, Region{"A", 0.5, {}}};
    EXPECT_THAT(messages(scenario), ::testing::Each(HasSubstr("more than one region")));
    EXPECT_THAT(messages(scenario), ::testing::SizeIs(2));
}

TEST(Validate, AllowsSharesThatSumToOneButForRounding) {
    Scenario scenario;
    scenario.regions.assign(10, Region{"", 0.1, {}});
    for (std::size_t i = 0; i < 10; ++i) scenario.regions[i].name = std::to_string(i);
    EXPECT_THAT(messages(scenario), IsEmpty());
}

}  // namespace
}  // namespace granary

#include "granary/scenario/runnable.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "granary/scenario/validate.hpp"

namespace granary {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> refused(const Scenario& scenario) {
    std::vector<std::string> messages;
    try {
        require_runnable(scenario);
    } catch (const ScenarioError& error) {
        for (const auto& problem : error.problems) messages.push_back(problem.message);
    }
    return messages;
}

TEST(Runnable, NamesAllThatIsMissing) {
    Scenario scenario;
    scenario.end = scenario.start;
    scenario.largest_step_years = 0;
    scenario.reporting_levels = 9;
    scenario.regions[0].share = 0;
    scenario.levers[lever::relief.index] = Schedule();
    scenario.constants.values[parameter::commune_loss.index] =
        std::numeric_limits<double>::infinity();
    EXPECT_THAT(refused(scenario),
                ElementsAre("end = 1957-01 does not come after start = 1957-01",
                            "largest_step_years is out of range: a number from 1e-05 to 1/96 yr "
                            "(0.010416...)",
                            "reporting_levels is out of range: a whole number from 1 to 8",
                            HasSubstr("commune_loss = inf is out of range: a number from "),
                            "relief has no schedule",
                            "region \"\": share is out of range: a number above 0, at most 1"));
}

TEST(Runnable, RefusesAnotherStartWithThePeopleOf1957) {
    Scenario scenario;
    scenario.start = {1950, 0};
    EXPECT_THAT(refused(scenario),
                ElementsAre("start = 1950-01: people and stores are those of 1957-01; set what "
                            "they were at this start, and start_values_at"));
    EXPECT_THAT(validate(scenario),
                ElementsAre(testing::Field(&Problem::message, refused(scenario).at(0))));
    EXPECT_THAT(refused(Scenario{}.starting({1950, 0})), ElementsAre());
    EXPECT_THAT(refused(Scenario{}.shifted(7)), ElementsAre()) << "the people move with the rest";
}

TEST(Runnable, RefusesANegativeTimeAsWhatItIs) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_THAT(refused(Scenario{}.with(parameter::belief_lag_years, -1)),
                ElementsAre(HasSubstr("belief_lag_years = -1 is out of range: a number from ")));
    EXPECT_THAT(refused(Scenario{}.with(parameter::hunger_width, -1)),
                ElementsAre(HasSubstr("hunger_width = -1 is out of range")))
        << "a run of it counts 145 million dead";
    EXPECT_THAT(refused(Scenario{}.with(lever::sown_area, -1).with(lever::pressure, nan)),
                ElementsAre(HasSubstr("pressure = nan"), HasSubstr("sown_area = -1")));
    Scenario regions;
    regions.regions[0] = Region{"north"}.with(lever::radicalism, -1);
    EXPECT_THAT(refused(regions),
                ElementsAre(HasSubstr("region \"north\": radicalism = -1 is out of range")));
    EXPECT_THAT(refused(Scenario{}.with(lever::labour_diversion, -0.3)), ElementsAre())
        << "of a sign that the table has";
}

TEST(Runnable, LetsAProgramLeaveTheRanges) {
    Scenario scenario = Scenario{}.with(parameter::commune_loss, 2);
    scenario.regions[0].share = 0.5;
    EXPECT_THAT(refused(scenario), ElementsAre());
    EXPECT_EQ(validate(scenario).size(), 2);
}

TEST(NumberRule, AllowsItsEndsAsItsWordsSay) {
    EXPECT_TRUE(step_rule.allows(1e-5) && step_rule.allows(1.0 / 96));
    EXPECT_FALSE(step_rule.allows(0.9e-5) || step_rule.allows(0.0105));
    EXPECT_TRUE(levels_rule.allows(1) && levels_rule.allows(8));
    EXPECT_FALSE(levels_rule.allows(0) || levels_rule.allows(9));
    EXPECT_TRUE(share_rule.allows(1e-9) && share_rule.allows(1));
    EXPECT_FALSE(share_rule.allows(0) || share_rule.allows(1.1));
    EXPECT_FALSE(share_rule.allows(std::numeric_limits<double>::quiet_NaN()));
}

}  // namespace
}  // namespace granary

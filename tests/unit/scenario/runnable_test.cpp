#include "granary/scenario/runnable.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "granary/scenario/validate.hpp"

namespace granary {
namespace {

using ::testing::ElementsAre;

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
                            "region \"\": share is out of range: a number above 0, at most 1",
                            "relief has no schedule", "commune_loss is not finite"));
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

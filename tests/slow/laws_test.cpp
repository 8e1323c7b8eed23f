/// The laws on five times as many random scenarios.

#include <gtest/gtest.h>

#include <string>

#include "laws/random_cases.hpp"
#include "laws/step_exceptions.hpp"

namespace granary::laws {
namespace {

const bool cases = ask_for_cases(1000);

class ManyScenarios : public ::testing::TestWithParam<Law> {};

TEST_P(ManyScenarios, Keep) {
    expect_on_random_scenarios(GetParam());
}

INSTANTIATE_TEST_SUITE_P(Laws, ManyScenarios, ::testing::ValuesIn(laws_of_any_scenario),
                         [](const auto& test) { return std::string(test.param.name); });

/// The finer the step, the rarer the exceptions; see laws/step_test.cpp.
TEST(RandomScenarios, AreHardlyEverMovedByHalfOfAFinerStep) {
    constexpr int draws = 400;
    EXPECT_LE(exceptions_to_half_the_step(Scenario::longest_step / 4, draws), draws / 400);
}

}  // namespace
}  // namespace granary::laws

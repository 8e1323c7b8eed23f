/// Every law on every shipped scenario, and on random ones.

#include "laws/laws.hpp"

#include <gtest/gtest.h>

#include <string>
#include <tuple>
#include <vector>

#include "laws/random_cases.hpp"
#include "laws/shipped.hpp"

namespace granary::laws {
namespace {

const bool cases = ask_for_cases(200);

class ShippedScenario : public ::testing::TestWithParam<std::tuple<Law, std::string>> {};

TEST_P(ShippedScenario, Keeps) {
    const auto& [law, name] = GetParam();
    EXPECT_EQ(law.violation(load_scenario(name)), Violation{});
}

const auto name_of = [](const auto& test) {
    return std::string(std::get<0>(test.param).name) + "_" + test_name(std::get<1>(test.param));
};

INSTANTIATE_TEST_SUITE_P(Laws, ShippedScenario,
                         ::testing::Combine(::testing::ValuesIn(laws_of_any_scenario),
                                            ::testing::ValuesIn(shipped_names())),
                         name_of);
INSTANTIATE_TEST_SUITE_P(LawsOfItsOwn, ShippedScenario,
                         ::testing::Combine(::testing::ValuesIn(laws_of_shipped_scenarios),
                                            ::testing::ValuesIn(shipped_names())),
                         name_of);

class AnyScenario : public ::testing::TestWithParam<Law> {};

TEST_P(AnyScenario, Keeps) {
    expect_on_random_scenarios(GetParam());
}

INSTANTIATE_TEST_SUITE_P(Laws, AnyScenario, ::testing::ValuesIn(laws_of_any_scenario),
                         [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace granary::laws

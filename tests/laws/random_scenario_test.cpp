#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <cstddef>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "granary/scenario/runnable.hpp"
#include "granary/scenario/validate.hpp"
#include "laws/random_scenario_generator.hpp"

namespace granary::laws {
namespace {

RC_GTEST_PROP(RandomScenario, IsOneThatAFileCouldHold, (const DrawnScenario& drawn)) {
    const auto scenario = drawn.scenario();
    const auto problems = validate(scenario);
    if (!problems.empty()) RC_FAIL(ScenarioError::describe(problems.front()));
    require_runnable(scenario);
}

/// Draws of RapidCheck's full size, from one fixed stream.
std::vector<DrawnScenario> draws(int number) {
    rc::Random random(1);
    const auto draw = rc::gen::arbitrary<DrawnScenario>();
    std::vector<DrawnScenario> result;
    for (int i = 0; i < number; ++i)
        result.push_back(draw(random.split(), rc::kNominalSize).value());
    return result;
}

TEST(RandomScenario, ReachesBothEndsOfEveryConstant) {
    const auto drawn = draws(300);
    for (std::size_t i = 0; i < Parameter::table.size(); ++i) {
        std::set<double> values;
        for (const auto& draw : drawn) values.insert(draw.scenario().constants.values[i]);
        EXPECT_EQ(*values.begin(), Parameter::table[i].low) << Parameter::table[i].name;
        EXPECT_EQ(*values.rbegin(), Parameter::table[i].high) << Parameter::table[i].name;
    }
}

TEST(RandomScenario, ReachesBothEndsOfEveryLever) {
    std::array<std::set<double>, Lever::table.size()> heights;
    for (const auto& draw : draws(1000))
        for (const auto& lever : draw.levers)
            for (const auto& knot : lever.knots)
                heights[lever.lever].insert(height_at(lever.lever, knot.height));
    for (std::size_t i = 0; i < heights.size(); ++i) {
        ASSERT_FALSE(heights[i].empty()) << Lever::table[i].name;
        EXPECT_EQ(*heights[i].begin(), Lever::table[i].low) << Lever::table[i].name;
        EXPECT_EQ(*heights[i].rbegin(), Lever::table[i].high) << Lever::table[i].name;
    }
}

TEST(RandomScenario, HasOneToThreeRegionsAndOneToEightLevels) {
    std::set<std::size_t> regions, levels;
    for (const auto& draw : draws(300)) {
        regions.insert(draw.shares.size());
        levels.insert(draw.levels);
    }
    EXPECT_EQ(regions, (std::set<std::size_t>{1, 2, 3}));
    EXPECT_EQ(levels, (std::set<std::size_t>{1, 2, 3, 4, 5, 6, 7, 8}));
}

TEST(RandomScenario, ShrinksToTheConstantThatMatters) {
    const auto matters = [](const DrawnScenario& draw) {
        return draw.scenario().constants[parameter::hunger_midpoint] > 0.65;
    };
    rc::Random random(7);
    auto shrinkable = rc::gen::arbitrary<DrawnScenario>()(random.split(), rc::kNominalSize);
    while (!matters(shrinkable.value()))
        shrinkable = rc::gen::arbitrary<DrawnScenario>()(random.split(), rc::kNominalSize);
    for (auto shrinks = shrinkable.shrinks(); auto smaller = shrinks.next();) {
        if (!matters(smaller->value())) continue;
        shrinkable = *smaller;
        shrinks = shrinkable.shrinks();
    }
    std::ostringstream text;
    showValue(shrinkable.value(), text);
    EXPECT_EQ(text.str(),
              "1955-01 to 1955-02, reporting_levels = 1, shares 1\nhunger_midpoint = 0.6515625\n");
}

}  // namespace
}  // namespace granary::laws

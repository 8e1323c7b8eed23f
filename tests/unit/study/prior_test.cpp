#include "granary/study/prior.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "granary/foundation/error.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/read/study/calibration_file.hpp"
#include "granary/run.hpp"
#include "granary/scenario/validate.hpp"

namespace granary {
namespace {

using ::testing::DoubleEq;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::StartsWith;

std::vector<std::string> problems(const Scenario& scenario, const std::vector<Varied>& varied) {
    return variation_problems(scenario, varied);
}

Varied constant(std::size_t row, double low, double high) {
    return {Variation::parameter(row), Distribution::uniform(low, high, {low, high}), "test"};
}
Varied height(std::size_t row, double low, double high) {
    return {Variation::lever(row), Distribution::uniform(low, high, {low, high}), "test"};
}
Varied factor(std::size_t row, double low, double high) {
    return {Variation::scale(row), Distribution::uniform(low, high, {low, high}), "test"};
}

std::vector<Varied> prior() {
    return prior(load_scenario(history_scenario));
}

TEST(Prior, IsThatOfTheCalibration) {
    const auto list = prior();
    const auto fitted = load_calibration().fitted;
    ASSERT_EQ(list.size(), fitted.size());
    for (std::size_t i = 0; i < fitted.size(); ++i) {
        const auto& [row, of] = fitted[i];
        EXPECT_EQ(list[i].variation.of, Variation::Of::parameter);
        EXPECT_EQ(list[i].variation.row, row);
        EXPECT_THAT(list[i].distribution.values(), ElementsAre(of.mean, of.deviation));
        EXPECT_EQ(list[i].distribution.range().low, of.low);
        EXPECT_EQ(list[i].distribution.range().high, of.high);
        EXPECT_EQ(list[i].source, of.source);
    }
    EXPECT_EQ(list[0].distribution.text(), "normal, mean 197, deviation 3.75, from 190 to 205");
}

TEST(Prior, FitsEveryShippedScenario) {
    for (const auto& shipped : shipped_scenarios()) {
        const auto scenario = load_scenario(shipped.name);
        EXPECT_THAT(problems(scenario, prior()), IsEmpty()) << shipped.name;
        EXPECT_NO_THROW(require_in_range(scenario, prior()));
    }
}

TEST(Prior, LeavesEveryMemberInItsRanges) {
    const auto scenario = load_scenario("historical");
    const auto varied = prior();
    for (const double u : {0x1p-53, 0.01, 0.5, 0.99, 1 - 0x1p-53}) {
        const std::vector<double> point(varied.size(), u);
        EXPECT_THAT(validate(member_scenario(scenario, varied, point)), IsEmpty()) << u;
    }
}

// ------------------------------------------------------------------ one member

TEST(Member, HasEachValueOfItsPoint) {
    const auto scenario = load_scenario("two-provinces");
    const std::vector<Varied> varied{constant(parameter::belief_lag_years.index, 0.2, 1.5),
                                     height(lever::export_mt.index, 0, 4),
                                     factor(lever::radicalism.index, 0, 1)};
    const std::array point{0.5, 0.25, 0.5};
    EXPECT_THAT(member_values(varied, point), ElementsAre(DoubleEq(0.85), 1, 0.5));
    const auto member = member_scenario(scenario, varied, point);
    EXPECT_DOUBLE_EQ(member.constants.values[parameter::belief_lag_years.index], 0.85);
    for (std::size_t r = 0; r < 2; ++r) {
        const auto at = [&](const Scenario& of, std::size_t lever) {
            return of.schedule(lever, r).value(Instant{1959, 0.5}, of.constants);
        };
        EXPECT_EQ(at(member, lever::export_mt.index), 1);
        EXPECT_DOUBLE_EQ(at(member, lever::radicalism.index),
                         0.5 * at(scenario, lever::radicalism.index));
    }
}

TEST(Member, LetsHeightsFollowTheConstantTheyName) {
    const auto scenario = load_scenario("historical");
    const std::vector<Varied> varied{constant(parameter::pressure_lull.index, 0.2, 0.4)};
    const auto member = member_scenario(scenario, varied, std::array{0.5});
    EXPECT_DOUBLE_EQ(
        member.schedule(lever::pressure.index, 0).value(Instant{1959, 0.45}, member.constants),
        0.3);
}

TEST(Member, RunsAsTheScenarioVariedByHand) {
    const auto scenario = load_scenario("historical");
    const auto list = prior();
    const std::vector<double> point(list.size(), 0.3);
    auto by_hand = scenario;
    for (const auto& item : list)
        by_hand = varied(by_hand, item.variation, item.distribution.quantile(0.3));
    EXPECT_EQ(simulate(member_scenario(scenario, list, point)).excess_deaths_million(),
              simulate(by_hand).excess_deaths_million());
}

// ------------------------------------------------------------------ what cannot be varied so

TEST(VariationProblems, TellWhatIsVariedTwiceOrNotAtAll) {
    const auto scenario = load_scenario("historical");
    EXPECT_THAT(problems(scenario, {}), ElementsAre("nothing is varied"));
    EXPECT_THAT(problems(scenario, {constant(parameter::belief_lag_years.index, 0.5, 1),
                                    constant(parameter::belief_lag_years.index, 0.5, 1)}),
                ElementsAre("belief_lag_years varies twice"));
    EXPECT_THAT(problems(scenario, {height(lever::export_mt.index, 0, 1),
                                    factor(lever::export_mt.index, 0, 1)}),
                ElementsAre("scale of export_mt varies twice"));
}

TEST(VariationProblems, TellWhatLeavesItsRange) {
    const auto scenario = load_scenario("historical");
    EXPECT_THAT(problems(scenario, {constant(parameter::belief_lag_years.index, 0.5, 2),
                                    height(lever::export_mt.index, -1, 3),
                                    factor(lever::import_mt.index, 0, 100),
                                    factor(lever::relief.index, 0, 1)}),
                ElementsAre("belief_lag_years reaches from 0.5 to 2: expected from 0.2 to 1.5 yr",
                            "export_mt held reaches from -1 to 3: expected from 0 to 25 Mt/yr",
                            StartsWith("scale of import_mt reaches from 0 to 100: expected from 0 "
                                       "to "),
                            "relief: nothing to scale, it is 0 throughout"));
}

TEST(VariationProblems, TellWhatOnlyTwoDrawsTogetherBreak) {
    const auto scenario = load_scenario("historical");
    const auto lushan = constant(parameter::pressure_lushan.index, 0.3, 1.8);
    const auto scale = factor(lever::pressure.index, 0.5, 1.5);
    EXPECT_THAT(problems(scenario, {lushan}), IsEmpty());
    EXPECT_THAT(problems(scenario, {scale}), IsEmpty());
    EXPECT_THAT(problems(scenario, {lushan, scale}),
                ElementsAre(StartsWith("pressure = 2.7 is out of range: a number from 0 to 2")));
    EXPECT_THROW(require_in_range(scenario, std::array{lushan, scale}), ScenarioError);
}

TEST(VariationProblems, LeaveOutWhatTheScenarioBreaksOfItself) {
    const auto scenario = load_scenario("historical").with(lever::relief, 30.0);
    EXPECT_THAT(problems(scenario, {constant(parameter::belief_lag_years.index, 0.5, 1)}),
                IsEmpty());
}

TEST(VariationProblems, AllowAScaleToItsVeryLimit) {
    for (const auto& shipped : shipped_scenarios()) {
        const auto scenario = load_scenario(shipped.name);
        for (std::size_t row = 0; row < Lever::table.size(); ++row) {
            const auto range = range_of(scenario, Variation::scale(row));
            if (!range || range->high <= 1) continue;
            EXPECT_THAT(problems(scenario, {factor(row, 1, range->high)}), IsEmpty())
                << shipped.name << ' ' << Lever::table[row].name;
        }
    }
}

TEST(VariationProblems, OfAProgramBearTheScenariosName) {
    try {
        require_in_range(load_scenario("historical"), {});
        FAIL();
    } catch (const ScenarioError& error) {
        EXPECT_STREQ(error.what(), "historical: nothing is varied");
    }
}

TEST(Prior, OfAScenarioLeavesOutWhatItSetsItself) {
    const auto historical = load_scenario("historical");
    EXPECT_EQ(prior(historical).size(), prior().size());
    const auto own = prior(historical.with(parameter::belief_lag_years, 1.2));
    EXPECT_EQ(own.size() + 1, prior().size());
    for (const auto& item : own) EXPECT_NE(item.variation.name(), "belief_lag_years");
    EXPECT_TRUE(prior(Scenario{}).empty()) << "of no reading";
}

}  // namespace
}  // namespace granary

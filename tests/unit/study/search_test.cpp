#include "granary/study/search.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"
#include "granary/study/sweep.hpp"
#include "study/probe.hpp"

namespace granary {
namespace {

Condition ration_above(double kg) {
    return {Condition::Of::ration_above_kg, kg};
}
Condition deaths_below(double million) {
    return {Condition::Of::deaths_below_million, million};
}

/// A margin and its slope at both ends of a stretch.
Probe probe_at(double value, std::vector<double> margins, std::vector<double> slopes) {
    return {value, 0, std::move(margins), std::move(slopes)};
}

/// (x - 1/2)^2 - depth at x.
Probe parabola(double x, double depth) {
    return probe_at(x, {(x - 0.5) * (x - 0.5) - depth}, {2 * (x - 0.5)});
}

Probe negative(Probe probe) {
    for (auto* numbers : {&probe.margins, &probe.slopes})
        for (auto& number : *numbers) number = -number;
    return probe;
}

TEST(MayHide, SeesADipAndARiseBetweenTwoPoints) {
    EXPECT_TRUE(may_hide(parabola(0, 0.01), parabola(1, 0.01)));
    EXPECT_TRUE(may_hide(negative(parabola(0, 0.01)), negative(parabola(1, 0.01))));
}

TEST(MayHide, DoesNotSuspectWhatTheTangentsExclude) {
    // The tangents at 0 and 1 meet at -1/4: above -1/4 nothing can hide.
    EXPECT_FALSE(may_hide(parabola(0, -0.26), parabola(1, -0.26)));
    EXPECT_FALSE(may_hide(probe_at(0, {1}, {-5}), probe_at(1, {0.5}, {-5})));
    EXPECT_FALSE(may_hide(probe_at(0, {-1}, {5}), probe_at(1, {-0.5}, {5})));
}

TEST(MayHide, KnowsThatOneShortYearIsEnough) {
    // The second year stays short however the first rises.
    EXPECT_FALSE(may_hide(probe_at(0, {-1, -1}, {9, -1}), probe_at(1, {-1, -2}, {-9, -1})));
    // Short in one year at one end and in the other at the other end.
    EXPECT_TRUE(may_hide(probe_at(0, {-1, 1}, {9, -1}), probe_at(1, {1, -1}, {-9, -9})));
}

/// Both sides of every crossing, run anew.
void expect_verified(const SearchPlan& plan, const SearchResult& result) {
    for (const auto& [kept, lost] : result.crossings) {
        EXPECT_LE(std::fabs(kept.value - lost.value), result.tolerance);
        for (const auto& side : {kept, lost}) {
            const auto run = simulate(varied(plan.scenario, plan.variation, side.value));
            EXPECT_NEAR(plan.condition.figure(run), side.figure, 1e-9);
        }
        EXPECT_TRUE(plan.condition.holds(kept.figure));
        EXPECT_FALSE(plan.condition.holds(lost.figure));
    }
}

TEST(Search, FindsTheLatestDateBetweenTwoSteps) {
    const SearchPlan plan{load_scenario("historical"),
                          Variation::date({{lever::pressure.index, 0.0}}), deaths_below(5)};
    const auto result = search(plan);
    ASSERT_EQ(result.crossings.size(), 1U);
    expect_verified(plan, result);
    EXPECT_EQ(result.tolerance, 1e-6);
    const auto latest = least_change(plan, result);
    ASSERT_TRUE(latest);
    EXPECT_LT(latest->kept.value, latest->lost.value);
    EXPECT_GT(latest->kept.value, 1957.8);
    EXPECT_LT(latest->kept.value, 1960.9);
    const double steps = latest->kept.value * 96;
    EXPECT_GT(std::fabs(steps - std::round(steps)), 1e-4);
    EXPECT_FALSE(result.exact_slopes);
}

TEST(Search, FindsHowMuchOfAScheduleMayStay) {
    const SearchPlan plan{load_scenario("historical"), Variation::scale(lever::pressure.index),
                          ration_above(158)};
    const auto result = search(plan);
    ASSERT_EQ(result.crossings.size(), 1U);
    expect_verified(plan, result);
    const auto least = least_change(plan, result);
    ASSERT_TRUE(least);
    EXPECT_GT(least->kept.value, 0);
    EXPECT_LT(least->kept.value, 1);
    ASSERT_EQ(result.kept().size(), 1U);
    EXPECT_EQ(result.kept()[0].low, 0);
    EXPECT_EQ(result.kept()[0].high, least->kept.value);
}

TEST(Search, FindsAConstantWithItsExactSlope) {
    const SearchPlan plan{load_scenario("historical"),
                          Variation::parameter(parameter::exaggeration_per_level.index),
                          deaths_below(8)};
    const auto result = search(plan);
    EXPECT_TRUE(result.exact_slopes);
    ASSERT_FALSE(result.crossings.empty());
    expect_verified(plan, result);
}

TEST(Search, SaysWhatCannotBeReached) {
    const SearchPlan plan{load_scenario("historical"), Variation::lever(lever::export_mt.index),
                          ration_above(230)};
    const auto result = search(plan);
    EXPECT_FALSE(result.reachable());
    EXPECT_FALSE(result.holds_everywhere());
    EXPECT_FALSE(least_change(plan, result));
    EXPECT_TRUE(result.kept().empty());
    EXPECT_LT(result.best.figure, 230);
    const auto at_best = simulate(varied(plan.scenario, plan.variation, result.best.value));
    EXPECT_EQ(plan.condition.figure(at_best), result.best.figure);
}

TEST(Search, AsksForNoChangeWhereNoneIsNeeded) {
    const SearchPlan plan{load_scenario("historical"), Variation::scale(lever::export_mt.index),
                          ration_above(100)};
    const auto result = search(plan);
    EXPECT_TRUE(result.holds_as_is);
    EXPECT_TRUE(result.reachable());
    EXPECT_FALSE(least_change(plan, result));
}

TEST(Search, FindsAStretchThatLiesBetweenTwoPointsOfTheScan) {
    // The lowest ration has its least between people who stretch their store late and early.
    SearchPlan plan{load_scenario("historical"),
                    Variation::parameter(parameter::store_stretch_years.index), ration_above(0)};
    double least = 1000;
    for (const double cover : spaced(0.1, 0.6, 41))
        least = std::min(
            least, plan.condition.figure(simulate(varied(plan.scenario, plan.variation, cover))));
    plan.condition.threshold = least + 0.05;
    const auto fine = search(plan);
    ASSERT_EQ(fine.crossings.size(), 2U);
    plan.scan_points = 4;
    const auto coarse = search(plan);
    ASSERT_EQ(coarse.crossings.size(), 2U);
    EXPECT_TRUE(coarse.holds_at_low);
    expect_verified(plan, coarse);
    for (std::size_t i = 0; i < 2; ++i)
        EXPECT_NEAR(coarse.crossings[i].kept.value, fine.crossings[i].kept.value, 1e-6);
}

TEST(Search, LooksAtOneYearWhereAsked) {
    SearchPlan plan{load_scenario("historical"), Variation::scale(lever::pressure.index),
                    ration_above(165)};
    plan.condition.year = 1960;
    EXPECT_EQ(plan.condition.text(), "the ration of 1960 above 165 kg");
    const auto result = search(plan);
    ASSERT_EQ(result.crossings.size(), 1U);
    expect_verified(plan, result);
    const auto at = varied(plan.scenario, plan.variation, result.crossings[0].kept.value);
    EXPECT_NEAR(simulate(at).annual(1960).rural_ration_kg, 165, 1e-5);
}

TEST(Search, RefusesWhatHasNoRange) {
    const auto scenario = load_scenario("historical");
    EXPECT_THROW(search({scenario, Variation::scale(lever::relief.index), ration_above(180)}),
                 std::invalid_argument);
    EXPECT_THROW(search({scenario, Variation::levels(), ration_above(180)}), std::invalid_argument);
}

TEST(Answer, SaysWhatKindOfAnswerItIs) {
    const SearchPlan plan{load_scenario("historical"),
                          Variation::date({{lever::pressure.index, 0.0}}), ration_above(180)};
    SearchResult result{};
    result.range = {1957, 1963};
    EXPECT_EQ(answer_of(plan, result), Answer::not_reachable);
    result.holds_at_low = true;
    EXPECT_EQ(answer_of(plan, result), Answer::kept_everywhere);
    result.holds_as_is = true;
    EXPECT_EQ(answer_of(plan, result), Answer::no_change_needed);
    result.holds_as_is = false;
    result.crossings = {{{1959.4, 181}, {1959.5, 179}}};
    EXPECT_EQ(answer_of(plan, result), Answer::least_change);
    result.holds_at_low = false;
    result.crossings = {{{1958.2, 181}, {1958.1, 179}}};
    EXPECT_EQ(answer_of(plan, result), Answer::no_latest_date);
}

TEST(LeastChange, IsTheCrossingNearestToWhereTheScenarioStands) {
    const SearchPlan plan{load_scenario("historical"), Variation::scale(lever::export_mt.index),
                          ration_above(180)};
    SearchResult result{};
    result.range = {0, 6};
    result.holds_at_low = true;
    result.crossings = {{{0.2, 181}, {0.3, 179}}, {{2.5, 181}, {2.4, 179}}};
    EXPECT_EQ(least_change(plan, result)->kept.value, 0.2);
    result.crossings[1] = {{1.5, 181}, {1.4, 179}};
    EXPECT_EQ(least_change(plan, result)->kept.value, 1.5);
    const auto kept = result.kept();
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0].high, 0.2);
    EXPECT_EQ(kept[1].low, 1.5);
    EXPECT_EQ(kept[1].high, 6);
}

TEST(LeastChange, OfADateIsTheLatestWithTheConditionKeptBeforeIt) {
    const SearchPlan plan{load_scenario("historical"),
                          Variation::date({{lever::pressure.index, 0.0}}), ration_above(180)};
    SearchResult result{};
    result.range = {1957, 1963};
    result.crossings = {{{1958.2, 181}, {1958.1, 179}}, {{1959.4, 181}, {1959.5, 179}}};
    EXPECT_EQ(least_change(plan, result)->kept.value, 1959.4);
    result.crossings.pop_back();
    EXPECT_FALSE(least_change(plan, result));
}

}  // namespace
}  // namespace granary

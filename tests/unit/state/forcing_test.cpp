#include "granary/state/forcing.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace granary {
namespace {

constexpr Instant jump = instant_of(1958, 5, 16);

/// Pressure jumps from 0.2 to 0.9 in the middle of a month; the quota falls along a line.
Scenario jumping() {
    Scenario scenario;
    scenario.end = month_start(1959, 1);
    scenario.levers[lever::pressure.index] = Schedule::steps(
        {{month_start(1957, 1), Height::number(0.2), {}}, {jump, Height::number(0.9), {}}});
    scenario.levers[lever::quota_rate.index] =
        Schedule::linear({{month_start(1957, 1), Height::number(0.4), {}},
                          {month_start(1959, 1), Height::number(0.2), {}}});
    return scenario;
}

/// The piece that ends at `at`.
Piece before(const Scenario& scenario, const Instant& at) {
    for (const auto& piece : pieces(scenario))
        if (piece.end == at) return piece;
    ADD_FAILURE() << "no piece ends on " << date_text(at);
    return {};
}

TEST(Pieces, CoverTheSpanWithoutGap) {
    const auto scenario = jumping();
    const auto all = pieces(scenario);
    EXPECT_EQ(all.front().begin, scenario.start);
    EXPECT_EQ(all.back().end, scenario.end);
    for (std::size_t i = 0; i + 1 < all.size(); ++i) EXPECT_EQ(all[i].end, all[i + 1].begin);
}

TEST(Pieces, EndAtMonthStartsJumpsAndObservedInstants) {
    auto scenario = jumping();
    scenario.observe = {instant_of(1957, 3, 8)};
    const auto at = cuts(scenario);
    for (const auto& instant : {month_start(1957, 2), jump, instant_of(1957, 3, 8)})
        EXPECT_TRUE(std::count(at.begin(), at.end(), instant) == 1) << date_text(instant);
    EXPECT_EQ(at.size(), 24U + 1 + 2);
}

TEST(Pieces, TakeNoStepLongerThanTheLargest) {
    for (const double largest : {1.0 / 96, 1.0 / 100, 1.0 / 365}) {
        auto scenario = jumping();
        scenario.largest_step_years = largest;
        for (const auto& piece : pieces(scenario))
            EXPECT_LE(piece.step_years(), largest * (1 + 1e-9));
    }
    EXPECT_EQ(pieces(jumping()).front().steps, 8U);
}

TEST(Forcing, AtAJumpIsTheLimitFromWithinThePiece) {
    const auto scenario = jumping();
    const auto piece = before(scenario, jump);
    const ForcingSource<double> source(scenario, scenario.constants);
    EXPECT_EQ(source.at(piece, 1.0).national[lever::pressure], 0.2);
    EXPECT_EQ(source.at(before(scenario, month_start(1958, 6)), 0.0).national[lever::pressure],
              0.9);
}

TEST(Forcing, FollowsALineBetweenItsKnots) {
    const auto scenario = jumping();
    const ForcingSource<double> source(scenario, scenario.constants);
    const auto halfway = source.at(before(scenario, month_start(1958, 1)), 1.0);
    EXPECT_NEAR(halfway.national[lever::quota_rate], 0.3, 1e-12);
    EXPECT_NEAR(halfway.years_elapsed, 1, 1e-12);
}

TEST(Forcing, OfARegionIsItsOwnWhereItHasOne) {
    auto scenario = jumping();
    scenario.regions = {{"A", 0.5, {}}, {"B", 0.5, {}}};
    scenario.regions[1].levers[lever::pressure.index] = Schedule(Height::number(1.5));
    const ForcingSource<double> source(scenario, scenario.constants);
    const auto now = source.at(pieces(scenario).front(), 0.5);
    EXPECT_EQ(now.regional[0][lever::pressure], 0.2);
    EXPECT_EQ(now.regional[1][lever::pressure], 1.5);
    EXPECT_EQ(now.national[lever::pressure], 0.2);
}

TEST(Forcing, TabulatedIsTheExactAtEveryHalfStep) {
    const auto scenario = jumping();
    TabulatedForcing<double> table(scenario, scenario.constants);
    const ForcingSource<double> source(scenario, scenario.constants);
    for (const auto& piece : pieces(scenario)) {
        table.enter(piece);
        for (std::size_t j = 0; j <= 2 * piece.steps; ++j) {
            const double part = static_cast<double>(j) / static_cast<double>(2 * piece.steps);
            const auto& found = table.at(part * piece.years());
            const auto exact = source.at(piece, part);
            EXPECT_EQ(found.seasons.values, exact.seasons.values);
            EXPECT_EQ(found.national.values, exact.national.values);
        }
    }
}

TEST(Pieces, AreNotCutOutsideTheSpan) {
    auto scenario = jumping();
    scenario.start = instant_of(1958, 6, 10);
    scenario.end = instant_of(1958, 7, 20);
    EXPECT_EQ(cuts(scenario),
              (std::vector<Instant>{scenario.start, month_start(1958, 7), scenario.end}));
}

TEST(Pieces, HaveTheFewestSteps) {
    auto scenario = jumping();
    for (const double largest : {1.0 / 96, 1.0 / 100, 1.0 / 3072}) {
        scenario.largest_step_years = largest;
        for (const auto& piece : pieces(scenario)) {
            if (piece.steps == 1) continue;
            EXPECT_GT(piece.years() / static_cast<double>(piece.steps - 1), largest);
        }
    }
}

TEST(Forcing, ThatChoosesItsOwnTimesAgreesWithTheTable) {
    const auto scenario = jumping();
    TabulatedForcing<double> table(scenario, scenario.constants);
    ExactForcing<double> exact(scenario, scenario.constants);
    for (const auto& piece : pieces(scenario)) {
        table.enter(piece);
        exact.enter(piece);
        for (std::size_t j = 0; j <= 2 * piece.steps; ++j) {
            const double years = 0.5 * static_cast<double>(j) * piece.step_years();
            const auto &a = table.at(years), &b = exact.at(years);
            for (std::size_t i = 0; i < a.seasons.values.size(); ++i)
                ASSERT_NEAR(a.seasons.values[i], b.seasons.values[i], 1e-13);
            for (std::size_t i = 0; i < a.national.values.size(); ++i)
                ASSERT_NEAR(a.national.values[i], b.national.values[i], 1e-13);
        }
    }
}

TEST(Forcing, RepeatsItsSeasonsBitByBitEveryYear) {
    const auto scenario = jumping();
    TabulatedForcing<double> table(scenario, scenario.constants);
    table.enter(before(scenario, month_start(1957, 12)));
    const auto first = table.at(0).seasons.values;
    table.enter(before(scenario, month_start(1958, 12)));
    EXPECT_EQ(table.at(0).seasons.values, first);
}

}  // namespace
}  // namespace granary

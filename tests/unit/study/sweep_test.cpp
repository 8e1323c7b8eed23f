#include "granary/study/sweep.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "granary/analysis/outcome.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"

namespace granary {
namespace {

Scenario until_1960() {
    auto scenario = load_scenario("historical");
    scenario.end = {1960, 0};
    return scenario;
}

SweepPlan export_by_levels() {
    return {until_1960(),
            {{Variation::lever(lever::export_mt.index), spaced(0, 6, 4)},
             {Variation::levels(), spaced(2, 4, 3)}},
            {*run_measure("lowest_ration_kg"), *year_measure("output_reported_mt", 1958)}};
}

TEST(Spaced, EndsWhereItIsTold) {
    EXPECT_EQ(spaced(0, 6, 13)[1], 0.5);
    EXPECT_EQ(spaced(0.1, 0.7, 7).back(), 0.7);
    EXPECT_EQ(spaced(0.1, 0.7, 7).front(), 0.1);
    EXPECT_EQ(spaced(3, 1, 3), (std::vector<double>{3, 2, 1}));
    EXPECT_EQ(spaced(5, 5, 1), (std::vector<double>{5}));
}

TEST(Sweep, RunsEachPointAsARunOfItsOwn) {
    const auto plan = export_by_levels();
    const auto grid = sweep(plan);
    ASSERT_TRUE(grid.complete());
    ASSERT_EQ(grid.points.size(), 12U);
    EXPECT_EQ(grid.at(5, 0), 2);  // the last axis is the fastest
    EXPECT_EQ(grid.at(5, 1), 4);
    auto scenario = until_1960().with(lever::export_mt, 2.0);
    scenario.reporting_levels = 4;
    const auto run = simulate(scenario);
    EXPECT_EQ(grid.points[5].figures[0], outcome(run).lowest_ration_kg->value);
    EXPECT_EQ(grid.points[5].figures[1], run.annual(1958).output_reported_mt);
}

TEST(Sweep, HasTheSameBitsOnAnyNumberOfThreads) {
    const auto plan = export_by_levels();
    const auto one = sweep(plan, {1, {}}), five = sweep(plan, {5, {}});
    for (std::size_t i = 0; i < one.points.size(); ++i)
        EXPECT_EQ(one.points[i].figures, five.points[i].figures);
}

TEST(Sweep, KeepsTheFirstPointsWhenStopped) {
    const auto plan = export_by_levels();
    const auto whole = sweep(plan);
    const auto part = sweep(plan, {1, [](std::size_t done) { return done < 5; }});
    EXPECT_FALSE(part.complete());
    ASSERT_EQ(part.points.size(), 5U);
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(part.points[i].figures, whole.points[i].figures);
}

TEST(Sweep, NotesAPointWhereTheRunFails) {
    // A lag far below the step makes the reports blow up.
    const SweepPlan plan{until_1960(),
                         {{Variation::parameter(parameter::report_lag_years.index), {1e-5, 0.06}}},
                         {*run_measure("lowest_ration_kg")}};
    const auto grid = sweep(plan);
    ASSERT_EQ(grid.points.size(), 2U);
    EXPECT_NE(grid.points[0].fault, "");
    EXPECT_TRUE(std::isnan(grid.points[0].figures[0]));
    EXPECT_EQ(grid.points[1].fault, "");
    EXPECT_GT(grid.points[1].figures[0], 100);
}

TEST(Sweep, ShowsThatEachLevelOfTheLadderAddsToTheClaim) {
    const SweepPlan plan{until_1960(),
                         {{Variation::levels(), spaced(1, 8, 8)}},
                         {*year_measure("output_reported_mt", 1958)}};
    const auto grid = sweep(plan);
    for (std::size_t i = 1; i < grid.points.size(); ++i)
        EXPECT_GT(grid.points[i].figures[0], grid.points[i - 1].figures[0]);
}

TEST(Sweep, HasNoPointOrAxisThatIsNotThere) {
    const SweepGrid grid{{{Variation::levels(), {1, 2, 3}}}, {}, {}};
    EXPECT_EQ(grid.at(2, 0), 3);
    EXPECT_THROW((void)grid.at(3, 0), NotFound);
    EXPECT_THROW((void)grid.at(0, 1), NotFound);
}

TEST(Measure, OfARowThatIsNotThereIsNotFound) {
    const auto run = simulate(Scenario{});
    for (const auto& measure : {Measure{run_measures().size(), std::nullopt},
                                Measure{figure_columns<double>.size(), 1960}}) {
        EXPECT_THROW((void)measure.name(), NotFound);
        EXPECT_THROW((void)measure.unit(), NotFound);
        EXPECT_THROW((void)measure.of(run), NotFound);
    }
}

TEST(Measure, IsOfTheRunOrOfAYear) {
    const auto run = simulate(until_1960());
    EXPECT_EQ(run_measure("excess_deaths_million")->of(run), outcome(run).excess_deaths_million);
    EXPECT_EQ(year_measure("excess_deaths_million", 1959)->of(run),
              run.annual(1959).excess_deaths_million);
    EXPECT_EQ(run_measure("lowest_ration_year")->of(run), 1959);
    EXPECT_EQ(year_measure("rural_ration_kg", 1959)->name(), "rural_ration_kg_1959");
    EXPECT_EQ(year_measure("rural_ration_kg", 1959)->unit(), "kg");
    EXPECT_FALSE(run_measure("rural_ration_kg"));
    EXPECT_FALSE(year_measure("lowest_ration_kg", 1959));
}

}  // namespace
}  // namespace granary

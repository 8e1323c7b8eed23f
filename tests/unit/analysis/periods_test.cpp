#include "granary/analysis/periods.hpp"

#include <gtest/gtest.h>

#include "granary/run.hpp"

namespace granary {
namespace {

Trajectory<double> run_of(const Instant& start, const Instant& end) {
    auto scenario = Scenario{}.starting(start);
    scenario.end = end;
    scenario.observe = {instant_of(1957, 8, 15)};
    return simulate(scenario);
}

std::vector<std::string> labels(const std::vector<Period>& periods) {
    std::vector<std::string> found;
    for (const auto& period : periods) found.push_back(period.label);
    return found;
}

TEST(Periods, AreTheCalendarYearsAndMonthsWhateverElseIsObserved) {
    const auto run = run_of({1957, 0}, {1959, 0});
    EXPECT_EQ(labels(periods(run, Every::year)), (std::vector<std::string>{"1957", "1958"}));
    const auto months = periods(run, Every::month);
    ASSERT_EQ(months.size(), 24U);
    EXPECT_EQ(months[7].label, "1957-08");
    EXPECT_EQ(months[7].to, month_start(1957, 9));
}

TEST(Periods, AreCutByTheSpan) {
    const auto run = run_of(month_start(1957, 4), instant_of(1959, 2, 10));
    const auto years = periods(run, Every::year);
    ASSERT_EQ(labels(years), (std::vector<std::string>{"1957", "1958", "1959"}));
    EXPECT_FALSE(years[0].whole_year);
    EXPECT_TRUE(years[1].whole_year);
    EXPECT_FALSE(years[2].whole_year);
    EXPECT_EQ(years[2].to, instant_of(1959, 2, 10));
    EXPECT_EQ(periods(run, Every::month).size(), 9U + 12U + 2U);
}

TEST(Periods, TileTheRun) {
    const auto run = run_of(month_start(1957, 4), instant_of(1959, 2, 10));
    for (const auto every : {Every::year, Every::month}) {
        Instant reached = run.times().front();
        for (const auto& period : periods(run, every)) {
            EXPECT_EQ(period.from, reached);
            reached = period.to;
        }
        EXPECT_EQ(reached, run.times().back());
    }
}

}  // namespace
}  // namespace granary

#include "granary/analysis/places.hpp"

#include <gtest/gtest.h>

#include "granary/foundation/error.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"

namespace granary {
namespace {

Trajectory<double> history_with_lies(double constant) {
    return simulate(load_scenario("historical").with(parameter::inequality_by_lies, constant));
}

/// The model's own further death rate is the mean over access, month by month.
TEST(Places, HaveTheVillagesDeathRateAsTheirMean) {
    const auto run = simulate(load_scenario("historical"));
    for (int year = 1957; year < 1963; ++year)
        EXPECT_NEAR(spread_between_places(run, year).mean_per_1000 /
                        run.annual(year).crude_death_rate_rural_per_1000,
                    1, 0.03)
            << year;
}

TEST(Places, DifferMoreTheMoreTheirAccessDoes) {
    double before = 0;
    for (const double constant : {0.0, 0.5, 1.0, 2.0}) {
        const auto spread = spread_between_places(history_with_lies(constant), 1960);
        EXPECT_GT(spread.deviation_per_1000, before) << constant;
        before = spread.deviation_per_1000;
    }
}

TEST(Places, OfTheWorstTenthHaveMoreThanTheirShareOfTheDeaths) {
    for (const int year : {1959, 1960, 1961}) {
        const auto spread = spread_between_places(history_with_lies(0.7), year);
        EXPECT_GT(spread.worst_tenth_share, 0.2) << year;
        EXPECT_LE(spread.worst_tenth_share, 1) << year;
        EXPECT_GT(spread.worst_hundredth_per_1000, spread.mean_per_1000) << year;
    }
}

/// No place can lose more than all who starve at once do.
TEST(Places, LoseNoMoreThanTheDeathRateOfTheStarving) {
    const auto run = simulate(load_scenario("historical"));
    const double most = 1e3 * (run.constants()[parameter::hunger_death_rate_per_year].value() +
                               run.constants()[parameter::base_death_rate_per_year].value());
    EXPECT_LE(spread_between_places(run, 1960).worst_hundredth_per_1000, most);
}

TEST(Places, OfAYearThatWasNotRunAreNotFound) {
    const auto run = simulate(load_scenario("historical"));
    EXPECT_THROW((void)spread_between_places(run, 1963), NotFound);
    EXPECT_THROW((void)spread_between_places(run, 1960, 1), NotFound);
}

}  // namespace
}  // namespace granary

/// The default steps against steps 32 times finer and against another method.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "granary/run.hpp"
#include "laws/dopri5.hpp"
#include "laws/figure_table.hpp"
#include "laws/shipped.hpp"

namespace granary::laws {
namespace {

class Integrators : public ::testing::TestWithParam<std::string> {
  protected:
    static FigureTable with_steps_a_year(Scenario scenario, int steps) {
        scenario.largest_step_years = 1.0 / steps;
        return annual_table(simulate(scenario));
    }
    static constexpr double floor = 1e-6;
    Scenario scenario = load_scenario(GetParam());
};

TEST_P(Integrators, AgreeOnEveryColumn) {
    constexpr double tolerance = 1e-12;
    const auto worst =
        largest_difference(with_steps_a_year(scenario, 3072),
                           annual_table(simulate_by_dopri5(scenario, tolerance)), floor);
    fmt::print("largest difference of the two methods: {:.2e} ({})\n", worst.size, worst.where);
    EXPECT_LE(worst.size, 1e-7) << worst.where;
}

TEST_P(Integrators, LeaveAnErrorBelowATenthOfAPercentAtTheDefaultStep) {
    const auto found = annual_table(simulate(scenario));
    const auto expected = with_steps_a_year(scenario, 3072);
    for (std::size_t column = 0; column < columns; ++column) {
        const auto worst = column_difference(found, expected, column, floor);
        const auto name = figure_columns<double>[column].name;
        fmt::print("{:<32} {:.2e} of its largest value\n", name, worst.size);
        EXPECT_LT(worst.size, 1e-3) << worst.where;
    }
}

INSTANTIATE_TEST_SUITE_P(Scenarios, Integrators, ::testing::ValuesIn(shipped_names()),
                         [](const auto& test) { return test_name(test.param); });

}  // namespace
}  // namespace granary::laws

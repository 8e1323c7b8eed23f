#pragma once
/// Counting the exceptions to the bound of 0.1% for half the step.

#include <fmt/format.h>
#include <rapidcheck.h>

#include "laws/laws.hpp"
#include "laws/random_scenario_generator.hpp"

namespace granary::laws {

/// In how many of `cases` random scenarios of full size half the step moves a figure by more than
/// 0.1%. They are the same in every run, so that the count is a fixed number.
inline int exceptions_to_half_the_step(double largest_step_years, int cases) {
    rc::Random random(1958);
    const auto draw = rc::gen::arbitrary<DrawnScenario>();
    int count = 0;
    for (int i = 0; i < cases; ++i) {
        auto scenario = draw(random.split(), rc::kNominalSize).value().scenario();
        scenario.largest_step_years = largest_step_years;
        if (!half_the_step_changes_no_figure(scenario).empty()) ++count;
    }
    fmt::print(
        "step of 1/{:.0f} year: in {} of {} random cases half the step moves a figure by more than "
        "0.1%\n",
        1 / largest_step_years, count, cases);
    return count;
}

}  // namespace granary::laws

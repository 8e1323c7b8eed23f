#include "granary/study/ensemble_plan.hpp"

#include <gmock/gmock.h>

#include "granary/read/scenario_file.hpp"

namespace granary {
namespace {

TEST(SummarisedFigures, HoldNoPartOfAYearAgainstTheRecord) {
    const std::string cut[] = {"end=\"1962-03\""};
    const auto what = summarised_figures(load_scenario("historical", cut));
    ASSERT_FALSE(what.thresholds.empty());
    for (const auto& threshold : what.thresholds)
        EXPECT_LT(what.measures.at(threshold.measure).year, 1962);
}

}  // namespace
}  // namespace granary

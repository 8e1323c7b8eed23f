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

TEST(SummarisedFigures, AreTheSameOfTheNationAndOfEachOfSeveralRegions) {
    const auto nation = summarised_figures(load_scenario("historical"));
    const auto with_regions = summarised_figures(load_scenario("two-provinces"));
    EXPECT_TRUE(nation.regions.empty());
    EXPECT_THAT(with_regions.regions, testing::ElementsAre("Modest", "Zealous"));
    ASSERT_EQ(with_regions.measures.size(), 3 * nation.measures.size());
    for (std::size_t i = 0; i < with_regions.measures.size(); ++i) {
        auto expected = nation.measures[i % nation.measures.size()];
        expected.area = area_at(i / nation.measures.size());
        EXPECT_EQ(with_regions.measures[i], expected) << i;
    }
    EXPECT_EQ(with_regions.thresholds, nation.thresholds) << "the record is the nation's";
}

}  // namespace
}  // namespace granary

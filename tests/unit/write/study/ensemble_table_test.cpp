#include "granary/write/study/ensemble_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <sstream>

namespace granary {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

std::vector<std::string> lines(const Summarised& what, const Summary& summary,
                               const std::vector<EnsembleYear>& years = {}) {
    Csv csv;
    add_ensemble_table(Ensemble{{}, 0, 0, years, {}, what, summary}, csv);
    std::vector<std::string> lines;
    std::istringstream text(csv.text());
    for (std::string line; std::getline(text, line);) lines.push_back(line);
    return lines;
}

TEST(EnsembleTable, HasARowForEachMeasureAndColumnsForItsThresholds) {
    const Summarised what{
        {*year_measure("rural_ration_kg", 1960), *year_measure("nutrition_rural", 1960),
         *run_measure("excess_deaths_million")},
        {{2, 2.5, "asked"}, {2, 3, "LUO2006"}}};
    const std::vector<double> figures{0, undefined, 2, 0, undefined, 3, 0, undefined, 4};
    const auto table = lines(what, Summary(what, 0, figures, {}));
    ASSERT_EQ(table.size(), 4U);
    EXPECT_EQ(
        table[0],
        "figure,unit,year,members,mean,variance,least,q01,q05,q10,q25,q50,q75,q90,q95,q99,"
        "greatest,threshold_1,source_1,chance_above_1,threshold_2,source_2,chance_above_2,from,to,"
        "tested");
    EXPECT_EQ(table[1], "rural_ration_kg,kg,1960,3,0,0,0,0,0,0,0,0,0,0,0,0,0,,,,,,,,,");
    EXPECT_EQ(table[2], "nutrition_rural,1,1960,0,,,,,,,,,,,,,,,,,,,,,,");
    EXPECT_THAT(table[3], testing::StartsWith("excess_deaths_million,million,all,3,3,1,2,"));
    EXPECT_THAT(table[3], testing::EndsWith(",4,2.5,asked,0.6666666666666666,3,LUO2006,"
                                            "0.3333333333333333,,,1"));
}

TEST(EnsembleTable, NamesTheRegionFirstWhereThereAreSeveral) {
    auto of_region = *run_measure("excess_deaths_million");
    of_region.area = 1;
    const Summarised what{
        {*run_measure("excess_deaths_million"), of_region}, {}, {"Modest", "Zealous, \"the\""}};
    const auto table = lines(what, Summary(what, 0, std::vector{1.5, 1.25}, {}));
    EXPECT_THAT(table[0], testing::StartsWith("region,figure,unit,year,members,"));
    EXPECT_THAT(table[1], testing::StartsWith("national,excess_deaths_million,million,all,1,1.5,"));
    EXPECT_THAT(table[2], testing::StartsWith("\"Zealous, \"\"the\"\"\",excess_deaths_million,"
                                              "million,all,1,1.25,"));
}

TEST(EnsembleTable, HasNoColumnsOfThresholdsWhereThereAreNone) {
    const Summarised what{{*run_measure("excess_deaths_million")}, {}};
    const auto table = lines(what, Summary(what, 0, std::vector{1.5}, {}));
    EXPECT_THAT(table[0], testing::EndsWith(",greatest,from,to,tested"));
    EXPECT_THAT(table[1], testing::StartsWith("excess_deaths_million,million,all,1,1.5,,1.5,"));
}

TEST(EnsembleTable, TellsBetweenWhichDatesAYearWasRun) {
    const Summarised what{
        {*year_measure("rural_ration_kg", 1961), *year_measure("rural_ration_kg", 1962),
         *run_measure("excess_deaths_million")},
        {}};
    const auto table = lines(what, Summary(what, 0, std::vector{150.0, 160.0, 3.0}, {}),
                             {{1961, {1961, 0}, {1962, 0}}, {1962, {1962, 0}, {1962, 0.5}}});
    EXPECT_THAT(table[1], testing::EndsWith(",150,1961-01,1962-01,"));
    EXPECT_THAT(table[2], testing::EndsWith(",160,1962-01,1962-07,"));
    EXPECT_THAT(table[3], testing::EndsWith(",3,1961-01,1962-07,1"));
}

/// Of five members two lie outside of what the equations were made for.
TEST(EnsembleTable, WithholdsATollThatWouldRestOnUntestedMembers) {
    const Summarised what{
        {*run_measure("excess_deaths_million"), *run_measure("births_lost_million")},
        {{0, 2.5, "asked"}, {0, 3.5, "asked"}}};
    const std::vector<double> figures{1, 1, 2, 2, 3, 3, 40, 4, 50, 5};
    const Summary summary(what, 0, figures, {}, 2);
    const auto toll = ensemble_row(what, summary, 0);
    EXPECT_EQ(toll.tested, 0.6);
    EXPECT_EQ(toll.least, 1);
    for (const double withheld : {toll.mean, toll.variance, toll.greatest, toll.quantiles[6]})
        EXPECT_TRUE(std::isnan(withheld));
    EXPECT_EQ(toll.quantiles[4], 3) << "half the members are below, all of them tested";
    EXPECT_EQ(toll.above[0].chance, 0.6);
    const auto table = lines(what, summary);
    EXPECT_THAT(table[1], testing::StartsWith("excess_deaths_million,million,all,5,,,1,1,1,1,2,3,"
                                              ",,,,,2.5,asked,0.6,3.5,asked,0.4,"));
    EXPECT_THAT(table[1], testing::EndsWith(",0.6"));
    EXPECT_THAT(table[2], testing::StartsWith("births_lost_million,million,all,5,3,2.5,1,1,"));
    const auto mostly = ensemble_row(what, Summary(what, 0, figures, {}, 4), 0);
    EXPECT_TRUE(std::isnan(mostly.above[1].chance)) << "3.5 lies among the untested";
    EXPECT_TRUE(std::isnan(ensemble_row(what, Summary(what, 0, figures, {}, 5), 0).least));
}

}  // namespace
}  // namespace granary

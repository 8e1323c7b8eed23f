#include "granary/scenario/levers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string_view>
#include <vector>

#include "granary/scenario/parameters.hpp"

namespace granary {
namespace {

TEST(LeverTable, NamesEachLeverOnceWithMeaningAndSource) {
    std::set<std::string_view> names;
    for (const auto& row : Lever::table) {
        EXPECT_TRUE(names.insert(row.name).second) << row.name;
        EXPECT_FALSE(row.meaning.empty()) << row.name;
        EXPECT_FALSE(row.source.empty()) << row.name;
        EXPECT_FALSE(row.unit.empty()) << row.name;
    }
}

TEST(LeverTable, HasDefaultsInsideTheRange) {
    for (const auto& row : Lever::table) {
        EXPECT_LT(row.low, row.high) << row.name;
        const auto parameter = find_row<Parameter>(row.parameter);
        EXPECT_EQ(parameter.has_value(), !row.parameter.empty()) << row.name;
        const double value = parameter ? Parameter::table[*parameter].value : row.value;
        EXPECT_LE(row.low, value) << row.name;
        EXPECT_GE(row.high, value) << row.name;
    }
}

/// A parameter that stands for a lever's default may take no value that the lever may not.
TEST(LeverTable, AllowsEveryValueOfAParameterThatGivesADefault) {
    for (const auto& row : Lever::table) {
        const auto parameter = find_row<Parameter>(row.parameter);
        if (!parameter) continue;
        EXPECT_LE(row.low, Parameter::table[*parameter].low) << row.name;
        EXPECT_GE(row.high, Parameter::table[*parameter].high) << row.name;
    }
}

TEST(LeverTable, LetsRegionsSetTheLeversOfTheModelsTable) {
    std::vector<std::string_view> regional;
    for (const auto& row : Lever::table)
        if (row.regional) regional.push_back(row.name);
    EXPECT_THAT(regional,
                ::testing::ElementsAre("pressure", "radicalism", "labour_diversion", "sown_area",
                                       "disaster_share", "canteens", "private_plots"));
}

TEST(LeverTable, FindsARowByItsName) {
    EXPECT_EQ(find_row<Lever>("export_mt"), lever::export_mt.index);
    EXPECT_FALSE(find_row<Lever>("exports"));
}

}  // namespace
}  // namespace granary

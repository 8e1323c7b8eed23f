#include "granary/foundation/unit_style.hpp"

#include <gtest/gtest.h>

#include "granary/analysis/run_measures.hpp"

namespace granary {
namespace {

bool has_style(std::string_view unit) {
    for (const auto& style : unit_styles)
        if (style.unit == unit) return true;
    return false;
}

TEST(UnitStyle, IsGivenForEveryFigureAndMeasure) {
    for (const auto& column : figure_columns<double>)
        EXPECT_TRUE(has_style(column.unit)) << column.name;
    for (const auto& measure : run_measures()) EXPECT_TRUE(has_style(measure.unit)) << measure.name;
}

TEST(UnitStyle, ShowsMoreWhereRunsThatDifferLittleLieSideBySide) {
    for (const auto& style : unit_styles) {
        EXPECT_LE(style.decimals_in_sentence, style.decimals) << style.unit;
        EXPECT_LE(style.decimals, style.decimals_of_change) << style.unit;
    }
}

TEST(UnitStyle, OfAnUnknownUnitIsTheUnitWithOneDecimal) {
    EXPECT_EQ(unit_style("hectare").heading, "hectare");
    EXPECT_EQ(unit_style("hectare").decimals, 1);
}

TEST(UnitStyle, SaysTheLeastDifferenceThatShows) {
    EXPECT_EQ(least_said("kg"), 0.5);
    EXPECT_EQ(least_said("million"), 0.05);
    EXPECT_EQ(least_said("1"), 0.005);
}

}  // namespace
}  // namespace granary

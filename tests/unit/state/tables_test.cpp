#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "granary/foundation/keyed.hpp"
#include "granary/state/figures.hpp"
#include "granary/state/flows.hpp"
#include "granary/state/stocks.hpp"

namespace granary {
namespace {

using ::testing::SizeIs;

template <class Table>
std::set<std::string_view> names(const Table& table) {
    std::set<std::string_view> result;
    for (const auto& row : table) result.insert(row.name);
    return result;
}

TEST(Tables, NameEveryRowOnce) {
    EXPECT_THAT(names(RegionStock::table), SizeIs(RegionStock::table.size()));
    EXPECT_THAT(names(NationStock::table), SizeIs(NationStock::table.size()));
    EXPECT_THAT(names(RegionFlow::table), SizeIs(RegionFlow::table.size()));
    EXPECT_THAT(names(NationFlow::table), SizeIs(NationFlow::table.size()));
    EXPECT_THAT(names(figure_columns<double>), SizeIs(figure_columns<double>.size()));
}

TEST(Figures, HaveALabelThatTellsThemApart) {
    std::set<std::pair<std::string_view, std::string_view>> headings;
    for (const auto& column : figure_columns<double>) {
        EXPECT_FALSE(column.label.empty()) << column.name;
        EXPECT_LE(column.narrow_label().size(), column.label.size()) << column.name;
        EXPECT_TRUE(headings.insert({column.label, column.unit}).second) << column.name;
        EXPECT_EQ(&column_of<double>(column.value), &column);
    }
}

TEST(Tables, FindARowByItsNameAndNoneByAnother) {
    EXPECT_EQ(find_row<RegionFlow>("procurement"), flow::procurement.index);
    EXPECT_EQ(find_row<NationFlow>("imports"), flow::imports.index);
    EXPECT_EQ(find_row<RegionFlow>("procurment"), std::nullopt);
    EXPECT_EQ(row_names<RegionStock>()[stock::village_grain.index], "village_grain");
}

TEST(Flows, LeadFromStockToStock) {
    const auto ends = flow_ends<RegionFlow>();
    const auto procurement = ends[flow::procurement.index];
    EXPECT_EQ(procurement.region_from, stock::village_grain.index);
    EXPECT_EQ(procurement.nation_to, stock::state_grain.index);
    EXPECT_EQ(procurement.nation_from, Ends::none);
    EXPECT_EQ(procurement.region_to, Ends::none);
    const auto moved = ends[flow::migration_to_towns.index];
    EXPECT_EQ(moved.region_from, stock::rural_population.index);
    EXPECT_EQ(moved.region_to, stock::urban_population.index);
    const auto imports = flow_ends<NationFlow>()[flow::imports.index];
    EXPECT_EQ(imports.nation_from, Ends::none);
    EXPECT_EQ(imports.nation_to, stock::state_grain.index);
}

/// The unit of a rate of change of a stock measured in `unit`.
std::string a_year(std::string_view unit) {
    if (unit == "1") return "1/yr";
    if (unit == "Mt/yr") return "Mt/yr2";
    return std::string(unit) + "/yr";
}

template <class Stocks>
void expect_unit_of(const FlowRow& row, std::string_view end) {
    const auto stock = find_row<Stocks>(end);
    if (!stock) return;
    EXPECT_EQ(row.unit, a_year(Stocks::table[*stock].unit)) << row.name;
}

TEST(Flows, HaveTheUnitOfTheirStocksAYear) {
    for (const auto& row : RegionFlow::table)
        for (const auto end : {row.from, row.to}) {
            expect_unit_of<RegionStock>(row, end);
            expect_unit_of<NationStock>(row, end);
        }
}

TEST(Flows, ReachEveryStock) {
    for (const auto& stock : RegionStock::table)
        EXPECT_TRUE(std::any_of(
            RegionFlow::table.begin(), RegionFlow::table.end(),
            [&](const FlowRow& row) { return row.from == stock.name || row.to == stock.name; }))
            << stock.name;
}

}  // namespace
}  // namespace granary

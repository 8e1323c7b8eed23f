#include "engine/figures.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "granary/analysis/run_measures.hpp"
#include "granary/state/figures.hpp"

namespace granary::web {
namespace {

using testing::HasSubstr;

TEST(PageTables, DescribeEveryFigureOnceByItsName) {
    const auto tables = tables_json();
    const auto described = [&](std::string_view name) {
        const auto key = fmt::format("\"name\": \"{}\"", name);
        const auto columns = tables.substr(tables.find("\"columns\""));
        const auto first = columns.find(key);
        return first != columns.npos && columns.find(key, first + 1) == columns.npos;
    };
    for (const auto& column : figure_columns<double>)
        EXPECT_TRUE(described(column.name)) << column.name;
    for (const auto& measure : run_measures()) EXPECT_TRUE(described(measure.name)) << measure.name;
}

TEST(PageFigures, AreUnderTheNamesOfTheTables) {
    const std::vector<std::shared_ptr<const World>> worlds{
        world("extends = \"historical\"\n", "a.toml")};
    const auto figures = figures_json(worlds, 0);
    for (const auto* name : {"rural_ration_kg", "need_kg", "ration_on_record_kg", "into_stores_mt",
                             "claim_mt", "claim_over_harvest", "largest_claim_year"})
        EXPECT_THAT(figures, HasSubstr(fmt::format("\"{}\": ", name)));
}

}  // namespace
}  // namespace granary::web

#include "granary/write/scenario_schema.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <boost/property_tree/json_parser.hpp>
#include <regex>
#include <sstream>

#include "granary/foundation/calendar.hpp"
#include "granary/scenario/levers.hpp"
#include "granary/scenario/parameters.hpp"

namespace granary {
namespace {

using Tree = boost::property_tree::ptree;

/// The schema by another library's reader.
Tree schema() {
    std::istringstream text(scenario_schema());
    Tree tree;
    boost::property_tree::read_json(text, tree);
    return tree;
}

TEST(ScenarioSchema, TakesForDatesWhatTheCalendarDoes) {
    const std::regex pattern(schema().get<std::string>("$defs.date.pattern"));
    const auto check = [&](const std::string& text) {
        ASSERT_EQ(std::regex_match(text, pattern), parse_date(text).has_value()) << text;
    };
    for (const int year : {0, 4, 100, 400, 1600, 1700, 1900, 1957, 1958, 1960, 1962, 1999, 2000})
        for (int month = 0; month <= 13; ++month) {
            check(fmt::format("{:04}-{:02}", year, month));
            for (int day = 0; day <= 32; ++day)
                check(fmt::format("{:04}-{:02}-{:02}", year, month, day));
        }
    for (int year = 1800; year <= 2200; ++year) check(fmt::format("{:04}-02-29", year));
    for (const auto* text : {"", "1958", "1958-8", "1958-08-", "1958-08-1", "58-08", "1958-08-15x",
                             "x1958-08", "1958/08", "+958-08", "1958-08-15T00"})
        check(text);
}

template <class Row>
void expect_range(const Tree& forms, const Row& row) {
    const auto& number = forms.front().second;
    EXPECT_EQ(number.get<double>("minimum"), row.low) << row.name;
    EXPECT_EQ(number.get<double>("maximum"), row.high) << row.name;
}

TEST(ScenarioSchema, HasTheRangeUnitAndMeaningOfEveryLever) {
    const auto tree = schema();
    EXPECT_EQ(tree.get_child("properties.levers.properties").size(), Lever::table.size());
    for (const auto& row : Lever::table) {
        const std::string name(row.name);
        expect_range(tree.get_child("$defs." + name + "_height.anyOf"), row);
        const auto description = tree.get<std::string>("$defs." + name + ".description");
        EXPECT_NE(description.find(row.meaning), description.npos);
        EXPECT_NE(description.find(row.source), description.npos);
        if (row.unit != "1") {
            EXPECT_NE(description.find(row.unit), description.npos);
        }
    }
}

TEST(ScenarioSchema, HasTheRangeOfEveryParameter) {
    const auto tree = schema();
    const auto& parameters = tree.get_child("properties.parameters.properties");
    EXPECT_EQ(parameters.size(), Parameter::table.size());
    for (const auto& row : Parameter::table)
        expect_range(parameters.get_child(std::string(row.name) + ".anyOf"), row);
}

TEST(ScenarioSchema, LetsARegionSetTheRegionalLeversAlone) {
    const auto tree = schema();
    const auto& levers = tree.get_child("properties.region.items.properties.levers.properties");
    for (const auto& row : Lever::table)
        EXPECT_EQ(levers.count(std::string(row.name)), row.regional ? 1U : 0U) << row.name;
}

}  // namespace
}  // namespace granary

#include <fmt/core.h>
#include <gmock/gmock.h>

#include <cmath>
#include <map>

#include "cli/run_command.hpp"
#include "granary/study/drivers.hpp"
#include "support/paths.hpp"

namespace granary::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

/// One run of the command for all that is asked of it.
const Result& historical_csv() {
    static const auto result = granary("attribute historical --interactions --format csv");
    return result;
}

TEST(Attribute, WritesYearDriverAndItsEffectsFirst) {
    const auto table = rows(historical_csv().out);
    ASSERT_FALSE(table.empty());
    EXPECT_THAT(table[0],
                StartsWith("year,driver,rural_ration_kg,output_actual_mt,excess_deaths_million,"));
    EXPECT_EQ(split(table[0]).back(), "with");
    EXPECT_THAT(table[1], StartsWith("1957,pressure,"));
    // Nine drivers, the whole, the reference's change, 36 pairs; six years and all of them.
    EXPECT_EQ(table.size(), 1U + 7U * (9U + 2U + 36U));
}

TEST(Attribute, HasDriversThatSumToTheWholeInEveryYear) {
    std::map<std::string, std::array<double, 3>> sums, whole;
    for (const auto& row : rows(historical_csv().out)) {
        const auto cells = split(row);
        if (cells[0] == "year" || !cells.back().empty() || cells[1] == "reference_change") continue;
        auto& sum = cells[1] == "whole" ? whole[cells[0]] : sums[cells[0]];
        for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += std::stod(cells[i + 2]);
    }
    ASSERT_EQ(sums.size(), 7U);
    for (const auto& [year, sum] : sums)
        for (std::size_t i = 0; i < sum.size(); ++i)
            EXPECT_NEAR(sum[i], whole[year][i], 1e-9) << year;
}

TEST(Attribute, StandsBesideWhatOthersFound) {
    const auto run = granary("attribute historical");
    EXPECT_EQ(run.code, 0);
    EXPECT_THAT(run.out,
                AllOf(HasSubstr("Li & Yang 2005, of the harvest's fall"),
                      HasSubstr("diversion and procurement"), HasSubstr("Kasahara & Li 2020"),
                      HasSubstr("kept in the granary"), HasSubstr("returned to the villages"),
                      HasSubstr("12.9 u"), testing::Not(HasSubstr("*"))));
    EXPECT_THAT(run.out, HasSubstr("as many hands as in 1957"));
    for (const auto& line : lines(run.out)) EXPECT_LE(line.size(), 99U) << line;
}

TEST(Attribute, HoldsNoPublishedShareAgainstAWhatIf) {
    const auto run = granary("attribute honest-reporting");
    ASSERT_EQ(run.code, 0) << run.err;
    for (const auto* author : {"Li & Yang", "Kasahara", "agrees"})
        EXPECT_THAT(run.out, testing::Not(HasSubstr(author)));
}

TEST(Attribute, HoldsNoPartOfAYearAgainstWholeOnes) {
    const auto run = granary("attribute historical --set 'end=\"1961-06\"'");
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, AllOf(HasSubstr("1961*"), HasSubstr("*: only a part of the year"),
                               testing::Not(HasSubstr("Li & Yang"))));
    const auto harvest = run.out.substr(run.out.find("harvest, Mt a year"));
    for (const auto* row : {"reference_change", "change since 1957"}) {
        const auto cells = words(line_of(harvest, row).substr(std::string(row).size()));
        ASSERT_EQ(cells.size(), 6U) << row;
        EXPECT_NE(cells.at(3), "-") << row << " of 1960";
        EXPECT_EQ(cells.at(4), "-") << row << " of 1961";
    }
}

TEST(Attribute, NamesItsReferencesInTheHelp) {
    const auto help = granary("attribute --help").out;
    EXPECT_THAT(help, AllOf(HasSubstr("export_mt, import_mt"), HasSubstr("as at the start")));
}

TEST(Attribute, HasItsDriversInTheDocumentation) {
    const auto page = contents(test::source_folder() + "/docs/why.md");
    for (const auto& driver : drivers) {
        const auto row = line_of(page, "| " + std::string(driver.name) + " |");
        EXPECT_THAT(row, HasSubstr(std::string(Lever::table[driver.lever].name)));
        EXPECT_THAT(row, HasSubstr(driver.reference ? fmt::format("| {}", *driver.reference)
                                                    : "| as at the start"));
        EXPECT_THAT(row, HasSubstr(std::string(driver.why)));
    }
}

}  // namespace
}  // namespace granary::test

#include "granary/analysis/tolls.hpp"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "granary/read/reading_file.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"

namespace granary {
namespace {

Toll told_toll(const char* reading, double million) {
    return {reading, reading, million, {}};
}

TEST(RangeOverReadings, BeginsWithTheLeast) {
    const std::vector<Toll> tolls{told_toll("b", 28.24), told_toll("a", 14.96)};
    EXPECT_EQ(range_over_readings(tolls),
              "15.0 to 28.2 million over 2 readings of the record (a 15.0, b 28.2)");
}

TEST(RangeOverReadings, CountsThoseThatBearNone) {
    std::vector<Toll> tolls{told_toll("a", 20), told_toll("b", 30)};
    tolls.push_back({"c", "c", 90.0, {"too many die"}});
    EXPECT_EQ(range_over_readings(tolls),
              "20.0 to 30.0 million over 2 readings of the record (a 20.0, b 30.0; none is told "
              "under 1 others)");
    EXPECT_EQ(range_over_readings(std::vector<Toll>{tolls.back()}), "");
    EXPECT_EQ(short_range_over_readings(tolls), "20.0 to 30.0 over 2 readings");
    tolls.erase(tolls.begin());
    EXPECT_EQ(short_range_over_readings(tolls), "") << "one is no range";
}

TEST(RangeOfDifferences, GivesLivesAndShares) {
    const std::vector<Toll> first{told_toll("a", 20), told_toll("b", 30)};
    const std::vector<Toll> second{told_toll("a", 5), told_toll("b", 12)};
    EXPECT_EQ(range_of_differences(first, second),
              "over 2 readings of the record 15.0 to 18.0 million fewer, 60 to 75%");
    EXPECT_EQ(range_of_differences(second, first),
              "over 2 readings of the record 15.0 to 18.0 million more");
}

TEST(RangeOfDifferences, SaysWhereReadingsDisagree) {
    const std::vector<Toll> first{told_toll("a", 20), told_toll("b", 30)};
    const std::vector<Toll> second{told_toll("a", 21), told_toll("b", 28)};
    EXPECT_EQ(range_of_differences(first, second),
              "over 2 readings of the record from 1.0 million more to 2.0 million fewer");
}

TEST(RangeOfDifferences, TellsNoDifferenceThatItsDigitsDoNotShow) {
    const std::vector<Toll> first{told_toll("a", 20), told_toll("b", 30)};
    EXPECT_EQ(range_of_differences(first, first), "over 2 readings of the record as many");
    const std::vector<Toll> second{told_toll("a", 20.001), told_toll("b", 28)};
    EXPECT_EQ(range_of_differences(first, second),
              "over 2 readings of the record 0.0 to 2.0 million fewer, 0 to 7%");
}

TEST(RangeOfDifferences, SaysHowManyReadingsItLeavesOut) {
    std::vector<Toll> first{told_toll("a", 20), told_toll("b", 30), told_toll("c", 30)};
    std::vector<Toll> second{told_toll("a", 5), told_toll("b", 12), told_toll("c", 70)};
    second.back().untested = {"too many die"};
    EXPECT_EQ(range_of_differences(first, second),
              "over the 2 of 3 readings of the record that bear a toll of both 15.0 to 18.0 "
              "million fewer, 60 to 75%");
    first.pop_back();
    first.pop_back();
    EXPECT_EQ(range_of_differences(first, second), "") << "one is no range";
}

TEST(Tolls, AreThoseOfRunsUnderEachReading) {
    const auto readings = shipped_readings();
    const auto scenario = load_scenario("no-exports");
    const auto found = tolls(scenario, readings);
    ASSERT_EQ(found.size(), readings.size());
    for (std::size_t i = 0; i < found.size(); ++i)
        EXPECT_EQ(found[i].excess_deaths_million,
                  simulate(under(scenario, readings[i])).excess_deaths_million());
}

TEST(Tolls, AreNoneWhereAScenarioCannotBeRunUnderAReading) {
    auto scenario = load_scenario("historical");
    auto& pressure = scenario.levers[lever::pressure.index];
    pressure = pressure.scaled(2.51);  // within its range with one reading's height after Lushan
    const auto found = tolls(scenario, shipped_readings());
    for (const auto& toll : found) EXPECT_TRUE(!toll.untested.empty()) << toll.reading;
}

TEST(ReadingNote, NamesEachReadingOnce) {
    const std::vector<std::string_view> names{"un", "registered", "un"};
    EXPECT_EQ(
        reading_note(names),
        "Deaths are told by the readings registered and un; other readings of the record give "
        "other tolls.");
    EXPECT_EQ(reading_note("un"),
              "Deaths are told by the reading un; other readings of the record give other tolls.");
    EXPECT_EQ(
        reading_note(""),
        "The constants are of no reading of the record: these deaths were held against none.");
}

}  // namespace
}  // namespace granary

#include "granary/scenario/record_reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "granary/document/provenance/resolved_scenario.hpp"
#include "granary/read/reading_file.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"

namespace granary {
namespace {

/// A reading of two constants.
RecordReading reading_of(double lag, double feed) {
    RecordReading reading;
    reading.name = "mine";
    reading.constants = {
        {parameter::belief_lag_years.index, lag, "fitted", 0.1, {0.8, 0.3, 0.2, 1.5, "a"}},
        {parameter::feed_share.index, feed, "fitted", 0, {}}};
    reading.source = {"mine.toml", "text", SourceText::From::memory, true, true};
    return reading;
}

/// All that a run, a draw and a document take from a scenario's constants.
void expect_same(const Scenario& a, const Scenario& b) {
    EXPECT_EQ(resolved_text(a), resolved_text(b));
    EXPECT_EQ(a.reading, b.reading);
    EXPECT_EQ(a.constant_sources, b.constant_sources);
    EXPECT_EQ(a.constant_errors, b.constant_errors);
    EXPECT_EQ(a.is_of_the_reading, b.is_of_the_reading);
    for (std::size_t row = 0; row < Parameter::table.size(); ++row)
        EXPECT_EQ(a.constant_priors[row].mean, b.constant_priors[row].mean);
    EXPECT_EQ(simulate(a).excess_deaths_million(), simulate(b).excess_deaths_million());
}

TEST(Under, GivesTheConstantsOfTheReadingAndTheTablesOthers) {
    const auto scenario = under(load_scenario("historical"), reading_of(0.5, 0.12));
    EXPECT_EQ(scenario.reading, "mine");
    EXPECT_EQ(scenario.constants.values[parameter::belief_lag_years.index], 0.5);
    EXPECT_EQ(scenario.constant_errors[parameter::belief_lag_years.index], 0.1);
    EXPECT_EQ(scenario.constant_priors[parameter::belief_lag_years.index].mean, 0.8);
    EXPECT_EQ(scenario.constants[parameter::feed_share], 0.12);
    const auto row = parameter::hunger_midpoint.index;
    EXPECT_EQ(scenario.constants.values[row], Parameter::table[row].value);
    EXPECT_EQ(scenario.constant_sources[row], "");
    EXPECT_FALSE(scenario.constant_priors[row].is_known());
    EXPECT_EQ(
        std::count(scenario.is_of_the_reading.begin(), scenario.is_of_the_reading.end(), true), 2);
}

TEST(Under, TheReadingThatItHasAScenarioIsTheSame) {
    for (const auto* name : {"historical", "lushan-heeded", "two-provinces"}) {
        const auto scenario = load_scenario(name);
        expect_same(under(scenario, load_reading(scenario.reading)), scenario);
    }
}

TEST(Under, AReadingAndBackAScenarioIsTheSame) {
    const auto scenario = load_scenario("historical");
    auto other = under(under(scenario, load_reading("un")), reading_of(0.5, 0.12));
    expect_same(under(std::move(other), load_reading(scenario.reading)), scenario);
}

TEST(Under, LeavesAScenariosOwnConstantsWhateverTheReadings) {
    const std::vector<std::string> settings{"parameters.feed_share=0.05"};
    for (const auto& own : {load_scenario("historical", settings),
                            load_scenario("historical").with(parameter::feed_share, 0.05)}) {
        const auto once = under(own, reading_of(0.5, 0.12));
        const auto twice = under(once, load_reading("un"));
        for (const auto* scenario : {&once, &twice}) {
            EXPECT_EQ(scenario->constants[parameter::feed_share], 0.05);
            EXPECT_FALSE(scenario->is_of_the_reading[parameter::feed_share.index]);
            EXPECT_EQ(scenario->constant_sources[parameter::feed_share.index],
                      own.constant_sources[parameter::feed_share.index]);
        }
        EXPECT_EQ(once.constants.values[parameter::belief_lag_years.index], 0.5);
        expect_same(under(twice, load_reading(own.reading)), own);
    }
}

TEST(Under, KeepsTheTextOfOneReading) {
    const auto scenario =
        under(under(load_scenario("historical"), load_reading("un")), reading_of(0.5, 0.12));
    std::vector<std::string> files;
    for (const auto& source : scenario.sources)
        if (source.of_a_reading) files.push_back(source.file);
    EXPECT_THAT(files, testing::ElementsAre("mine.toml"));
}

/// Heights that name a constant follow the reading, as does the start.
TEST(Under, MovesWhateverRestsOnAConstant) {
    const auto scenario = load_scenario("historical"), other = under(scenario, load_reading("un"));
    const auto lushan = [](const Scenario& of) {
        return of.schedule(lever::pressure.index, 0).value(month_start(1959, 10), of.constants);
    };
    EXPECT_EQ(lushan(scenario), scenario.constants[parameter::pressure_lushan]);
    EXPECT_EQ(lushan(other), other.constants[parameter::pressure_lushan]);
    EXPECT_NE(lushan(scenario), lushan(other));
}

}  // namespace
}  // namespace granary

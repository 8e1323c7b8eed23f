#include "granary/read/scenario_file.hpp"

#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "granary/scenario/validate.hpp"
#include "unit/read/folder.hpp"

namespace granary {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Scenario parsed(std::string_view text, std::vector<std::string> settings = {}) {
    return parse_scenario(text, "my.toml", settings);
}

std::string child(std::string_view levers) {
    return "extends = \"historical\"\n[levers]\n" + std::string(levers);
}

template <class D>
double height(const Scenario& scenario, LeverKey<D> lever, std::string_view date,
              std::size_t region = 0) {
    return scenario.schedule(lever.index, region).value(*parse_date(date), scenario.constants);
}

template <class D>
const std::string& source(const Scenario& scenario, LeverKey<D> lever, std::string_view date) {
    return scenario.levers[lever.index].at(*parse_date(date)).first.source;
}

TEST(ScenarioFile, ThatSaysNothingIsTheQuietWorldOfTheTables) {
    const auto scenario = parsed("reporting_levels = 4");
    EXPECT_EQ(height(scenario, lever::pressure, "1958-10"), 0);
    EXPECT_EQ(height(scenario, lever::quota_rate, "1958-10"), 0.26);
    EXPECT_EQ(scenario.name, "my");
    EXPECT_EQ(scenario.title, "my");
    EXPECT_THAT(validate(scenario), IsEmpty());
}

TEST(ScenarioFile, CarriesTheBytesOfAllThatItWasReadFrom) {
    using From = SourceText::From;
    const Folder folder;
    const std::string constants = "[parameters]\nbelief_lag_years = 0.7\n";
    const std::string of_parent = "extends = \"historical\"\nparameters_from = \"fit.toml\"\n";
    const auto fit = folder.write("fit.toml", constants);
    const auto parent = folder.write("parent.toml", of_parent);
    const auto child = folder.write("child.toml", "extends = \"parent.toml\"\n");
    const auto all = load_scenario(child).sources;
    ASSERT_EQ(all.size(), 5U);
    EXPECT_EQ(all[0].file, "scenarios/historical.toml");
    EXPECT_TRUE(all[1].file == parent && all[1].text == of_parent && all[1].from == From::disk);
    EXPECT_TRUE(all[2].file == fit && all[2].text == constants && all[2].of_constants);
    EXPECT_EQ(all[3].file, child);
    EXPECT_EQ(all[4].file, "readings/registered.toml");
    EXPECT_TRUE(all[4].of_a_reading && all[4].of_constants && all[4].from == From::shipped);
    EXPECT_EQ(parsed("title = \"In memory\"").sources.at(0).text, "title = \"In memory\"");
    EXPECT_EQ(parsed("title = \"In memory\"").sources.at(0).from, From::memory);
}

/// What a start of its own asks for.
const std::string start_values_set = R"([parameters]
rural_population_start_million = 540
urban_population_start_million = 92
village_grain_start_mt = 80
state_grain_start_mt = 40
standing_summer_crop_start_mt = 0.11
)";

TEST(ScenarioFile, SetsHeadingSpanStepsLevelsAndDates) {
    const auto scenario = parsed(R"(title = "T"
summary = "S"
start = "1958-04-01"
end = "1960-07"
largest_step_years = 0.005
reporting_levels = 7
observe = ["1959-08-15", "1960-02-29"]
)" + start_values_set);
    EXPECT_EQ(scenario.title, "T");
    EXPECT_EQ(scenario.summary, "S");
    EXPECT_EQ(scenario.start, month_start(1958, 4));
    EXPECT_EQ(scenario.end, month_start(1960, 7));
    EXPECT_EQ(scenario.largest_step_years, 0.005);
    EXPECT_EQ(scenario.reporting_levels, 7U);
    EXPECT_THAT(scenario.observe, ElementsAre(instant_of(1959, 8, 15), instant_of(1960, 2, 29)));
}

TEST(ScenarioFile, TellsItsStoryInLinesOfAnyLength) {
    const auto scenario = parsed(R"(undoes = """
The purge
  of June 1957."""
teaches = "a"
cannot_say = "b"
surprise = "c")",
                                 {"surprise = \"d\""});
    EXPECT_EQ(scenario.story.undoes, "The purge of June 1957.");
    EXPECT_EQ(scenario.story.teaches, "a");
    EXPECT_EQ(scenario.story.cannot_say, "b");
    EXPECT_EQ(scenario.story.surprise, "d");
}

TEST(ScenarioFile, DoesNotGoByTheStoryOfItsParent) {
    const auto scenario = parsed("extends = \"historical\"\nteaches = \"mine\"");
    EXPECT_EQ(scenario.story.teaches, "mine");
    EXPECT_EQ(scenario.story.surprise, "");
}

TEST(ScenarioFile, HoldsALeverAtANumberOrAParameter) {
    const auto scenario = parsed(R"([levers]
pressure = 2
urban_ration = "wanted_ration_kg"
[parameters]
wanted_ration_kg = 250)");
    EXPECT_EQ(height(scenario, lever::pressure, "1957-01"), 2);
    EXPECT_EQ(height(scenario, lever::urban_ration, "1962-12"), 250);
}

TEST(ScenarioFile, DrawsPointsAsLinesUnlessTheyAreSteps) {
    const auto scenario = parsed(R"([levers]
pressure = { points = [["1958-01", 0.0], ["1959-01", 1.0]] }
canteens = { points = [["1958-01", 0.0], ["1959-01", 1.0]], interpolate = "step" }
sown_area = { points = [["1958-01", 1.0], ["1959-01", 1.2]], interpolate = "linear" })");
    EXPECT_DOUBLE_EQ(height(scenario, lever::pressure, "1958-07"), 0.5);
    EXPECT_EQ(height(scenario, lever::canteens, "1958-07"), 0);
    EXPECT_EQ(height(scenario, lever::canteens, "1959-01"), 1);
    EXPECT_DOUBLE_EQ(height(scenario, lever::sown_area, "1958-07"), 1.1);
    EXPECT_EQ(height(scenario, lever::pressure, "1957-01"), 0);
    EXPECT_EQ(height(scenario, lever::pressure, "1962-01"), 1);
}

TEST(ScenarioFile, LetsAParameterGiveTheHeightOfAPoint) {
    const auto scenario = parsed(R"([levers]
pressure = { points = [["1958-01", 0], ["1959-01", "pressure_lull"]] })");
    EXPECT_DOUBLE_EQ(height(scenario, lever::pressure, "1958-07"), 0.25);
    const auto higher = scenario.with(parameter::pressure_lull, 0.8);
    EXPECT_DOUBLE_EQ(height(higher, lever::pressure, "1958-07"), 0.4);
}

TEST(ScenarioFile, KeepsTheSourceOfEachPoint) {
    const auto scenario = parsed(R"([levers]
pressure = { source = "S", points = [["1958-01", 0, "assumed: why"], ["1959-01", 1]] }
canteens = { from = "1958-08", set = 1, source = "C" })");
    EXPECT_EQ(source(scenario, lever::pressure, "1958-02"), "assumed: why");
    EXPECT_EQ(source(scenario, lever::pressure, "1959-02"), "S");
    EXPECT_EQ(source(scenario, lever::canteens, "1958-09"), "C");
}

TEST(ScenarioFile, ScalesTheScheduleOfItsParent) {
    const auto scenario =
        parsed(child("export_mt = { scale = 0.5 }\nurban_migration = { scale = 0 }"));
    EXPECT_DOUBLE_EQ(height(scenario, lever::export_mt, "1959-06"), 4.1575 / 2);
    EXPECT_EQ(height(scenario, lever::urban_migration, "1959-06"), 0);
}

TEST(ScenarioFile, ChangesALeverFromADateOn) {
    const auto scenario = parsed(child("labour_diversion = { from = \"1959-08\", set = 0.0 }"));
    EXPECT_EQ(height(scenario, lever::labour_diversion, "1959-07-31"), 0.1709);
    EXPECT_EQ(height(scenario, lever::labour_diversion, "1959-08"), 0);
    EXPECT_EQ(height(scenario, lever::labour_diversion, "1962-08"), 0);
}

TEST(ScenarioFile, ChangesALeverToPointsFromADateOn) {
    const auto scenario =
        parsed(child("pressure = { from = \"1959-08\", set = { points = [[\"1959-08\", 0.4], "
                     "[\"1960-08\", 0]] } }"));
    EXPECT_DOUBLE_EQ(height(scenario, lever::pressure, "1960-02"), 0.2);
    EXPECT_DOUBLE_EQ(height(scenario, lever::pressure, "1958-10"), 1);
}

TEST(ScenarioFile, SetsParametersWithTheirSource) {
    const auto scenario = parsed(R"([parameters]
belief_lag_years = { value = 0.7, source = "assumed: one reporting cycle" }
commune_loss = 0.1)");
    const auto lag = parameter::belief_lag_years.index;
    EXPECT_EQ(scenario.constants.values[lag], 0.7);
    EXPECT_EQ(scenario.constant_sources[lag], "assumed: one reporting cycle");
    EXPECT_EQ(scenario.constant_sources[parameter::commune_loss.index], "set by my.toml");
    EXPECT_EQ(scenario.constant_sources[parameter::disaster_loss.index], "");
}

TEST(ScenarioFile, TakesParametersFromAnotherFileUnlessItSetsThem) {
    const Folder folder;
    folder.write("fit.toml", "[parameters]\nbelief_lag_years = 0.5\ncommune_loss = 0.1\n");
    const auto scenario = load_scenario(folder.write(
        "a.toml", "parameters_from = \"fit.toml\"\n[parameters]\nbelief_lag_years = 0.7\n"));
    EXPECT_EQ(scenario.constants.values[parameter::belief_lag_years.index], 0.7);
    EXPECT_EQ(scenario.constants.values[parameter::commune_loss.index], 0.1);
}

TEST(ScenarioFile, InheritsOverSeveralFilesButNotTheTitle) {
    const Folder folder;
    folder.write("base/one.toml",
                 "title = \"One\"\nextends = \"historical\"\n[levers]\nrelief = 3\n");
    const auto path =
        folder.write("two.toml", "extends = \"base/one\"\n[levers]\nrelief = { scale = 2 }\n");
    const auto scenario = load_scenario(path);
    EXPECT_EQ(height(scenario, lever::relief, "1960-01"), 6);
    EXPECT_EQ(height(scenario, lever::export_mt, "1959-06"), 4.1575);
    EXPECT_EQ(scenario.name, "two");
    EXPECT_EQ(scenario.title, "two");
    EXPECT_EQ(load_scenario(path.substr(0, path.size() - 5)).name, "two");
}

TEST(ScenarioFile, IsFoundThroughItsOwnFolderWhenShippedNamesAreTaken) {
    const Folder folder;
    folder.write("historical.toml", "[levers]\nrelief = 9\n");
    const auto by_name = load_scenario(folder.write("a.toml", "extends = \"historical\""));
    const auto by_path = load_scenario(folder.write("b.toml", "extends = \"historical.toml\""));
    EXPECT_EQ(height(by_name, lever::relief, "1960-01"), 0);
    EXPECT_EQ(height(by_path, lever::relief, "1960-01"), 9);
}

TEST(ScenarioFile, MayHaveAByteOrderMarkAndWindowsLineEnds) {
    const auto scenario =
        parsed("\xEF\xBB\xBFtitle = \"\xC3\x84\"\r\n[levers]\r\npressure = 1\r\n");
    EXPECT_EQ(scenario.title, "\xC3\x84");
    EXPECT_EQ(height(scenario, lever::pressure, "1957-01"), 1);
}

TEST(ScenarioFile, KeepsAParentsObservedDatesThatLieInItsOwnSpan) {
    EXPECT_THAT(parsed("extends = \"historical\"\nend = \"1960-01\"").observe, SizeIs(1));
    EXPECT_THAT(parsed("extends = \"historical\"\nend = \"1959-01\"").observe, IsEmpty());
}

constexpr std::string_view regions = R"(extends = "historical"
[levers]
pressure = { from = "1959-01", set = 0.4 }
[[region]]
name = "A"
share = 0.25
levers.pressure = { scale = 0.5 }
[[region]]
name = "B"
share = 0.75
[region.levers]
canteens = { from = "1959-01", set = 0 }
)";

TEST(ScenarioFile, GivesRegionsTheirLeversOnTopOfTheNations) {
    const auto scenario = parsed(regions);
    ASSERT_THAT(scenario.regions, SizeIs(2));
    EXPECT_EQ(scenario.regions[1].name, "B");
    EXPECT_EQ(scenario.regions[1].share, 0.75);
    EXPECT_EQ(height(scenario, lever::pressure, "1958-10", 0), 0.5);
    EXPECT_EQ(height(scenario, lever::pressure, "1959-10", 0), 0.2);
    EXPECT_EQ(height(scenario, lever::pressure, "1959-10", 1), 0.4);
    EXPECT_EQ(height(scenario, lever::canteens, "1958-12", 1), 0.95);
    EXPECT_EQ(height(scenario, lever::canteens, "1959-02", 1), 0);
    EXPECT_EQ(height(scenario, lever::canteens, "1959-02", 0), 0.95);
}

TEST(ScenarioFile, KeepsWhatItDoesNotSayOfItsParentsRegions) {
    const auto scenario = parsed(
        "extends = \"two-provinces\"\n[[region]]\nname = \"Zealous\"\n"
        "levers.canteens = 0\n");
    ASSERT_THAT(scenario.regions, SizeIs(2));
    EXPECT_EQ(scenario.regions[0].share, 0.5);
    EXPECT_EQ(height(scenario, lever::radicalism, "1958-10", 0), 0.3);
    EXPECT_EQ(height(scenario, lever::radicalism, "1958-10", 1), 1.7);
    EXPECT_EQ(height(scenario, lever::canteens, "1959-01", 1), 0);
}

TEST(ScenarioFile, ScalesInARegionTheScheduleOfThatRegionOfItsParent) {
    const auto scenario = parsed(
        "extends = \"two-provinces\"\n[[region]]\nname = \"Zealous\"\n"
        "levers.radicalism = { scale = 0.5 }\n");
    EXPECT_EQ(height(scenario, lever::radicalism, "1958-10", 1), 0.85);
    EXPECT_EQ(height(scenario, lever::radicalism, "1958-10", 0), 0.3);
}

TEST(ScenarioFile, LeavesOutARegionOfItsParentWhereItSaysSo) {
    const auto scenario = parsed(
        "extends = \"two-provinces\"\n[[region]]\nname = \"Modest\"\nshare = 0\n"
        "[[region]]\nname = \"One\"\nshare = 1.5\n");
    ASSERT_THAT(scenario.regions, SizeIs(2));
    EXPECT_EQ(scenario.regions[0].name, "Zealous");
    EXPECT_EQ(scenario.regions[0].share, 0.25);
    EXPECT_EQ(scenario.regions[1].share, 0.75);
    EXPECT_EQ(height(scenario, lever::radicalism, "1958-10", 1), 1);
}

TEST(ScenarioFile, TakesSharesOfAnySumAsPartsOfTheWhole) {
    std::string file;
    for (const auto* name : {"A", "B", "C"})
        file += fmt::format("[[region]]\nname = \"{}\"\nshare = 0.333333\n", name);
    double sum = 0;
    for (const auto& region : parsed(file).regions) sum += region.share;
    EXPECT_NEAR(sum, 1, 1e-15);
}

TEST(ScenarioFile, ChangesALeverInAWindowAndLeavesTheRestToItsParent) {
    const auto scenario = parsed(
        "extends = \"historical\"\n[levers]\n"
        "export_mt = { from = \"1959-07\", until = \"1960-01\", set = 2.08 }\n");
    const auto history = load_scenario("historical");
    for (const auto* when : {"1958-03", "1959-06-30", "1960-01", "1961-07"})
        EXPECT_EQ(height(scenario, lever::export_mt, when), height(history, lever::export_mt, when))
            << when;
    EXPECT_EQ(height(scenario, lever::export_mt, "1959-07"), 2.08);
    EXPECT_EQ(height(scenario, lever::export_mt, "1959-12-31"), 2.08);
}

TEST(ScenarioFile, ScalesAndAddsInWindowsThatFollowEachOther) {
    const auto scenario = parsed(
        "extends = \"historical\"\n[levers]\nimport_mt = [\n"
        "{ from = \"1960-01\", until = \"1960-07\", add = 1 },\n"
        "{ from = \"1960-07\", until = \"1961-01\", set = 3 },\n"
        "{ from = \"1961-01\", scale = 0.5 },\n]\n"
        "pressure = { until = \"1959-01\", scale = 0.5 }\n");
    EXPECT_EQ(height(scenario, lever::import_mt, "1959-12"), 0.002);
    EXPECT_EQ(height(scenario, lever::import_mt, "1960-03"), 0.0663 + 1);
    EXPECT_EQ(height(scenario, lever::import_mt, "1960-08"), 3);
    EXPECT_EQ(height(scenario, lever::import_mt, "1962-08"), 4.923 / 2);
    EXPECT_EQ(height(scenario, lever::pressure, "1958-10"), 0.5);
    EXPECT_EQ(height(scenario, lever::pressure, "1959-10"),
              scenario.constants[parameter::pressure_lushan]);
}

TEST(ScenarioFile, AddsToAHeightThatAParameterGives) {
    const auto scenario = parsed(
        "extends = \"historical\"\n[levers]\nquota_rate = { add = 0.1 }\n"
        "[parameters]\nquota_rate_level = 0.25\n");
    EXPECT_DOUBLE_EQ(height(scenario, lever::quota_rate, "1960-01"), 0.25 + 0.1);
}

TEST(ScenarioFile, KeepsTheStepsOfItsParentUnlessToldOtherwise) {
    const std::string points = "points = [[\"1958-01\", 0.1], [\"1959-01\", 0.3]]";
    const auto of = [&](const std::string& more) {
        return height(parsed("extends = \"historical\"\n[levers]\nlabour_diversion = { " + more +
                             points + " }\n"),
                      lever::labour_diversion, "1958-07");
    };
    EXPECT_EQ(of(""), 0.1);
    EXPECT_EQ(of("interpolate = \"step\", "), 0.1);
    EXPECT_DOUBLE_EQ(of("interpolate = \"linear\", "), 0.2);
    EXPECT_DOUBLE_EQ(
        height(parsed("title = \"x\"\n[levers]\nlabour_diversion = { " + points + " }\n"),
               lever::labour_diversion, "1958-07"),
        0.2);
}

TEST(ScenarioFile, StartsElsewhereWithItsOwnPeopleAndStores) {
    const auto scenario = parsed("extends = \"historical\"\nstart = \"1958-01\"\n" +
                                 start_values_set + "belief_lag_years = 0.5\n");
    EXPECT_EQ(scenario.start, month_start(1958, 1));
    EXPECT_EQ(scenario.constants.values[parameter::state_grain_start_mt.index], 40);
}

TEST(ScenarioFile, ChangesTheRegionsOfItsParentWithTheNation) {
    const auto scenario =
        parsed("extends = \"two-provinces\"\n[levers]\nradicalism = { scale = 0.5 }\n");
    EXPECT_EQ(height(scenario, lever::radicalism, "1958-10", 0), 0.15);
    EXPECT_EQ(height(scenario, lever::radicalism, "1958-10", 1), 0.85);
    const auto even = parsed("extends = \"two-provinces\"\n[levers]\nradicalism = 1\n");
    EXPECT_EQ(height(even, lever::radicalism, "1958-10", 1), 1);
}

TEST(Setting, ComesOnTopOfTheFileInOrder) {
    const auto scenario =
        parsed("title = \"T\"\nextends = \"historical\"",
               {"levers.relief=4", "levers.relief={scale=0.5}", "parameters.belief_lag_years=0.7",
                "levers.quota_rate=\"commune_loss\"", "end=\"1962-01\"", "levers.relief*=0.5"});
    EXPECT_EQ(scenario.title, "T");
    EXPECT_EQ(height(scenario, lever::relief, "1960-01"), 1);
    EXPECT_EQ(height(scenario, lever::quota_rate, "1960-01"),
              scenario.constants[parameter::commune_loss]);
    EXPECT_EQ(scenario.end, month_start(1962, 1));
    EXPECT_EQ(scenario.constant_sources[parameter::belief_lag_years.index],
              "set by --set parameters.belief_lag_years=0.7");
}

TEST(Setting, LooksForParametersFromTheCurrentFolder) {
    const Folder folder;
    const auto file = folder.write("fit.toml", "[parameters]\ncommune_loss = 0.1\n");
    const auto scenario = parsed("title = \"x\"", {"parameters_from=\"" + file + "\""});
    EXPECT_EQ(scenario.constants.values[parameter::commune_loss.index], 0.1);
}

}  // namespace
}  // namespace granary

#include "granary/read/reading_file.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "granary/document/provenance/resolved_scenario.hpp"
#include "granary/foundation/file_name.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/study/prior.hpp"
#include "unit/read/folder.hpp"

namespace granary {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// "un.toml:2:3: ..." of each problem.
template <class Load>
std::vector<std::string> complaints(Load load) {
    std::vector<std::string> lines;
    try {
        load();
    } catch (const ScenarioError& error) {
        for (const auto& [place, message, excerpt] : error.problems)
            lines.push_back(fmt::format("{}:{}:{}: {}", file_name(place.file), place.line,
                                        place.column, message));
    }
    return lines;
}

std::vector<std::string> complaints_of(const std::string& scenario,
                                       const std::vector<std::string>& settings = {}) {
    return complaints([&] { (void)parse_scenario(scenario, "my.toml", settings); });
}

double value_in(const RecordReading& reading, std::size_t row) {
    for (const auto& constant : reading.constants)
        if (constant.parameter == row) return constant.value;
    ADD_FAILURE() << reading.name << " has no " << Parameter::table[row].name;
    return 0;
}

constexpr auto hunger = parameter::hunger_death_rate_per_year;
constexpr auto lag = parameter::belief_lag_years;

// ------------------------------------------------------------------ readings themselves

TEST(ReadingFile, OfOnesOwnHasTitleSummaryAndConstants) {
    const Folder folder;
    const auto path = folder.write("mine.toml", R"(title = "Mine"
summary = "As I see it."
[parameters]
belief_lag_years = { value = 0.5, standard_error = 0.1, prior = { mean = 0.8, deviation = 0.3, low = 0.2, high = 1.5, source = "a" }, source = "b" }
feed_share = 0.12
)");
    const auto reading = load_reading(path);
    EXPECT_EQ(reading.name, "mine");
    EXPECT_EQ(reading.title, "Mine");
    EXPECT_EQ(reading.summary, "As I see it.");
    ASSERT_EQ(reading.constants.size(), 2U);
    EXPECT_EQ(value_in(reading, lag.index), 0.5);
    EXPECT_EQ(reading.constants[0].source, "b");
    EXPECT_EQ(reading.constants[0].standard_error, 0.1);
    EXPECT_EQ(reading.constants[0].prior.deviation, 0.3);
    EXPECT_EQ(reading.constants[0].prior.source, "a");
    EXPECT_FALSE(reading.constants[1].prior.is_known());
    EXPECT_EQ(load_reading(folder.path("mine")).name, "mine") << "the suffix may be left out";
}

TEST(ReadingFile, WithoutATitleGoesByItsName) {
    const Folder folder;
    const auto reading =
        load_reading(folder.write("mine.toml", "[parameters]\nfeed_share = 0.1\n"));
    EXPECT_EQ(reading.title, "mine");
    EXPECT_EQ(reading.summary, "");
}

TEST(ReadingFile, ThatIsFaultyIsRefusedWithPlaces) {
    const Folder folder;
    const auto said = [&](std::string_view text) {
        const auto path = folder.write("mine.toml", text);
        return complaints([&] { (void)load_reading(path); });
    };
    EXPECT_THAT(said("title = \"x\"\n"),
                ElementsAre("mine.toml:1:1: expected [parameters], the constants of the reading"));
    EXPECT_THAT(said("tilte = \"x\"\n[parameters]\nfeed_share = 0.1\n"),
                ElementsAre(HasSubstr("mine.toml:1:1: unknown key of a reading \"tilte\"; did you "
                                      "mean \"title\"?")));
    EXPECT_THAT(
        said("[parameters]\nfeed_shar = 0.1\nbelief_lag_years = 9\n"),
        ElementsAre(HasSubstr("mine.toml:2:1: unknown parameter \"feed_shar\"; did you mean "
                              "\"feed_share\"?"),
                    HasSubstr("mine.toml:3:20: belief_lag_years = 9 is out of range")));
    EXPECT_THAT(
        said(
            "[parameters]\nfeed_share = { value = 0.1, prior = { mean = 0.1, deviation = 0.03, low "
            "= 0.2, high = 0.3 } }\n"),
        ElementsAre(
            HasSubstr("mine.toml:2:37: feed_share.prior = {...}: expected a deviation above "
                      "0, and a mean between low and high")));
}

TEST(ReadingFile, OfAMissingNameTellsTheNearest) {
    const auto said = [](std::string_view name) {
        try {
            (void)load_reading(name);
        } catch (const NotFound& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    EXPECT_EQ(said("bannister"), "no reading \"bannister\"; did you mean \"banister\"?");
    EXPECT_THAT(said("xyzzy"), HasSubstr("shipped are banister, burden, coale, equal-access, "));
    EXPECT_THROW((void)load_reading("./none.toml"), FileError);
}

TEST(ReadingFile, IsNoScenario) {
    EXPECT_THROW((void)load_scenario("un"), NotFound);
    EXPECT_THROW((void)load_reading("historical"), NotFound);
}

TEST(ShippedReadings, DifferInWhatTheyRun) {
    const auto historical = load_scenario("historical");
    std::set<std::string> resolved;
    for (const auto& reading : shipped_readings())
        resolved.insert(resolved_text(under(historical, reading)));
    EXPECT_EQ(resolved.size(), shipped_readings().size());
    EXPECT_GE(resolved.size(), 8U);
    EXPECT_EQ(resolved.count(resolved_text(historical)), 1U) << "one of them is its own";
}

/// Births and deaths without hunger are drawn by some readings only: each scenario by its own.
TEST(ShippedReadings, AreDrawnFromTheirOwnPriors) {
    const auto registered = load_scenario("historical");
    const auto un = under(registered, load_reading("un"));
    EXPECT_EQ(prior(un).size(), prior(registered).size() + 2);
    const auto is_of_the_base = [](const Varied& item) {
        return item.variation.name() == "base_death_decline_per_year";
    };
    const auto& drawn = prior(un);
    EXPECT_EQ(std::count_if(drawn.begin(), drawn.end(), is_of_the_base), 1);
    for (const auto& item : drawn)
        if (item.variation.name() == "base_birth_rate_per_year") {
            EXPECT_NEAR(item.distribution.quantile(0.5), 0.047, 1e-9);
        }
}

// ------------------------------------------------------------------ readings that scenarios name

TEST(Reading, LiesBelowWhatAScenarioSetsForItself) {
    const auto scenario = parse_scenario(
        "extends = \"historical\"\nreading = \"un\"\n[parameters]\nbelief_lag_years = 0.7\n");
    EXPECT_EQ(scenario.reading, "un");
    EXPECT_EQ(scenario.constants.values[lag.index], 0.7);
    EXPECT_FALSE(scenario.is_of_the_reading[lag.index]);
    EXPECT_EQ(scenario.constants.values[hunger.index], value_in(load_reading("un"), hunger.index));
    EXPECT_TRUE(scenario.is_of_the_reading[hunger.index]);
}

TEST(Reading, OfAChildTakesThePlaceOfItsParentsButNotOfItsParentsConstants) {
    const Folder folder;
    folder.write(
        "parent.toml",
        "extends = \"historical\"\nreading = \"un\"\n[parameters]\nbelief_lag_years = 0.7\n");
    const auto plain = load_scenario(folder.write("plain.toml", "extends = \"./parent.toml\"\n"));
    EXPECT_EQ(plain.reading, "un");
    EXPECT_EQ(plain.constants.values[hunger.index], value_in(load_reading("un"), hunger.index));
    const auto other = load_scenario(
        folder.write("other.toml", "extends = \"./parent.toml\"\nreading = \"coale\"\n"));
    EXPECT_EQ(other.reading, "coale");
    EXPECT_EQ(other.constants.values[hunger.index], value_in(load_reading("coale"), hunger.index));
    EXPECT_EQ(other.constants.values[lag.index], 0.7);
    const auto back = load_scenario(
        folder.write("back.toml", "extends = \"./parent.toml\"\nreading = \"registered\"\n"));
    const std::vector<std::string> settings{"parameters.belief_lag_years=0.7"};
    EXPECT_EQ(resolved_text(back), resolved_text(load_scenario("historical", settings)));
}

TEST(Reading, IsNamedByItsNameOrByAPathFromItsFile) {
    const Folder folder;
    folder.write("sub/mine.toml", "[parameters]\nbelief_lag_years = 0.5\n");
    const auto scenario = load_scenario(
        folder.write("a.toml", "extends = \"historical\"\nreading = \"./sub/mine.toml\"\n"));
    EXPECT_EQ(scenario.reading, "mine");
    EXPECT_EQ(scenario.constants.values[lag.index], 0.5);
    EXPECT_EQ(scenario.constant_sources[lag.index], "set by " + folder.path("./sub/mine.toml"));
    EXPECT_EQ(scenario.constants.values[hunger.index], Parameter::table[hunger.index].value)
        << "nothing of the reading that it replaces is left";
}

TEST(Reading, IsPutByASettingOverThatOfTheFile) {
    for (const auto* own : {"", "reading = \"coale\"\n"}) {
        const auto scenario = parse_scenario(
            "extends = \"historical\"\n" + std::string(own), "my.toml",
            std::vector<std::string>{"reading=\"un\"", "parameters.belief_lag_years=0.7"});
        EXPECT_EQ(scenario.reading, "un");
        EXPECT_EQ(scenario.constants.values[hunger.index],
                  value_in(load_reading("un"), hunger.index));
        EXPECT_EQ(scenario.constants.values[lag.index], 0.7);
    }
}

TEST(Reading, ThatIsMisspeltIsRefusedAtItsPlaceWithTheNearest) {
    EXPECT_THAT(complaints_of("extends = \"historical\"\nreading = \"jang\"\n"),
                ElementsAre("my.toml:2:11: reading: no reading \"jang\"; did you mean \"jiang\"?"));
    EXPECT_THAT(complaints_of("extends = \"historical\"\n", {"title=\"x\"", "reading=\"jang\""}),
                ElementsAre("--set 2:0:9: reading: no reading \"jang\"; did you mean \"jiang\"?"));
    EXPECT_THAT(complaints_of("extends = \"historical\"\nreading = 7\n"),
                ElementsAre(HasSubstr("my.toml:2:11: reading = 7: expected a text")));
    EXPECT_THAT(complaints_of("readng = \"un\"\n"),
                ElementsAre(HasSubstr("unknown key \"readng\"; did you mean \"reading\"?")));
}

TEST(Reading, ThatIsFaultyIsBlamedInItsOwnFile) {
    const Folder folder;
    folder.write("mine.toml", "[parameters]\nbelief_lag_years = 9\n");
    const auto path =
        folder.write("a.toml", "extends = \"historical\"\nreading = \"./mine.toml\"\n");
    EXPECT_THAT(complaints([&] { (void)load_scenario(path); }),
                ElementsAre(HasSubstr("mine.toml:2:20: belief_lag_years = 9 is out of range")));
}

TEST(Reading, IsNoneWhereNoFileNamesOne) {
    const auto scenario = parse_scenario("title = \"x\"\n[parameters]\nbelief_lag_years = 0.7\n");
    EXPECT_EQ(scenario.reading, "");
    EXPECT_EQ(scenario.constants.values[hunger.index], Parameter::table[hunger.index].value);
    EXPECT_EQ(scenario.constants.values[lag.index], 0.7);
    EXPECT_TRUE(prior(scenario).empty());
}

}  // namespace
}  // namespace granary

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "granary/read/scenario_file.hpp"
#include "granary/record/history.hpp"
#include "granary/scenario/validate.hpp"
#include "read/toml.hpp"

namespace granary {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

const ShippedScenario& shipped(std::string_view name) {
    static const auto all = shipped_scenarios();
    return *std::find_if(all.begin(), all.end(), [&](const auto& s) { return s.name == name; });
}

double height(const Scenario& scenario, std::size_t lever, const Instant& at) {
    return scenario.levers[lever].value(at, scenario.constants);
}

TEST(ShippedScenarios, AreTheOnesTheDesignNames) {
    std::vector<std::string> names;
    for (const auto& scenario : shipped_scenarios()) names.push_back(scenario.name);
    EXPECT_THAT(names, UnorderedElementsAre(
                           "historical", "honest-reporting", "statisticians-kept", "lushan-heeded",
                           "no-exports", "early-imports", "no-steel-campaign", "no-communes",
                           "normal-weather", "flexible-quota", "urban-rural-equal-ration",
                           "relief-on-sight", "no-acreage-cut", "everything-right",
                           "everything-wrong-longer", "two-provinces", "ladder-of-lies"));
}

TEST(ShippedScenarios, ReadWithoutAProblemAndSayWhatTheyAre) {
    for (const auto& [name, title, summary, text] : shipped_scenarios()) {
        SCOPED_TRACE(name);
        const auto scenario = load_scenario(name);
        EXPECT_EQ(scenario.name, name);
        EXPECT_EQ(scenario.title, title);
        EXPECT_EQ(scenario.summary, summary);
        EXPECT_THAT(title, Not(IsEmpty()));
        EXPECT_THAT(summary, Not(IsEmpty()));
        EXPECT_THAT(validate(scenario), IsEmpty());
    }
}

TEST(ShippedScenarios, TellWhatTheyUndoWhatTheyTeachWhatTheyCannotSayAndWhatSurprises) {
    for (const auto& shipped : shipped_scenarios()) {
        const auto scenario = load_scenario(shipped.name);
        for (const auto& part : story_parts)
            EXPECT_THAT(scenario.story.*part.text, Not(IsEmpty()))
                << shipped.name << ": " << part.key;
    }
}

/// Whether a source names a row of data/sources.csv or data/national.csv, or says that it assumes.
bool is_source(const std::string& text) {
    const auto named = [&](std::string_view name) { return text.find(name) != text.npos; };
    return named("assumed: ") || named("(unverified)") || named("derived: ") ||
           std::any_of(history().sources().begin(), history().sources().end(),
                       [&](const auto& source) { return named(source.id); });
}

/// Points without a source: "pressure from 1958-09".
std::vector<std::string> without_source(const Scenario& scenario) {
    std::vector<std::string> points;
    for (std::size_t i = 0; i < Lever::table.size(); ++i)
        for (const auto& [from, first, second] : scenario.levers[i].segments()) {
            if (first.at == Schedule::always || is_source(first.source)) continue;
            points.push_back(fmt::format("{} from {}", Lever::table[i].name, date_text(from)));
        }
    return points;
}

TEST(ShippedScenarios, GiveEveryPointASource) {
    for (const auto& scenario : shipped_scenarios())
        EXPECT_THAT(without_source(load_scenario(scenario.name)), IsEmpty()) << scenario.name;
}

/// Lines "key = number" without a comment.
std::vector<std::string_view> without_comment(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        const auto value = line.find(" = ") + 3;
        const bool number = line.find(" = ") != line.npos && line.front() != '#' &&
                            std::string_view("-0123456789").find(line[value]) != line.npos;
        if (number && line.find("# ") == line.npos) lines.push_back(line);
    }
    return lines;
}

/// A constant has no place for its source but the comment of its line.
TEST(ShippedScenarios, GiveEveryConstantALineThatSaysWhy) {
    for (const auto& scenario : shipped_scenarios())
        EXPECT_THAT(without_comment(scenario.text), IsEmpty()) << scenario.name;
}

/// Words in capitals, as the ids of sources are, but for those that are not.
std::vector<std::string> ids_in(const std::string& text) {
    static const std::regex id("\\b[A-Z][A-Z0-9_]{3,}\\b");
    return {std::sregex_token_iterator(text.begin(), text.end(), id), {}};
}

TEST(ShippedScenarios, CiteSourcesThatAreOnRecord) {
    std::size_t cited = 0;
    for (const auto& shipped : shipped_scenarios())
        for (const auto& part : story_parts)
            for (const auto& id : ids_in(load_scenario(shipped.name).story.*part.text)) {
                EXPECT_NO_THROW(history().source(id)) << shipped.name << ": " << id;
                ++cited;
            }
    EXPECT_GT(cited, 10U);
}

/// What is undone was decided at some time and is known from somewhere; or nothing was decided.
TEST(ShippedScenarios, DateAndSourceWhatTheyUndo) {
    for (const auto& shipped : shipped_scenarios()) {
        const auto undoes = load_scenario(shipped.name).story.undoes;
        if (undoes.starts_with("Nothing")) continue;
        const bool dated = std::regex_search(undoes, std::regex("19(5|6)[0-9]"));
        EXPECT_TRUE(dated || undoes.find("No dated decision") != undoes.npos) << shipped.name;
        EXPECT_THAT(ids_in(undoes), Not(IsEmpty())) << shipped.name;
    }
}

TEST(Historical, SetsEveryLever) {
    const auto table = toml::parse(shipped("historical").text);
    for (const auto& row : Lever::table)
        EXPECT_TRUE(table["levers"][row.name]) << row.name << " is left to its default";
}

TEST(Historical, TakesTheFittedConstantsAndLeavesTheOthersAtTheTablesValue) {
    const auto scenario = load_scenario("historical");
    for (std::size_t i = 0; i < Parameter::table.size(); ++i) {
        const auto& row = Parameter::table[i];
        const bool fitted = scenario.constant_priors[i].is_known();
        EXPECT_EQ(scenario.constant_sources[i].starts_with("fitted"), fitted) << row.name;
        EXPECT_EQ(scenario.constant_errors[i] > 0, fitted) << row.name;
        if (!fitted) {
            EXPECT_EQ(scenario.constants.values[i], row.value) << row.name;
        }
    }
}

struct Series {
    std::string_view lever, variable, source;
    int first, last;
};

/// The yearly series, each year against the figure on record, to the last digit.
TEST(Historical, HasTheDigitsOfTheRecord) {
    const auto scenario = load_scenario("historical");
    for (const auto& [name, variable, source, first, last] :
         {Series{"export_mt", "grain_export", "FAN2008", 1957, 1957},
          Series{"export_mt", "grain_export", "LUO2006", 1958, 1962},
          Series{"import_mt", "grain_import", "FAN2008", 1957, 1957},
          Series{"import_mt", "grain_import", "LUO2006", 1958, 1962},
          Series{"urban_ration", "grain_consumption_urban", "LUO2006", 1957, 1962},
          Series{"sown_area", "sown_area_index", "DERIVED", 1957, 1962},
          Series{"urban_migration", "net_rural_urban_migration", "DERIVED", 1957, 1962},
          Series{"labour_diversion", "labour_diversion_index", "DERIVED", 1957, 1957},
          Series{"labour_diversion", "labour_diversion_index", "DERIVED", 1959, 1962},
          Series{"disaster_share", "disaster_share_moa", "DERIVED", 1958, 1962}})
        for (int year = first; year <= last; ++year) {
            SCOPED_TRACE(fmt::format("{} {}", name, year));
            const auto row = history().observed(variable, std::to_string(year), source);
            ASSERT_TRUE(row);
            const auto lever = *find_row<Lever>(name);
            EXPECT_EQ(height(scenario, lever, {year, 0}), row->value);
            EXPECT_EQ(height(scenario, lever, instant_of(year, 7, 1)), row->value);
            EXPECT_EQ(height(scenario, lever, instant_of(year, 12, 31)), row->value);
        }
}

TEST(EqualRation, GivesTownsTheNationalMeanOnRecord) {
    const auto scenario = load_scenario("urban-rural-equal-ration");
    for (int year = 1957; year <= 1962; ++year) {
        const auto row =
            history().observed("grain_consumption_national", std::to_string(year), "LUO2006");
        EXPECT_EQ(height(scenario, lever::urban_ration.index, instant_of(year, 7)),
                  row.value().value);
    }
}

TEST(Historical, DivertsInTheMonthsOf1958TheLabourOnRecordForTheYear) {
    const auto scenario = load_scenario("historical");
    double mean = 0;
    for (int month = 1; month <= 12; ++month)
        mean += height(scenario, lever::labour_diversion.index, instant_of(1958, month, 15)) / 12;
    const auto recorded = history().observed("labour_diversion_index", "1958", "DERIVED");
    EXPECT_NEAR(mean, recorded->value, 5e-4);
}

TEST(Historical, TakesTheDisasterOf1957FromTheDisasterReport) {
    const auto scenario = load_scenario("historical");
    const auto area =
        history().observed("disaster_area_effective_disaster_report", "1957", "UNVERIFIED");
    const auto sown = history().observed("grain_sown_area", "1957", "LUO2006");
    EXPECT_NEAR(height(scenario, lever::disaster_share.index, {1957, 0.5}),
                area->value / sown->value, 5e-5);
}

TEST(Historical, PressesUntilTheTwelveArticles) {
    const auto scenario = load_scenario("historical");
    const auto pressure = [&](std::string_view date) {
        return height(scenario, lever::pressure.index, *parse_date(date));
    };
    EXPECT_EQ(pressure("1957-09"), 0);
    EXPECT_EQ(pressure("1958-10"), 1);
    EXPECT_EQ(pressure("1959-05"), scenario.constants[parameter::pressure_lull]);
    EXPECT_EQ(pressure("1959-10"), scenario.constants[parameter::pressure_lushan]);
    EXPECT_EQ(pressure("1960-11-03"), 0);
    EXPECT_EQ(pressure("1962-01"), 0);
}

/// The levers in which two scenarios differ, on some first of a month.
std::vector<std::string_view> differences(const Scenario& a, const Scenario& b) {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < Lever::table.size(); ++i) {
        bool differs = false;
        for (int month = 0; month < 72; ++month) {
            const auto at = month_start(1957 + month / 12, month % 12 + 1);
            differs |= height(a, i, at) != height(b, i, at);
        }
        if (differs) names.push_back(Lever::table[i].name);
    }
    return names;
}

TEST(WhatIfs, ChangeOneDecision) {
    const auto history = load_scenario("historical");
    const auto changed = [&](std::string_view name) {
        return differences(history, load_scenario(name));
    };
    EXPECT_THAT(changed("honest-reporting"), ElementsAre("pressure"));
    EXPECT_THAT(changed("statisticians-kept"), ElementsAre("verification"));
    EXPECT_THAT(changed("lushan-heeded"), ElementsAre("pressure", "verification"));
    EXPECT_THAT(changed("no-exports"), ElementsAre("relief_from_exports"));
    EXPECT_THAT(changed("early-imports"), ElementsAre("import_mt"));
    EXPECT_THAT(changed("no-steel-campaign"), ElementsAre("labour_diversion"));
    EXPECT_THAT(changed("no-communes"),
                ElementsAre("commune_intensity", "canteens", "private_plots"));
    EXPECT_THAT(changed("normal-weather"), ElementsAre("disaster_share"));
    EXPECT_THAT(changed("flexible-quota"), IsEmpty());
    EXPECT_THAT(changed("urban-rural-equal-ration"), ElementsAre("urban_ration"));
    EXPECT_THAT(changed("relief-on-sight"), ElementsAre("relief_on_sight"));
    EXPECT_THAT(changed("no-acreage-cut"), ElementsAre("sown_area"));
    EXPECT_THAT(changed("two-provinces"), IsEmpty());
    EXPECT_THAT(changed("ladder-of-lies"), IsEmpty());
}

/// Levers aside: the belief lag of one, the levels of another, and nothing else anywhere.
TEST(WhatIfs, LeaveConstantsAndLevelsAlone) {
    const auto history = load_scenario("historical");
    for (const auto& shipped : shipped_scenarios()) {
        const auto scenario = load_scenario(shipped.name);
        auto constants = scenario.constants.values;
        constexpr auto lag = parameter::belief_lag_years.index;
        if (shipped.name == "flexible-quota") constants[lag] = history.constants.values[lag];
        EXPECT_EQ(constants, history.constants.values) << shipped.name;
        EXPECT_EQ(scenario.reporting_levels, shipped.name == "ladder-of-lies" ? 8U : 4U);
    }
}

/// Each lever that the part changes stands in the whole as it stands in the part.
void expect_part(const Scenario& whole, const Scenario& part) {
    for (const auto name : differences(load_scenario("historical"), part))
        EXPECT_THAT(differences(whole, part), Not(::testing::Contains(name))) << part.name;
}

TEST(EverythingRight, IsWhatSevenOthersDoTogether) {
    const auto whole = load_scenario("everything-right");
    std::set<std::string_view> of_the_parts;
    for (const auto* name :
         {"honest-reporting", "statisticians-kept", "no-exports", "no-steel-campaign",
          "no-communes", "relief-on-sight", "no-acreage-cut"}) {
        const auto part = load_scenario(name);
        expect_part(whole, part);
        for (const auto lever : differences(load_scenario("historical"), part))
            of_the_parts.insert(lever);
    }
    const auto all = differences(load_scenario("historical"), whole);
    EXPECT_EQ(std::set<std::string_view>(all.begin(), all.end()), of_the_parts);
}

/// Pressure, which falls towards the Twelve Articles in history, holds the height of its last wave.
TEST(EverythingWrongLonger, HoldsWhatStoodBeforeTheRetreat) {
    const auto history = load_scenario("historical"),
               longer = load_scenario("everything-wrong-longer");
    const auto before = *parse_date("1960-11-02");
    for (std::size_t i = 0; i < Lever::table.size(); ++i) {
        const auto& name = Lever::table[i].name;
        if (name == "sown_area" || name == "disaster_share" || name == "urban_ration") continue;
        const auto last = name == "pressure" ? *parse_date("1959-10") : before;
        EXPECT_EQ(height(longer, i, *parse_date("1962-12")), height(history, i, last)) << name;
    }
    EXPECT_THAT(differences(history, longer), Not(::testing::Contains("sown_area")));
}

TEST(WhatIfs, AreHistoryUntilTheDecision) {
    const auto history = load_scenario("historical");
    const auto heeded = load_scenario("lushan-heeded");
    const auto before = *parse_date("1959-07-31"), after = *parse_date("1959-08");
    for (const auto lever : {lever::pressure.index, lever::verification.index})
        EXPECT_EQ(height(heeded, lever, before), height(history, lever, before));
    EXPECT_EQ(height(heeded, lever::pressure.index, after), 0);
    EXPECT_EQ(height(heeded, lever::verification.index, after), 2);
}

TEST(TwoProvinces, DifferInNothingButRadicalism) {
    const auto scenario = load_scenario("two-provinces");
    ASSERT_EQ(scenario.regions.size(), 2U);
    EXPECT_EQ(scenario.regions[0].share, scenario.regions[1].share);
    for (const auto& region : scenario.regions)
        for (std::size_t i = 0; i < Lever::table.size(); ++i)
            EXPECT_EQ(region.levers[i].has_value(), i == lever::radicalism.index);
    EXPECT_LT(
        scenario.schedule(lever::radicalism.index, 0).value(scenario.start, scenario.constants),
        scenario.schedule(lever::radicalism.index, 1).value(scenario.start, scenario.constants));
}

}  // namespace
}  // namespace granary

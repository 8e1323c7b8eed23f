#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "granary/foundation/limits.hpp"
#include "granary/read/scenario_file.hpp"
#include "read/inheritance.hpp"
#include "unit/read/folder.hpp"

namespace granary {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::SizeIs;
using ::testing::StartsWith;

using Lines = std::vector<std::string>;

/// What is said of a text, a line each; empty where it is read without a problem.
template <class Read>
Lines complaints(Read read) {
    Lines lines;
    try {
        read();
    } catch (const ScenarioError& error) {
        for (const auto& problem : error.problems)
            lines.push_back(ScenarioError::describe(problem));
    }
    return lines;
}

Lines problems_of(std::string_view text, std::vector<std::string> settings = {}) {
    return complaints([&] { parse_scenario(text, "my.toml", settings); });
}

std::vector<Problem> found_in(std::string_view text, std::vector<std::string> settings = {}) {
    try {
        parse_scenario(text, "my.toml", settings);
    } catch (const ScenarioError& error) {
        return error.problems;
    }
    return {};
}

Lines problems_of_file(const std::string& path) {
    return complaints([&] { load_scenario(path); });
}

// One fault each, with its whole message: tests/faults.

// ------------------------------------------------------------------ several at once

TEST(ScenarioErrors, IncludeThoseOfTheParents) {
    const Folder folder;
    folder.write("parent.toml", "extends = \"historical\"\n[levers]\npresure = 0\nsown_area = 3\n");
    const auto child = folder.write("child.toml", "extends = \"parent\"\n[levers]\ncanteens = 2\n");
    EXPECT_THAT(problems_of_file(child),
                ElementsAre(StartsWith(child + ":3:12: canteens = 2 is out of range"),
                            StartsWith(folder.path("parent.toml") + ":3:1: unknown lever"),
                            StartsWith(folder.path("parent.toml") + ":4:13: sown_area = 3")));
}

TEST(ScenarioErrors, CheckAParentsHeightsWithTheParametersFinallyInForce) {
    const Folder folder;
    folder.write("parent.toml", "[levers]\nurban_ration = \"wanted_ration_kg\"\n");
    const auto child =
        folder.write("child.toml", "extends = \"parent\"\n[parameters]\nwanted_ration_kg = 310\n");
    EXPECT_THAT(problems_of_file(folder.path("parent.toml")), SizeIs(0));
    EXPECT_THAT(
        problems_of_file(child),
        ElementsAre(HasSubstr("parent.toml:2:16: urban_ration = \"wanted_ration_kg\" (310) is "
                              "out of range")));
}

TEST(ScenarioErrors, ShowTheCircleOfFilesThatExtendEachOther) {
    const Folder folder;
    const auto a = folder.write("a.toml", "extends = \"b\"");
    const auto b = folder.write("b.toml", "extends = \"sub/../c.toml\"");
    folder.write("sub/x", "");
    const auto c = folder.write("c.toml", "title = \"c\"\nextends = \"b.toml\"");
    EXPECT_THAT(problems_of_file(a),
                ElementsAre(AllOf(HasSubstr("c.toml:2:11: extends: the files extend each other: "),
                                  HasSubstr(b + " -> "), EndsWith("c.toml -> " + b))));
}

TEST(ScenarioErrors, NameTheNearestFileBesideAMissingParent) {
    const Folder folder;
    folder.write("my-base.toml", "");
    const auto child = folder.write("child.toml", "extends = \"my-bas.toml\"");
    EXPECT_THAT(problems_of_file(child),
                ElementsAre(AllOf(HasSubstr("child.toml:1:11: extends: "),
                                  EndsWith("no such file; did you mean \"my-base.toml\"?"))));
}

TEST(ScenarioErrors, StandInTheFileOfParametersToo) {
    const Folder folder;
    folder.write("fit.toml", "title = \"x\"\n[parameters]\nbelief_lag_years = 4\n");
    const auto child = folder.write("child.toml", "parameters_from = \"fit.toml\"");
    EXPECT_THAT(
        problems_of_file(child),
        ElementsAre(HasSubstr("fit.toml:1:1: unknown key \"title\": a file of parameters holds "
                              "[parameters] only"),
                    HasSubstr("fit.toml:3:20: belief_lag_years = 4 is out of range")));
}

TEST(ScenarioErrors, OfASettingHaveItsNumberAndColumnAsTheirPlace) {
    EXPECT_THAT(
        problems_of("extends = \"historical\"",
                    {"levers.presure=0", "levers.pressure=7", "levers.pressure=high",
                     "levers.pressure", "", "title=\"x\"\nlevers.presure=1"}),
        ElementsAre(
            "--set 1:8: unknown lever \"presure\"; did you mean \"pressure\"?",
            "--set 2:17: pressure = 7 is out of range: a number from 0 to 2 (political "
            "pressure to report large harvests; 1 = the peak of autumn 1958)",
            "--set 3:17: not a value: write a text or a date in quotes, and a number as 0.5",
            "--set 4:16: not TOML (key-value pair): the text ends here; write "
            "levers.NAME=NUMBER, levers.NAME*=FACTOR or parameters.NAME=NUMBER, and texts in "
            "quotes",
            "--set 6:2:8: unknown lever \"presure\"; did you mean \"pressure\"?"));
    EXPECT_THAT(problems_of("title = \"x\"", {""}),
                ElementsAre("--set 1: nothing is set: expected KEY=VALUE"));
}

TEST(ScenarioErrors, OfAFactorStandWhereItWasWritten) {
    EXPECT_THAT(problems_of("extends = \"historical\"",
                            {"levers.presure*=0.5", "levers.pressure*=-1", "levers.pressure*=\"x\"",
                             "parameters.commune_loss*=2", "levers.pressure*=9"}),
                ElementsAre("--set 1:8: unknown lever \"presure\"; did you mean \"pressure\"?",
                            "--set 2:18: pressure.scale = -1: expected a number of at least 0",
                            "--set 3:18: pressure.scale = \"x\": expected a number of at least 0",
                            "--set 4:1: *= multiplies a lever's course: write levers.NAME*=FACTOR",
                            testing::StartsWith("--set 5:18: scale = 9: pressure = 9 is out of")));
    const auto problem = found_in("extends = \"historical\"", {"levers.pressure*=-1"}).at(0);
    EXPECT_EQ(problem.excerpt.line, "levers.pressure*=-1");
}

TEST(ScenarioErrors, RefuseAnotherStartWithThePeopleOf1957) {
    EXPECT_THAT(problems_of("title = \"x\"\nextends = \"historical\"", {"start=\"1950-01\""}),
                ElementsAre(HasSubstr("start = 1950-01: people and stores are those of 1957-01; "
                                      "set under [parameters]")));
    const Folder folder;
    folder.write("parent.toml",
                 "title = \"x\"\nstart = \"1958-01\"\n[parameters]\n"
                 "rural_population_start_million = 540\nurban_population_start_million = 92\n"
                 "village_grain_start_mt = 80\nstate_grain_start_mt = 40\n"
                 "standing_summer_crop_start_mt = 0.1\n");
    const auto child = folder.write("child.toml", "extends = \"parent.toml\"\nstart = \"1957-01\"");
    EXPECT_THAT(problems_of_file(child),
                ElementsAre(HasSubstr("people and stores are those of 1958-01")));
}

TEST(ScenarioErrors, CarryTheLineAndTheColumnsOfTheirPlace) {
    const auto problems = found_in("[levers]\n\tpresure = 0\t# none\n", {"levers.reliev=1"});
    ASSERT_THAT(problems, SizeIs(2));
    EXPECT_EQ(problems[0].place.line, 2U);
    EXPECT_EQ(problems[0].place.column, 2U);
    EXPECT_EQ(problems[0].place.end_column, 9U);
    EXPECT_EQ(problems[0].excerpt.line, " presure = 0 # none");
    EXPECT_EQ(ScenarioError::mark(problems[1]), "     | levers.reliev=1\n     |        ^^^^^^\n");
}

TEST(ScenarioErrors, RefuseToExtendInASetting) {
    EXPECT_THAT(problems_of("title = \"x\"", {"extends=\"historical\""}),
                ElementsAre("--set 1:9: extends stands in a scenario file only"));
}

TEST(ScenarioErrors, DemandASourceForEachParameterOfAShippedText) {
    read::Problems problems;
    read::Text text = read::memory_text("shipped.toml",
                                        "[parameters]\nbelief_lag_years = 0.7\n"
                                        "commune_loss = { value = 0.1 }\n"
                                        "disaster_loss = { value = 1, source = \"S\" }\n");
    text.shipped = true;
    read::read_layers(text, problems);
    const std::string expected =
        ": expected { value = ..., source = ... }, as in every shipped file";
    EXPECT_THAT(complaints([&] { problems.throw_if_any(); }),
                ElementsAre("shipped.toml:2:20: belief_lag_years = 0.7" + expected,
                            "shipped.toml:3:16: commune_loss = {...}" + expected));
}

TEST(ScenarioErrors, SayNothingThatATextNotReadMightMend) {
    EXPECT_THAT(
        problems_of("extends = \"none-such\"\n[levers]\npressure = { from = \"1970-01\", set "
                    "= 0 }\nsown_area = { scale = 2 }\nquota_rate = \"wanted_ration_kg\"\n"
                    "canteens = 2\n"),
        ElementsAre(StartsWith("my.toml:1:11: extends: no scenario"),
                    StartsWith("my.toml:6:12: canteens = 2 is out of range")));
}

TEST(ScenarioErrors, OfAThousandFaultsInOneLineAreFoundQuickly) {
    std::string text = "levers = { ";
    for (int i = 0; i < 9000; ++i) text += "presure" + std::to_string(i) + " = 1, ";
    const auto problems = found_in(text + "pressure = 1 }");
    ASSERT_THAT(problems, SizeIs(limit::problems.most + 1));
    const auto& last = problems.at(limit::problems.most - 1).excerpt;
    EXPECT_THAT(last.line.substr(last.before, last.width), StartsWith("presure"));
    EXPECT_THAT(problems.back().message, HasSubstr("8900"));
}

TEST(ScenarioErrors, NeverSendControlCharactersThatTheParserQuotes) {
    for (const auto* text : {"a\xC2\x9B = 1", "a = 1.\x1B", "a\x7F", "extends = \"x\ty/z\""})
        EXPECT_THAT(problems_of(text),
                    ElementsAre(AllOf(Not(HasSubstr("\x1b")), Not(HasSubstr("\x7f")),
                                      Not(HasSubstr("\xC2\x9B")), Not(HasSubstr("\t")))));
}

/// The parser's table of white space had undefined ends for these (the sanitizers tell).
TEST(ScenarioErrors, TellOfLettersThatNoBareKeyHas) {
    for (const auto* letter : {"\xC3\xA9", "\xD2\x99", "\xE2\xB1\xBE", "\xEF\xB1\xA0"})
        EXPECT_THAT(problems_of(std::string("a") + letter + " = 1"),
                    ElementsAre(HasSubstr("stands outside quotes")));
}

// ---------------------------------------------------------------------- missing files

template <class E>
std::string thrown(const std::string& name) {
    try {
        load_scenario(name);
    } catch (const E& error) {
        return error.what();
    }
    return "nothing thrown";
}

TEST(ScenarioErrors, KnowTheNearestShippedName) {
    EXPECT_EQ(thrown<NotFound>("no-export"),
              "no scenario \"no-export\"; did you mean \"no-exports\"?");
}

TEST(ScenarioErrors, ListTheShippedNamesWhereNoneIsNear) {
    EXPECT_THAT(thrown<NotFound>("qqqqqqqqqqqq"),
                AllOf(HasSubstr("shipped are "), HasSubstr("historical")));
}

TEST(ScenarioErrors, TellAMissingFileFromAnUnknownName) {
    const Folder folder;
    folder.write("mine.toml", "");
    EXPECT_EQ(thrown<FileError>(folder.path("mien.toml")),
              folder.path("mien.toml") + ": no such file; did you mean \"mine.toml\"?");
}

TEST(ScenarioErrors, LookForTheNearestNameWithoutRegardToTheSuffix) {
    const Folder folder;
    folder.write("long-line.toml", "");
    EXPECT_EQ(thrown<FileError>(folder.path("historcal.toml")),
              folder.path("historcal.toml") + ": no such file; did you mean \"historical\"?");
}

TEST(ScenarioErrors, SayWhyAFileCannotBeLookedAt) {
    const Folder folder;
    std::filesystem::create_symlink("round.toml", folder.path("round.toml"));
    EXPECT_EQ(thrown<FileError>(folder.path("round.toml")),
              folder.path("round.toml") + ": cannot be read (Too many levels of symbolic links)");
}

TEST(ScenarioErrors, RefuseAFolder) {
    const Folder folder;
    EXPECT_THAT(thrown<FileError>(folder.path()), HasSubstr("is a directory"));
}

}  // namespace
}  // namespace granary

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "granary/read/scenario_file.hpp"
#include "unit/read/folder.hpp"

namespace granary {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
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

Lines problems_of_file(const std::string& path) {
    return complaints([&] { load_scenario(path); });
}

// --------------------------------------------------------------------- one fault, one whole
// message

struct Fault {
    std::string name, text, message;
};
void PrintTo(const Fault& fault, std::ostream* out) {
    *out << fault.name;
}

class OneFault : public ::testing::TestWithParam<Fault> {};

std::string fault_name(const ::testing::TestParamInfo<Fault>& fault) {
    return fault.param.name;
}

TEST_P(OneFault, IsToldWithItsPlaceAndWhatWasExpected) {
    EXPECT_THAT(problems_of(GetParam().text), ElementsAre(HasSubstr(GetParam().message)));
}

const std::string diversion =
    "a number from -0.2 to 0.6 (share of farm labour taken from the fields, against 1957)";
const std::string pressure =
    "a number from 0 to 2 (political pressure to report large harvests; 1 = the peak of autumn "
    "1958)";
const std::string dates = R"(a date in quotes, such as "1958-08" or "1958-08-15")";
const std::string regional =
    "a region may set pressure, radicalism, labour_diversion, sown_area, disaster_share, canteens, "
    "private_plots";

std::string two_regions(const std::string& second) {
    return "[[region]]\nname = \"A\"\nshare = 0.5\n[[region]]\n" + second;
}

INSTANTIATE_TEST_SUITE_P(
    Names, OneFault,
    ::testing::Values(
        Fault{"UnknownKey", "titel = \"x\"",
              R"(my.toml:1:1: unknown key "titel"; did you mean "title"?)"},
        Fault{"UnknownTable", "\n[lever]\npressure = 0",
              R"(my.toml:2:2: unknown table "lever"; did you mean "levers"?)"},
        Fault{"UnknownLever", "[levers]\n\n  presure = 0",
              R"(my.toml:3:3: unknown lever "presure"; did you mean "pressure"?)"},
        Fault{"UnknownDottedLever", "levers.presure = 0",
              R"(my.toml:1:8: unknown lever "presure"; did you mean "pressure"?)"},
        Fault{
            "UnknownParameter", "[parameters]\nbelief_lag_year = 0.7",
            R"(my.toml:2:1: unknown parameter "belief_lag_year"; did you mean "belief_lag_years"?)"},
        Fault{
            "UnknownNameOfAHeight", "[levers]\nquota_rate = \"quota_rate_levle\"",
            R"(my.toml:2:14: quota_rate: unknown parameter "quota_rate_levle"; did you mean "quota_rate_level"?)"},
        Fault{
            "UnknownKeyOfALever",
            "[levers]\npressure = { points = [[\"1958-01\", 0]], interpolation = \"step\" }",
            R"(my.toml:2:41: unknown key of pressure "interpolation"; did you mean "interpolate"?)"},
        Fault{"UnknownKeyOfAParameter",
              "[parameters]\nbelief_lag_years = { value = 0.7, sorce = \"x\" }",
              R"(my.toml:2:35: unknown key of belief_lag_years "sorce"; did you mean "source"?)"},
        Fault{"LeverAtTheTop", "pressure = 0",
              "my.toml:1:1: pressure is a lever: write it under [levers]"},
        Fault{"ParameterAtTheTop", "belief_lag_years = 0.7",
              "my.toml:1:1: belief_lag_years is a parameter: write it under [parameters]"},
        Fault{"LeverAmongParameters", "[parameters]\npressure = 0",
              "my.toml:2:1: pressure is a lever: write it under [levers]"},
        Fault{"ParameterAmongLevers", "[levers]\nbelief_lag_years = 0.7",
              "my.toml:2:1: belief_lag_years is a parameter: write it under [parameters]"}),
    fault_name);

INSTANTIATE_TEST_SUITE_P(
    Values, OneFault,
    ::testing::Values(
        Fault{"HeightOutOfRange", "[levers]\nlabour_diversion = 1.4",
              "my.toml:2:20: labour_diversion = 1.4 is out of range: " + diversion},
        Fault{"PointOutOfRange",
              "[levers]\nlabour_diversion = { points = [[\"1958-01\", 0.1],\n[\"1959-01\", -3]] }",
              "my.toml:3:13: labour_diversion = -3 is out of range: " + diversion},
        Fault{"NegativeGrain", "[levers]\nexport_mt = -1",
              "my.toml:2:13: export_mt = -1 is out of range: a number from 0 to 25 Mt/yr (grain "
              "exports planned)"},
        Fault{"NamedHeightOutOfRange", "[levers]\npressure = \"planned_urban_ration_kg\"",
              R"(my.toml:2:12: pressure = "planned_urban_ration_kg" (196) is out of range: )" +
                  pressure},
        Fault{"ScaledOutOfRange", "extends = \"historical\"\n[levers]\npressure = { scale = 2.5 }",
              "my.toml:3:22: scale = 2.5: pressure = 2.5 is out of range: " + pressure +
                  " (1958-09)"},
        Fault{"ParameterOutOfRange", "[parameters]\nbelief_lag_years = 7",
              "my.toml:2:20: belief_lag_years = 7 is out of range: a number from 0.2 to 1.5 yr "
              "(time in which the centre's belief follows the reports)"},
        Fault{"Nan", "[levers]\npressure = nan",
              "my.toml:2:12: pressure = nan: expected " + pressure},
        Fault{"Infinity", "[levers]\npressure = -inf",
              "my.toml:2:12: pressure = -inf: expected " + pressure},
        Fault{
            "Truth", "[levers]\npressure = true",
            "my.toml:2:12: pressure = true: expected " + pressure + " or the name of a parameter"},
        Fault{"List", "[levers]\npressure = [1]",
              "my.toml:2:12: pressure = [...]: expected " + pressure},
        Fault{"TextForAParameter", "[parameters]\nbelief_lag_years = \"0.7\"",
              R"(my.toml:2:20: belief_lag_years = "0.7": expected a number from 0.2 to 1.5 yr)"},
        Fault{"NumberForATitle", "title = 3", "my.toml:1:9: title = 3: expected a text in quotes"},
        Fault{"LeversThatAreNoTable", "levers = 3",
              "my.toml:1:10: levers = 3: expected a table of levers"},
        Fault{"TooManyLevels", "reporting_levels = 9",
              "my.toml:1:20: reporting_levels = 9: expected a whole number from 1 to 8"},
        Fault{"HalfALevel", "reporting_levels = 2.5",
              "my.toml:1:20: reporting_levels = 2.5: expected a whole number from 1 to 8"},
        Fault{"LongStep", "largest_step_years = 0.02",
              "my.toml:1:22: largest_step_years = 0.02 is out of range: a number from 1e-05 to "
              "1/96 yr"},
        Fault{"NoStep", "largest_step_years = 0",
              "my.toml:1:22: largest_step_years = 0 is out of range"}),
    fault_name);

INSTANTIATE_TEST_SUITE_P(
    Dates, OneFault,
    ::testing::Values(
        Fault{"Month13", "end = \"1963-13\"",
              R"(my.toml:1:7: end = "1963-13" is no date of the calendar: expected )" + dates},
        Fault{"February30", "start = \"1958-02-30\"",
              R"(my.toml:1:9: start = "1958-02-30" is no date of the calendar: expected )" + dates},
        Fault{"Number", "start = 1957", "my.toml:1:9: start = 1957: expected " + dates},
        Fault{"WithoutQuotes", "start = 1958-08-15",
              R"(my.toml:1:9: start = 1958-08-15: write it as a quoted date, "1958-08-15")"},
        Fault{"EndBeforeStart", "start = \"1962-01\"\nend = \"1961-01\"",
              "my.toml:2:7: end = 1961-01 does not come after start = 1962-01"},
        Fault{"ObservedOutsideTheSpan", "observe = [\"1959-08-15\", \"1964-01\"]",
              "my.toml:1:26: observe = 1964-01 is outside the span 1957-01 to 1963-01"},
        Fault{"ChangeOutsideTheSpan", "[levers]\npressure = { from = \"1963-01\", set = 0 }",
              "my.toml:2:21: pressure.from = 1963-01 is outside the span 1957-01 to 1963-01"},
        Fault{"NumberInAPoint", "[levers]\npressure = { points = [[1958, 0]] }",
              "my.toml:2:25: pressure.points = 1958: expected " + dates},
        Fault{"PointsOutOfOrder",
              "[levers]\npressure = { points = [[\"1958-09\", 0], [\"1958-08\", 1]] }",
              R"(my.toml:2:41: pressure.points = "1958-08" does not come after 1958-09: )"},
        Fault{"PointsOnOneDay",
              "[levers]\npressure = { points = [[\"1958-09\", 0], [\"1958-09-01\", 1]] }",
              R"(my.toml:2:41: pressure.points = "1958-09-01" does not come after 1958-09: )"}),
    fault_name);

INSTANTIATE_TEST_SUITE_P(
    Forms, OneFault,
    ::testing::Values(
        Fault{"NoPoints", "[levers]\npressure = { points = [] }",
              "my.toml:2:23: pressure.points = [...]: expected a list of [date, value]"},
        Fault{"PointOfFour", "[levers]\npressure = { points = [[\"1958-01\", 0, \"x\", 1]] }",
              "my.toml:2:24: pressure.points = [...]: expected [date, value] or [date, value, "
              "source] each"},
        Fault{"SourceThatIsANumber", "[levers]\npressure = { points = [[\"1958-01\", 0, 7]] }",
              "my.toml:2:39: pressure.points = 7: expected a text in quotes"},
        Fault{"Interpolation",
              "[levers]\npressure = { points = [[\"1958-01\", 0]], interpolate = \"steps\" }",
              R"(my.toml:2:55: pressure.interpolate = "steps": expected "linear" or "step")"},
        Fault{
            "TwoForms", "[levers]\npressure = { scale = 1, from = \"1958-01\", set = 0 }",
            "my.toml:2:12: pressure = {...}: expected one of { scale = ... }, { points = ... } or "
            "{ from = ..., set = ... }"},
        Fault{"FromWithoutSet", "[levers]\npressure = { from = \"1958-01\" }",
              "my.toml:2:12: pressure = {...}: expected one of"},
        Fault{"SetWithoutPoints", "[levers]\npressure = { from = \"1958-01\", set = { } }",
              "my.toml:2:38: pressure.set = {...}: expected a number, a parameter or { points = "
              "... }"},
        Fault{"NegativeScale", "extends = \"historical\"\n[levers]\npressure = { scale = -1 }",
              "my.toml:3:22: pressure.scale = -1: expected a number of at least 0"},
        Fault{"ScaleWithoutParent", "[levers]\npressure = { scale = 0.5 }",
              "my.toml:2:22: pressure: nothing to scale, for this file extends none"},
        Fault{"ParameterWithoutValue", "[parameters]\nbelief_lag_years = { source = \"x\" }",
              "my.toml:2:20: belief_lag_years = {...}: expected { value = ..., source = ... }"}),
    fault_name);

INSTANTIATE_TEST_SUITE_P(
    Regions, OneFault,
    ::testing::Values(
        Fault{"NationalLever", two_regions("name = \"B\"\nshare = 0.5\nlevers.quota_rate = 0.2"),
              "my.toml:7:8: quota_rate is a national lever; " + regional},
        Fault{"UnknownLever", two_regions("name = \"B\"\nshare = 0.5\nlevers.radicalsim = 0.2"),
              R"(my.toml:7:8: unknown lever "radicalsim"; did you mean "radicalism"?)"},
        Fault{"UnknownKey", two_regions("name = \"B\"\nshare = 0.5\nlever = 1"),
              R"(my.toml:7:1: unknown key of a region "lever"; did you mean "levers"?)"},
        Fault{"SharesThatDoNotSum", two_regions("name = \"B\"\nshare = 0.4"),
              "my.toml:1:1: the shares of the regions sum to 0.9; expected 1"},
        Fault{"SameName", two_regions("name = \"A\"\nshare = 0.5"),
              R"(my.toml:4:1: a region named "A" stands in line 1 already)"},
        Fault{"NoName", two_regions("share = 0.5"), "my.toml:4:1: this region has no name"},
        Fault{"EmptyName", two_regions("name = \"\"\nshare = 0.5"),
              R"(my.toml:5:8: name = "": expected the region's name)"},
        Fault{"NoShare", two_regions("name = \"B\""), "my.toml:4:1: this region has no share"},
        Fault{"ShareOutOfRange", two_regions("name = \"B\"\nshare = 1.5"),
              "my.toml:6:9: share = 1.5 is out of range: a number above 0, at most 1"},
        Fault{"ScaledOutOfRange",
              two_regions("name = \"B\"\nshare = 0.5\nlevers.radicalism = { scale = 4 }"),
              "my.toml:7:31: scale = 4: radicalism = 4 is out of range"},
        Fault{"OneBracket", "[region]\nname = \"A\"\nshare = 1",
              "my.toml:1:1: region = {...}: expected a list of regions, each under its own "
              "[[region]]"}),
    fault_name);

INSTANTIATE_TEST_SUITE_P(
    Texts, OneFault,
    ::testing::Values(
        Fault{"Syntax", "title = \"x\"\n[levers\n", "my.toml:2:8: not TOML: "},
        Fault{"SyntaxThatTheParserAsserts", "title = \"x\"\n[levers]\npressure = [ }\n",
              "my.toml:3:14: not TOML: the text cannot go on like this here"},
        Fault{"RepeatedKey", "[levers]\npressure = 1\npressure = 0", "my.toml:3:"},
        Fault{"NotUtf8", "title = \"x\"\nsummary = \"\xC3\xA4\xC3\"",
              "my.toml:2:13: byte 0xC3 is not UTF-8 text: save the file as UTF-8"},
        Fault{"TooLarge", std::string((1 << 20) + 1, '\n'),
              "my.toml: the file is larger than 1048576 bytes"},
        Fault{"UnknownParent", "extends = \"histrical\"",
              R"(my.toml:1:11: extends: no scenario "histrical"; did you mean "historical"?)"},
        Fault{"ParentThatIsNoText", "extends = 3",
              "my.toml:1:11: extends = 3: expected a text in quotes"}),
    fault_name);

// --------------------------------------------------------------------------------- several at once

TEST(ScenarioErrors, AreAllToldInTheOrderOfTheText) {
    EXPECT_THAT(problems_of(R"(titel = "Two faults and more"
end = "1963-02-30"

[parameters]
belief_lag_years = 9

[levers]
sown_area = 2
canteens = { points = [["1958-08", 0], ["1958-07", 3]] }
presure = 0
)"),
                ElementsAre(StartsWith("my.toml:1:1: "), StartsWith("my.toml:2:7: "),
                            StartsWith("my.toml:5:20: "), StartsWith("my.toml:8:13: "),
                            StartsWith("my.toml:9:41: "), StartsWith("my.toml:9:52: "),
                            StartsWith("my.toml:10:1: ")));
}

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

TEST(ScenarioErrors, OfASettingHaveTheSettingAsTheirPlace) {
    EXPECT_THAT(problems_of("extends = \"historical\"",
                            {"levers.presure=0", "levers.pressure=7", "levers.pressure=high"}),
                ElementsAre("--set levers.presure=0: unknown lever \"presure\"; did you mean "
                            "\"pressure\"?",
                            StartsWith("--set levers.pressure=7: pressure = 7 is out of range"),
                            AllOf(StartsWith("--set levers.pressure=high: not TOML: "),
                                  EndsWith("and texts in quotes"))));
}

TEST(ScenarioErrors, RefuseToExtendInASetting) {
    EXPECT_THAT(problems_of("", {"extends=\"historical\""}),
                ElementsAre(HasSubstr("extends stands in a scenario file only")));
}

TEST(ScenarioErrors, NeverSendControlCharactersToATerminal) {
    EXPECT_THAT(problems_of("start = \"\\u001b[31mred\""),
                ElementsAre(AllOf(HasSubstr("\" [31mred\""), Not(HasSubstr("\x1b")))));
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
                    ElementsAre(StartsWith("my.toml:1:2: not TOML: ")));
}

// ------------------------------------------------------------------------------------ missing
// files

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

TEST(ScenarioErrors, RefuseAFolder) {
    const Folder folder;
    EXPECT_THAT(thrown<FileError>(folder.path()), HasSubstr("is a directory"));
}

}  // namespace
}  // namespace granary

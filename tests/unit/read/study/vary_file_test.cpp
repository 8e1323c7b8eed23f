#include "granary/read/study/vary_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "granary/foundation/error.hpp"
#include "granary/read/scenario_file.hpp"
#include "support/paths.hpp"
#include "unit/read/folder.hpp"

namespace granary {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

using Lines = std::vector<std::string>;

std::vector<Varied> parsed(std::string_view text, const char* scenario = "historical") {
    return parse_vary_file(text, "vary.toml", load_scenario(scenario));
}

/// What is said of a text, a line each.
Lines complaints(std::string_view text, const char* scenario = "historical") {
    Lines lines;
    try {
        parsed(text, scenario);
    } catch (const ScenarioError& error) {
        for (const auto& problem : error.problems)
            lines.push_back(ScenarioError::describe(problem));
    }
    return lines;
}

std::string complaint_of_file(const std::string& path) {
    try {
        load_vary_file(path, load_scenario("historical"));
    } catch (const FileError& error) {
        return error.what();
    }
    return "";
}

std::string lag(std::string_view entry) {
    return "[parameters]\nbelief_lag_years = { " + std::string(entry) + " }\n";
}
std::string exports(std::string_view entry) {
    return "[levers]\nexport_mt = { " + std::string(entry) + " }\n";
}

// ------------------------------------------------------------------ what is read

TEST(VaryFile, IsReadWithEveryKindAndItsSource) {
    const auto list = parsed(R"(
[levers]
import_mt = { scale = true, normal = [1, 0.2], source = "assumed: a fifth either way" }
export_mt = { uniform = [0, 4], source = "LUO2006" }
sown_area = { scale = false, triangular = [0.9, 1, 1.1], source = "assumed: a tenth" }
[parameters]
memory_years = { lognormal = [1, 0.1], low = 0.9, source = "assumed: near a year" }
belief_lag_years = { normal = [0.8, 0.325], source = "Meng, Qian & Yared 2015" }
)");
    Lines said;
    for (const auto& [variation, distribution, source] : list)
        said.push_back(variation.name() + ": " + distribution.text() + "; " + source);
    EXPECT_THAT(
        said,
        ElementsAre("belief_lag_years: normal, mean 0.8, deviation 0.325, from 0.2 to 1.5; "
                    "Meng, Qian & Yared 2015",
                    "memory_years: lognormal, median 1, log deviation 0.1, from 0.9 to "
                    "1.25; assumed: near a year",
                    "export_mt held: uniform, low 0, high 4; LUO2006",
                    HasSubstr("scale of import_mt: normal, mean 1, deviation 0.2, from 0 "
                              "to "),
                    "sown_area held: triangular, low 0.9, mode 1, high 1.1; assumed: a tenth"));
}

TEST(VaryFile, CutsAScaleOffWhereTheLeverEnds) {
    const auto scenario = load_scenario("historical");
    const auto list = parsed(exports("scale = true, normal = [1, 0.5], source = \"x\""));
    EXPECT_EQ(list.at(0).distribution.range().high, range_of(scenario, list[0].variation)->high);
}

TEST(VaryFile, SaysTheSameWhateverTheOrderAndTheForm) {
    const auto one = parsed(
        "[parameters]\nbelief_lag_years.uniform = [0.5, 1]\nbelief_lag_years.source = \"x\"\n"
        "memory_years = { uniform = [0.8, 1], source = \"y\" }\n");
    const auto other = parsed(
        "[parameters.memory_years]\nsource = \"y\"\nuniform = [0.8, 1.0]\n"
        "[parameters.belief_lag_years]\nsource = \"x\"\nuniform = [0.5, 1]\n");
    ASSERT_EQ(one.size(), 2U);
    ASSERT_EQ(other.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(one[i].variation.row, other[i].variation.row);
        EXPECT_EQ(one[i].distribution.text(), other[i].distribution.text());
    }
}

TEST(VaryFile, OfTheExamplesIsReadForEveryScenarioItScales) {
    const auto path = test::source_folder() + "/examples/vary.toml";
    for (const auto* scenario : {"historical", "honest-reporting", "two-provinces"})
        EXPECT_GE(load_vary_file(path, load_scenario(scenario)).size(), 4U) << scenario;
}

// ------------------------------------------------------------------ faults, one each

TEST(VaryFileFaults, NameTheNearest) {
    EXPECT_THAT(complaints("[parameter]\n"),
                ElementsAre("vary.toml:1:2: unknown table \"parameter\"; did you mean "
                            "\"parameters\"?"));
    EXPECT_THAT(complaints("export_mt = 3\n"),
                ElementsAre("vary.toml:1:1: export_mt is a lever: write it under [levers]"));
    EXPECT_THAT(complaints("[parameters]\nbelief_lag = { uniform = [0, 1] }\n"),
                ElementsAre("vary.toml:2:1: unknown parameter \"belief_lag\"; did you mean "
                            "\"belief_lag_years\"?"));
    EXPECT_THAT(complaints("[parameters]\nexport_mt = { uniform = [0, 1] }\n"),
                ElementsAre("vary.toml:2:1: export_mt is a lever: write it under [levers]"));
    EXPECT_THAT(
        complaints("[levers]\nexports = { uniform = [0, 1] }\n"),
        ElementsAre("vary.toml:2:1: unknown lever \"exports\"; did you mean \"export_mt\"?"));
    EXPECT_THAT(complaints("[levers]\nbelief_lag_years = { uniform = [0, 1] }\n"),
                ElementsAre("vary.toml:2:1: belief_lag_years is a parameter: write it under "
                            "[parameters]"));
}

TEST(VaryFileFaults, TellAnUnknownKindAndAMissingOne) {
    EXPECT_THAT(complaints(lag("norml = [0.8, 0.3], source = \"x\"")),
                ElementsAre("vary.toml:2:22: unknown key of belief_lag_years \"norml\"; did you "
                            "mean \"normal\"?"));
    EXPECT_THAT(complaints(lag("source = \"x\"")),
                ElementsAre("vary.toml:2:20: belief_lag_years = {...}: expected one of normal, "
                            "uniform, triangular and lognormal, with its values"));
    EXPECT_THAT(complaints("[parameters]\nbelief_lag_years = 0.5\n"),
                ElementsAre("vary.toml:2:20: belief_lag_years = 0.5: expected a distribution, such "
                            "as { normal = [1, 0.1], source = \"...\" }"));
}

TEST(VaryFileFaults, TellTwoKindsInOne) {
    EXPECT_THAT(complaints(lag("normal = [0.8, 0.3], uniform = [0.5, 1], source = \"x\"")),
                ElementsAre("vary.toml:2:53: belief_lag_years is both normal and uniform: expected "
                            "one"));
}

TEST(VaryFileFaults, TellValuesOfTheWrongNumberAndType) {
    EXPECT_THAT(complaints(lag("normal = [0.8], source = \"x\"")),
                ElementsAre("vary.toml:2:31: belief_lag_years.normal = [...]: expected [mean, "
                            "deviation]"));
    EXPECT_THAT(complaints(lag("triangular = 0.8, source = \"x\"")),
                ElementsAre("vary.toml:2:35: belief_lag_years.triangular = 0.8: expected [low, "
                            "mode, high]"));
    EXPECT_THAT(complaints(lag("uniform = [\"0.5\", 1], source = \"x\"")),
                ElementsAre("vary.toml:2:33: belief_lag_years.uniform = \"0.5\": expected a number "
                            "from 0.2 to 1.5 yr (time in which the centre's belief follows the "
                            "reports)"));
    EXPECT_THAT(complaints(exports("scale = 1, uniform = [0, 1], source = \"x\"")),
                ElementsAre("vary.toml:2:23: export_mt.scale = 1: expected true or false"));
}

TEST(VaryFileFaults, TellNumbersThatAreNone) {
    EXPECT_THAT(complaints(lag("normal = [nan, 0.1], source = \"x\"")),
                ElementsAre(HasSubstr("vary.toml:2:32: belief_lag_years.normal = nan: expected")));
    EXPECT_THAT(complaints(lag("normal = [0.8, inf], source = \"x\"")),
                ElementsAre("vary.toml:2:37: belief_lag_years.normal = inf: expected a number "
                            "above 0"));
    EXPECT_THAT(complaints(lag("uniform = [0.5, 1], low = -inf, source = \"x\"")),
                ElementsAre(HasSubstr("vary.toml:2:48: belief_lag_years.low = -inf: expected a "
                                      "number from 0.2 to 1.5 yr")));
}

TEST(VaryFileFaults, TellAWidthThatIsNone) {
    EXPECT_THAT(complaints(lag("normal = [0.8, -0.1], source = \"x\"")),
                ElementsAre("vary.toml:2:31: belief_lag_years.normal: the deviation -0.1 is not "
                            "above 0"));
    EXPECT_THAT(complaints(lag("lognormal = [0.8, 0], source = \"x\"")),
                ElementsAre("vary.toml:2:34: belief_lag_years.lognormal: the log_deviation 0 is "
                            "not above 0"));
}

TEST(VaryFileFaults, TellEndsInTheWrongOrder) {
    EXPECT_THAT(complaints(lag("uniform = [1, 0.5], source = \"x\"")),
                ElementsAre("vary.toml:2:32: belief_lag_years.uniform: low 1 is not below high "
                            "0.5"));
    EXPECT_THAT(complaints(lag("triangular = [0.5, 1.2, 1], source = \"x\"")),
                ElementsAre("vary.toml:2:35: belief_lag_years.triangular: the mode 1.2 is not "
                            "between 0.5 and 1"));
    EXPECT_THAT(complaints(lag("normal = [0.8, 0.1], low = 1, high = 0.9, source = \"x\"")),
                ElementsAre("vary.toml:2:59: belief_lag_years: low 1 is not below high 0.9"));
}

TEST(VaryFileFaults, TellWhatTheTablesDoNotAllow) {
    EXPECT_THAT(complaints(exports("uniform = [0, 40], source = \"x\"")),
                ElementsAre("vary.toml:2:29: export_mt.uniform = 40: expected a number from 0 to "
                            "25 Mt/yr (grain exports planned)"));
    EXPECT_THAT(complaints(lag("normal = [3, 1], source = \"x\"")),
                ElementsAre("vary.toml:2:32: belief_lag_years.normal = 3: expected a number from "
                            "0.2 to 1.5 yr (time in which the centre's belief follows the "
                            "reports)"));
    EXPECT_THAT(complaints(lag("normal = [0.8, 0.1], high = 2, source = \"x\"")),
                ElementsAre(HasSubstr("vary.toml:2:50: belief_lag_years.high = 2: expected a "
                                      "number from 0.2 to 1.5 yr")));
    EXPECT_THAT(complaints("[levers]\npressure = { scale = true, uniform = [0.5, 3], source = "
                           "\"x\" }"),
                ElementsAre("vary.toml:2:44: pressure.uniform = 3: expected a factor from 0 to 2, "
                            "as far as pressure stays a number from 0 to 2 (political pressure to "
                            "report large harvests; 1 = the peak of autumn 1958)"));
}

TEST(VaryFileFaults, TellADistributionOfWhichNothingIsLeft) {
    EXPECT_THAT(
        complaints(lag("uniform = [0.3, 0.5], low = 0.6, source = \"x\"")),
        ElementsAre(
            "vary.toml:2:32: belief_lag_years.uniform: less than a part in 10^9 of it lies between "
            "0.6 and 1.5"));
    EXPECT_THAT(
        complaints(lag("normal = [0.3, 0.01], low = 0.6, source = \"x\"")),
        ElementsAre(
            "vary.toml:2:31: belief_lag_years.normal: less than a part in 10^9 of it lies between "
            "0.6 and 1.5"));
}

TEST(VaryFileFaults, TellAScaleOfNothing) {
    EXPECT_THAT(complaints("[levers]\nrelief = { scale = true, uniform = [0, 1], source = \"x\" }"),
                ElementsAre("vary.toml:2:20: relief.scale: nothing to scale, it is 0 throughout"));
    EXPECT_THAT(complaints(lag("scale = true, uniform = [0.5, 1], source = \"x\"")),
                ElementsAre("vary.toml:2:30: belief_lag_years.scale: only a lever can be scaled"));
}

TEST(VaryFileFaults, TellAMissingSource) {
    EXPECT_THAT(complaints(lag("uniform = [0.5, 1]")),
                ElementsAre("vary.toml:2:20: belief_lag_years has no source: write source = "
                            "\"...\", or \"assumed: \" and why"));
    EXPECT_THAT(complaints(lag("uniform = [0.5, 1], source = \"\"")),
                ElementsAre("vary.toml:2:51: belief_lag_years.source = \"\": expected the source "
                            "of the distribution"));
    EXPECT_THAT(complaints(lag("uniform = [0.5, 1], source = 3")),
                ElementsAre("vary.toml:2:51: belief_lag_years.source = 3: expected a text in "
                            "quotes"));
}

TEST(VaryFileFaults, TellThatNothingIsVaried) {
    for (const auto* text : {"", "# nothing\n", "[parameters]\n[levers]\n"})
        EXPECT_THAT(complaints(text), ElementsAre("vary.toml: nothing is varied"));
}

TEST(VaryFileFaults, TellTheSameThingTwice) {
    EXPECT_THAT(complaints(exports("uniform = [0, 1], source = \"x\"") +
                           "export_mt = { scale = true, uniform = [0, 1], source = \"x\" }\n"),
                ElementsAre("vary.toml:3:1: \"export_mt\" is set in line 2 already: keep one of "
                            "the two"));
}

TEST(VaryFileFaults, TellWhatOnlyTogetherLeavesTheRange) {
    EXPECT_THAT(
        complaints("[parameters]\npressure_lushan = { uniform = [0.3, 1.8], source = \"x\" }\n"
                   "[levers]\npressure = { scale = true, uniform = [0.5, 1.5], source = \"x\" }\n"),
        ElementsAre(HasSubstr("vary.toml: pressure = 2.7 is out of range: a number from 0 to 2")));
}

TEST(VaryFileFaults, AreToldAllAtOnceInTheOrderOfTheText) {
    EXPECT_THAT(complaints("[levers]\nexport_mt = { uniform = [0, 40] }\npresure = 1\n"
                           "[parameters]\nmemory_years = { norml = [1, 1], source = 5 }\n"),
                ElementsAre(HasSubstr(":2:13: export_mt has no source"),
                            HasSubstr(":2:29: export_mt.uniform = 40"),
                            HasSubstr(":3:1: unknown lever \"presure\""),
                            HasSubstr(":5:18: unknown key of memory_years"),
                            HasSubstr(":5:43: memory_years.source = 5")));
}

TEST(VaryFileFaults, ShowTheLineWithAMark) {
    try {
        parsed(exports("uniform = [0, 40], source = \"x\""));
        FAIL();
    } catch (const ScenarioError& error) {
        EXPECT_EQ(ScenarioError::mark(error.problems.at(0)),
                  "   2 | export_mt = { uniform = [0, 40], source = \"x\" }\n"
                  "     |                             ^^\n");
    }
}

TEST(VaryFileFaults, OfFormAreThoseOfEveryTomlFile) {
    EXPECT_THAT(complaints("[parameters\n"), ElementsAre("vary.toml:1:1: nothing closes this ["));
    EXPECT_THAT(complaints("[levers]\nexport_mt = \n"), ElementsAre(HasSubstr("vary.toml:2:")));
    EXPECT_THAT(complaints("parameters = 3\n"),
                ElementsAre("vary.toml:1:14: parameters = 3: expected a table of parameters"));
    EXPECT_THAT(complaints("\xff"),
                ElementsAre("vary.toml:1:1: byte 0xFF is not UTF-8 text: save the file as UTF-8"));
}

TEST(VaryFileFaults, OfTheDiskNameTheNearestFile) {
    const Folder folder;
    folder.write("vary.toml", lag("uniform = [0.5, 1], source = \"x\""));
    folder.write("sub/x", "");
    EXPECT_EQ(complaint_of_file(folder.path("vary")), "");
    EXPECT_EQ(complaint_of_file(folder.path("vari.toml")),
              folder.path("vari.toml") + ": no such file; did you mean \"vary.toml\"?");
    EXPECT_EQ(complaint_of_file(folder.path("sub")),
              folder.path("sub") + ": is a directory, not a file");
    // What is shipped are scenarios.
    EXPECT_EQ(complaint_of_file("honest-reporting"), "honest-reporting: no such file");
}

}  // namespace
}  // namespace granary

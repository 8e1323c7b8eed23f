#include <gmock/gmock.h>

#include "cli/run_command.hpp"

namespace granary::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(Output, TheFilesSuffixDecidesTheFormat) {
    const Folder folder;
    EXPECT_EQ(granary("run historical -o " + folder.path("a.csv")).code, 0);
    EXPECT_EQ(contents(folder.path("a.csv")), granary("run historical --format csv").out);
    EXPECT_EQ(granary("run historical -o " + folder.path("a.txt")).code, 0);
    // The chart is for a terminal and stays out of files.
    auto table = granary("run historical").out;
    const auto chart = table.find("Rural ration, ");
    table.erase(chart, table.find("\n\n", chart) + 2 - chart);
    EXPECT_EQ(contents(folder.path("a.txt")), table);
    EXPECT_EQ(granary("run historical -o " + folder.path("a.json")).code, 0);
    EXPECT_EQ(contents(folder.path("a.json")), granary("run historical --format json").out);
}

TEST(Output, KnowsASuffixInCapitals) {
    const Folder folder;
    EXPECT_EQ(granary("run historical -o " + folder.path("A.CSV")).code, 0);
    EXPECT_EQ(contents(folder.path("A.CSV")), granary("run historical --format csv").out);
    EXPECT_EQ(granary("plot historical -o " + folder.path("A.SVG")).code, 0);
}

TEST(Output, GoesToTheStandardOutputWhereTheFileIsADash) {
    const Folder folder;
    const auto there = [&](const std::string& arguments) {
        return shell("cd '" + folder.path("") + "' && \"$granary\" " + arguments +
                     " && test ! -e -");
    };
    EXPECT_EQ(there("run historical --format csv -o -").out,
              granary("run historical --format csv").out);
    EXPECT_EQ(there("run historical -o -").code, 0);
    EXPECT_THAT(there("plot historical -o -").out, StartsWith("<svg"));
    EXPECT_THAT(there("report historical -o -").out, StartsWith("<!DOCTYPE html>"));
}

TEST(Output, IsOfTheReadingOnTheStandardInputWhereThatIsADash) {
    const std::string command = "run historical --point --format csv --reading ";
    const auto piped = shell(
        "printf '[parameters]\nfeed_share = { value = 0.1, source = \"a\" }\n' "
        "| \"$granary\" " +
        command + "-");
    ASSERT_EQ(piped.code, 0) << piped.err;
    const Folder folder;
    const auto file =
        folder.write("stdin.toml", "[parameters]\nfeed_share = { value = 0.1, source = \"a\" }\n");
    EXPECT_EQ(rows(piped.out), rows(granary(command + file).out));
}

TEST(Output, IsNeverToAFileWithoutAName) {
    for (const auto* arguments :
         {"run historical -o ''", "run historical --reading ''", "plot historical -o ''",
          "calibrate --starts 0 --report ''", "sweep historical --lever pressure=0:1:2 -o ''"}) {
        const auto run = granary(arguments);
        EXPECT_EQ(run.code, 2) << arguments;
        EXPECT_EQ(run.out, "");
        EXPECT_THAT(run.err, HasSubstr("nothing is given"));
    }
}

TEST(Output, IsOfTheStandardInputWhereTheScenarioIsADash) {
    const auto run = shell(
        "printf 'title = \"Dash\"\\nextends = \"historical\"\\n' | "
        "\"$granary\" run -");
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, StartsWith("Dash\n"));
}

TEST(Output, DoesNotPourAPictureOrAPageIntoATerminal) {
    if (shell("command -v script").code != 0) GTEST_SKIP() << "script is not installed";
    for (const auto* command : {"plot historical", "report historical", "page"}) {
        const auto run = shell(std::string("script -qec \"'$granary' ") + command + "\" /dev/null");
        EXPECT_LT(run.out.size(), 1000U) << command;
        EXPECT_THAT(run.out, HasSubstr("-o FILE")) << command;
    }
}

TEST(Output, RefusesAnUnknownSuffixAndNamesTheKnownOnes) {
    const Folder folder;
    const auto run = granary("run historical -o " + folder.path("a.xls"));
    EXPECT_EQ(run.code, 2);
    EXPECT_THAT(run.err, AllOf(HasSubstr(".xls"), HasSubstr(".txt, .csv and .json")));
    EXPECT_EQ(contents(folder.path("a.xls")), "");
}

TEST(Output, RefusesAFormatThatTheSuffixContradicts) {
    EXPECT_EQ(granary("run historical --format table -o /nowhere/a.csv").code, 2);
    EXPECT_EQ(granary("compare historical no-exports --format csv -o /nowhere/a.json").code, 2);
}

TEST(Output, NamesOnlyTheFormatsThatACommandHas) {
    const auto explain = granary("explain levers -o a.csv");
    EXPECT_EQ(explain.code, 2);
    EXPECT_THAT(explain.err, HasSubstr("known are .txt and .json"));
    EXPECT_EQ(granary("explain levers --format csv").code, 2);
    EXPECT_EQ(granary("explain --markdown levers --format json").code, 2);
    EXPECT_EQ(granary("data events --format xml").code, 2);
    EXPECT_THAT(granary("run --help").out, HasSubstr("table, csv or json"));
    EXPECT_THAT(granary("explain --help").out, HasSubstr("table or json"));
}

TEST(Output, LeavesAFileAloneWhereTheRunFails) {
    const Folder folder;
    const auto file = folder.write("a.csv", "old\n");
    EXPECT_EQ(granary("run no-such-scenario -o " + file).code, 4);
    EXPECT_EQ(contents(file), "old\n");
}

TEST(Output, WritesADeviceDirectly) {
    EXPECT_EQ(granary("run historical -o /dev/null").code, 0);
    EXPECT_EQ(granary("run historical --quiet -o /dev/stdout").out,
              granary("run historical --quiet").out);
}

TEST(Output, AFullDiskIsAFileError) {
    const auto run = shell("\"$granary\" run historical >/dev/full");
    EXPECT_EQ(run.code, 5);
    EXPECT_THAT(run.err, StartsWith("granary: cannot write the standard output"));
    EXPECT_EQ(granary("run historical -o /dev/full").code, 5);
    EXPECT_EQ(granary("run historical -o /nowhere/a.csv").code, 5);
}

TEST(Output, AReaderWhoLeavesEndsItQuietly) {
    // The table of all months is longer than a pipe holds, so that writing meets the closed end.
    const auto run = shell(
        "{ \"$granary\" run two-provinces --every month --format csv; "
        "echo \"code $?\" >&2; } | head -n 1");
    EXPECT_EQ(lines(run.out).size(), 1U);
    EXPECT_EQ(run.err, "code 0\n");
}

TEST(Output, HasNoColourWhereNoTerminalReadsIt) {
    EXPECT_THAT(granary("run historical").out, Not(HasSubstr("\x1b")));
}

}  // namespace
}  // namespace granary::test

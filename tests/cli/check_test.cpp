#include <fmt/format.h>
#include <gmock/gmock.h>

#include "cli/run_command.hpp"

namespace granary::test {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::StartsWith;

/// What `check` says of a text in the file x.toml.
Result check_text(const Folder& folder, std::string_view text) {
    folder.write("x.toml", text);
    return shell("cd " + folder.path() + "; \"$granary\" check x.toml");
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string result;
    for (std::size_t i = 0; i < times; ++i) result += text;
    return result;
}

constexpr std::size_t megabyte = 1'000'000;

TEST(CheckLimits, LetFilesExtendOneAnotherSoDeep) {
    const Folder folder;
    for (int i = 0; i < 34; ++i)
        folder.write(std::to_string(i) + ".toml",
                     "title = \"x\"\nextends = \"" +
                         (i == 33 ? "historical" : std::to_string(i + 1) + ".toml") + "\"\n");
    EXPECT_EQ(shell("cd " + folder.path() + "; \"$granary\" check 2.toml").code, 0);
    const auto deep = shell("cd " + folder.path() + "; \"$granary\" check 0.toml");
    EXPECT_EQ(deep.code, 3);
    EXPECT_THAT(deep.err, HasSubstr("more than 32 files extend one another"));
}

TEST(CheckLimits, CutLongWordsInMessages) {
    const std::string word(100'000, 'a');
    for (const auto* command :
         {"data ", "explain ", "explain lever ", "", "run ", "plot --kind "}) {
        const auto told = granary(command + word);
        EXPECT_NE(told.code, 0) << command;
        EXPECT_LT(told.err.size(), 10'000U) << command;
    }
}

TEST(CheckLimits, TellUsedUpMemoryAsWhatItIs) {
    const Folder folder;
    std::string regions = "title = \"x\"\n";
    for (int i = 0; i < 10'000; ++i)
        regions += "[[region]]\nname = \"r" + std::to_string(i) + "\"\nshare = 0.0001\n";
    const auto told =
        shell("ulimit -v 200000; \"$granary\" run " + folder.write("x.toml", regions));
    EXPECT_EQ(told.code, 5);
    EXPECT_THAT(told.err, HasSubstr("memory"));
}

TEST(CheckLimits, RefuseAFileOverAMebibyte) {
    const Folder folder;
    EXPECT_EQ(check_text(folder, std::string((1 << 20) + 1, '\n')).err,
              "granary: x.toml: the file is larger than 1048576 bytes (1 MiB)\n");
    EXPECT_EQ(check_text(folder, "title = \"x\"" + std::string((1 << 20) - 11, '\n')).code, 0);
}

TEST(CheckLimits, KeepTheStackFromAMegabyteOfBracketsOrDots) {
    const Folder folder;
    for (const auto& text :
         {std::string(megabyte, '['), "a = " + std::string(megabyte, '['),
          "a = " + repeated("{a=", megabyte / 3), repeated("a.", megabyte / 2) + "a = 1",
          "[" + repeated("a.", megabyte / 2) + "a]", repeated("'a' . ", megabyte / 6) + "a = 1"}) {
        const auto check = check_text(folder, text);
        EXPECT_EQ(check.code, 3);
        EXPECT_THAT(
            check.err,
            MatchesRegex("granary: x.toml:1:[0-9]+: nested too deeply: at most 16 brackets or "
                         "parts of a key\n   1 \\| .*\n     \\| +\\^\n"));
    }
}

TEST(CheckLimits, RefuseAListOfTenThousandAndOne) {
    const Folder folder;
    const auto list = "title = \"x\"\nobserve = [" + repeated("\"1958-01\",", 10'000);
    EXPECT_THAT(
        check_text(folder, list + "\"1958-01\"]").err,
        StartsWith("granary: x.toml:2:100011: this list is too long: at most 10000 values\n"));
    EXPECT_EQ(check_text(folder, list + "]").code, 0);
}

/// Points of that number, a day each.
std::string points_text(int count) {
    std::string text =
        "title = \"x\"\nextends = \"historical\"\nend = \"1999-01\"\n[levers]\n"
        "pressure = { points = [";
    for (int i = 0; i < count; ++i)
        text +=
            fmt::format("[\"{}-{:02}-{:02}\", 0.5],", 1957 + i / 336, 1 + i / 28 % 12, 1 + i % 28);
    return text + "], interpolate = \"linear\" }\n";
}

TEST(CheckLimits, RefuseFurtherChangesOfACourseOfTenThousandHeights) {
    const Folder folder;
    const auto child = "title = \"y\"\nextends = \"many.toml\"\n[levers]\npressure = {scale = 2}\n";
    folder.write("many.toml", points_text(9'990));
    EXPECT_EQ(check_text(folder, child).code, 0);
    folder.write("many.toml", points_text(10'000));
    EXPECT_THAT(check_text(folder, child).err,
                StartsWith("granary: x.toml:4:1: pressure: its course has more than 10000 heights: "
                           "give it fewer windows\n"));
}

TEST(CheckLimits, EndAfterTwentyFaultsOfForm) {
    const Folder folder;
    const auto check = check_text(folder, repeated("a\n", 100'000));
    EXPECT_EQ(check.code, 3);
    EXPECT_EQ(lines(check.err).size(), 60U);
}

TEST(CheckFiles, GivesEachReasonThatAFileCannotBeRead) {
    const Folder folder;
    const auto check = [&](const std::string& name) {
        return shell("cd " + folder.path() + "; \"$granary\" check " + name);
    };
    folder.write("sub/my-file.toml", "title = \"x\"\n");
    EXPECT_EQ(check("sub").err, "granary: sub: is a directory, not a scenario file\n");
    EXPECT_EQ(check("sub/my-fiel.toml").err,
              "granary: sub/my-fiel.toml: no such file; did you mean \"my-file.toml\"?\n");
    EXPECT_EQ(check("sub/my-file.toml/x.toml").err,
              "granary: sub/my-file.toml/x.toml: no such file\n");
    EXPECT_EQ(check("sub none.toml").code, 5);
    EXPECT_EQ(check("none sub").code, 4);
    EXPECT_EQ(check("sub/my-file sub/my-file.toml").code, 0);
    EXPECT_THAT(check(repeated("a", 5000) + ".toml").err,
                EndsWith("aaa...: cannot be read (File name too long)\n"));
}

TEST(CheckFiles, TellsOfAFileThatMayNotBeRead) {
    const Folder folder;
    folder.write("x.toml", "title = \"x\"\n");
    const std::string as_nobody =
        "as_nobody() { if [ $(id -u) = 0 ]; then setpriv --reuid=65534 --clear-groups \"$@\"; "
        "else \"$@\"; fi; }; cd " +
        folder.path() + "; chmod 755 .; ";
    if (shell(as_nobody + "as_nobody \"$granary\" --version").code != 0)
        GTEST_SKIP() << "nobody may not run the command";
    const auto check = shell(as_nobody + "chmod 0 x.toml; as_nobody \"$granary\" check x.toml");
    EXPECT_EQ(check.err, "granary: x.toml: cannot be read (Permission denied)\n");
    EXPECT_EQ(check.code, 5);
}

TEST(CheckFiles, ShowsNoControlCharacterOfAName) {
    const Folder folder;
    const auto check = shell("\"$granary\" check \"$(printf 'a\\033[31mb\\377')\" ");
    EXPECT_EQ(check.err.find('\x1b'), std::string::npos);
    EXPECT_THAT(check.err, StartsWith("granary: no scenario \"a [31mb?\"; shipped are "));
    EXPECT_EQ(check.code, 4);
}

TEST(CheckFiles, ReadsAPipe) {
    const auto check = shell("echo 'presure = 1' | \"$granary\" check /dev/stdin");
    EXPECT_EQ(
        check.err,
        "granary: /dev/stdin:1:1: unknown key \"presure\"; expected one of title, summary, "
        "undoes, teaches, cannot_say, surprise, extends, parameters_from, reading, start, end, "
        "largest_step_years, reporting_levels, observe, "
        "levers, parameters, region\n   1 | presure = 1\n     | ^^^^^^^\n");
}

TEST(CheckJson, DescribesASoundScenario) {
    EXPECT_EQ(granary("check --format json no-exports").out,
              R"({
  "format": "granary-check-1",
  "ok": true,
  "results": [
    {
      "argument": "no-exports",
      "ok": true,
      "exit_code": 0,
      "read": {
        "title": "No exports",
        "start": "1957-01",
        "end": "1963-01",
        "regions": 1,
        "levers_set": 13,
        "parameters_set": 25,
        "changes": [
          "relief_from_exports from 1958-01 to the end: 1958 1 instead of 0, 1959 1 instead of 0, 1960 1 instead of 0, 1961 1 instead of 0, 1962 1 instead of 0; 1957 unchanged"
        ]
      },
      "problems": []
    }
  ]
}
)");
}

TEST(CheckJson, GivesEditorsEachProblemWithItsPlaceAndNothingOnTheErrorOutput) {
    const Folder folder;
    folder.write("a\"b.toml", "title = \"\xE7\xB2\xAE\"\nlevers = { \"pre\\tsure\" = 1 }\n");
    const auto check =
        shell("cd " + folder.path() + "; \"$granary\" check --format json a*.toml none");
    EXPECT_EQ(check.code, 3);
    EXPECT_EQ(check.err, "");
    EXPECT_THAT(check.out, AllOf(HasSubstr("  \"ok\": false,\n"), HasSubstr(R"(
      "argument": "a\"b.toml",
      "ok": false,
      "exit_code": 3,
      "read": null,
      "problems": [
        {
          "file": "a\"b.toml",
          "line": 2,
          "column": 12,
          "end_column": 23,
          "severity": "error",
          "message": "unknown lever \"pre sure\"; did you mean \"pressure\"?",
          "text": "levers = { \"pre\\tsure\" = 1 }"
        })"),
                                 HasSubstr(R"(
          "file": "none",
          "line": null,
          "column": null,
          "end_column": null,)")));
}

}  // namespace
}  // namespace granary::test

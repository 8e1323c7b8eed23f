#include <gmock/gmock.h>

#include "cli/run_command.hpp"

namespace granary::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* png_start = "\x89PNG\r\n\x1a\n";

TEST(Plot, WritesSvgToTheStandardOutputAndTheSameToAFile) {
    const Folder folder;
    const auto out = granary("plot historical --kind ration");
    ASSERT_EQ(out.code, 0) << out.err;
    EXPECT_THAT(out.out, StartsWith("<svg "));
    EXPECT_EQ(granary("plot historical --kind ration -o " + folder.path("a.svg")).code, 0);
    EXPECT_EQ(contents(folder.path("a.svg")), out.out);
    EXPECT_EQ(granary("plot historical --kind ration -o /dev/stdout").out, out.out);
}

TEST(Plot, DrawsTheOverviewWhereNoKindIsNamed) {
    EXPECT_EQ(granary("plot historical").out, granary("plot historical --kind overview").out);
}

TEST(Plot, DrawsSeveralScenariosTogether) {
    const auto out = granary("plot historical honest-reporting --kind ration").out;
    EXPECT_THAT(out, AllOf(HasSubstr(">Historical<"), HasSubstr(">Honest reporting<")));
}

TEST(Plot, SaysWhatWasSet) {
    EXPECT_THAT(granary("plot historical --kind ration --set levers.pressure=0").out,
                HasSubstr("(levers.pressure=0)"));
    EXPECT_EQ(granary("plot historical --set levers.presure=0").code, 3);
}

TEST(Plot, RefusesAnUnknownKindAndNamesTheNearest) {
    const auto run = granary("plot historical --kind rations");
    EXPECT_EQ(run.code, 2);
    EXPECT_THAT(run.err, AllOf(HasSubstr("did you mean \"ration\""), HasSubstr("multiples")));
}

TEST(Plot, RefusesOtherSuffixesAndLeavesNothingBehind) {
    const Folder folder;
    for (const auto* name : {"a.pdf", "a", "a.svgz"}) {
        const auto run = granary("plot historical -o " + folder.path(name));
        EXPECT_EQ(run.code, 2) << name;
        EXPECT_THAT(run.err, HasSubstr(".svg and .png"));
        EXPECT_EQ(contents(folder.path(name)), "");
    }
}

TEST(Plot, RefusesAYearThatWasNotRunAndAScenarioThatIsNot) {
    EXPECT_EQ(granary("plot historical --kind ladder --year 1999").code, 2);
    EXPECT_EQ(granary("plot historical --kind ladder --year 0").code, 2);
    const auto part = granary("plot historical --kind ladder --year 1962 --set 'end=\"1962-03\"'");
    EXPECT_EQ(part.code, 2);
    EXPECT_EQ(part.err, "granary: --year 1962: the whole years of historical are 1957 to 1961\n");
    EXPECT_EQ(granary("plot no-such-scenario").code, 4);
    EXPECT_EQ(granary("plot historical --width 5").code, 2);
}

TEST(Plot, EndsQuietlyWhereNobodyReads) {
    const auto run = shell("{ \"$granary\" plot historical; echo \"code $?\" >&2; } | head -c 10");
    EXPECT_EQ(run.err, "code 0\n");
    EXPECT_EQ(shell("\"$granary\" plot historical >&-").code, 5);
    EXPECT_EQ(granary("plot historical -o /dev/full").code, 5);
}

TEST(PlotPng, HasTheWidthAskedFor) {
    if (shell("command -v rsvg-convert").code != 0) GTEST_SKIP() << "librsvg2-bin is not installed";
    const Folder folder;
    const auto run =
        granary("plot historical --kind ladder --width 640 -o " + folder.path("a.png"));
    ASSERT_EQ(run.code, 0) << run.err;
    const auto png = contents(folder.path("a.png"));
    ASSERT_GT(png.size(), 24U);
    EXPECT_THAT(png, StartsWith(png_start));
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(png[i]); };
    EXPECT_EQ(byte(18) * 256 + byte(19), 640);
}

TEST(PlotPng, NamesThePackageWhereTheConverterIsMissing) {
    const Folder folder;
    const auto old = folder.write("a.png", "old");
    const auto run = shell("PATH=/nowhere \"$granary\" plot historical -o " + old);
    EXPECT_EQ(run.code, 5);
    EXPECT_THAT(run.err, HasSubstr("apt-get install librsvg2-bin"));
    EXPECT_EQ(contents(old), "old");
    EXPECT_EQ(shell("PATH=/nowhere \"$granary\" plot historical -o " + folder.path("a.svg")).code,
              0);
}

TEST(PlotPng, LeavesTheFileAloneWhereTheConverterFails) {
    const Folder folder;
    const auto old = folder.write("a.png", "old");
    folder.write("rsvg-convert", "#!/bin/sh\necho broken >&2\nexit 3\n");
    const auto run = shell("chmod +x " + folder.path("rsvg-convert") + "; PATH=" + folder.path("") +
                           ":$PATH \"$granary\" plot historical -o " + old);
    EXPECT_EQ(run.code, 5);
    EXPECT_THAT(run.err, HasSubstr("broken"));
    EXPECT_EQ(contents(old), "old");
}

TEST(PlotPng, PassesNoNameToAShell) {
    if (shell("command -v rsvg-convert").code != 0) GTEST_SKIP() << "librsvg2-bin is not installed";
    const Folder folder;
    const auto file = folder.path("a;touch x `id` $(id).png");
    EXPECT_EQ(granary("plot historical --kind ladder -o '" + file + "'").code, 0);
    EXPECT_THAT(contents(file), StartsWith(png_start));
}

TEST(Plot, DrawsASweepWhereSomethingIsVaried) {
    const Folder folder;
    const std::string asked = "historical --lever pressure=0:2:3 --levels 2:4";
    const auto out = granary("plot " + asked);
    ASSERT_EQ(out.code, 0) << out.err;
    EXPECT_EQ(granary("plot --kind sweep " + asked).out, out.out);
    EXPECT_EQ(granary("sweep " + asked + " -o " + folder.path("a.svg")).code, 0);
    EXPECT_EQ(contents(folder.path("a.svg")), out.out);
    EXPECT_EQ(granary("sweep " + asked + " --format svg").out, out.out);
    EXPECT_THAT(granary("plot " + asked + " --figure rural_ration_kg --year 1960").out,
                HasSubstr(">rural ration of 1960, kg<"));
}

TEST(Plot, DrawsTheWaterfallOfTheYearAndFigureAskedFor) {
    const auto run = granary(
        "plot historical --kind waterfall --year 1960 --figure output_actual_mt --set "
        "levers.pressure=0");
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, AllOf(HasSubstr("The harvest of 1960 is "), HasSubstr(">pressure<"),
                               HasSubstr("(levers.pressure=0)")));
}

TEST(PlotPng, IsWrittenBySweepToo) {
    if (shell("command -v rsvg-convert").code != 0) GTEST_SKIP() << "librsvg2-bin is not installed";
    const Folder folder;
    EXPECT_EQ(granary("sweep historical --levels 1:3 -o " + folder.path("a.png")).code, 0);
    EXPECT_THAT(contents(folder.path("a.png")), StartsWith(png_start));
}

TEST(RunChart, FollowsTheLocaleAndStaysOnTheTerminal) {
    EXPECT_THAT(shell("LC_ALL=C.UTF-8 \"$granary\" run historical").out, HasSubstr("\u2500"));
    const auto ascii = shell("LC_ALL=C \"$granary\" run historical").out;
    EXPECT_THAT(ascii, HasSubstr("model by month"));
    for (const char c : ascii) EXPECT_LT(static_cast<unsigned char>(c), 0x80);
    for (const auto* options : {"--quiet", "--format csv"})
        EXPECT_EQ(granary(std::string("run historical ") + options).out.find("model by month"),
                  std::string::npos);
}

}  // namespace
}  // namespace granary::test

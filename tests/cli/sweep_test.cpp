#include <gmock/gmock.h>

#include "cli/progress.hpp"
#include "cli/run_command.hpp"

namespace granary::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

TEST(Sweep, WritesARowForEachPointWithTheLastAxisFastest) {
    const auto table =
        rows(granary("sweep historical --lever export_mt=0:6:3 --levels 3:4 --format csv").out);
    ASSERT_EQ(table.size(), 1U + 6U);
    EXPECT_EQ(table[0],
              "export_mt held,reporting_levels,lowest_ration_kg,excess_deaths_million,tested");
    EXPECT_THAT(table[1], StartsWith("0,3,"));
    EXPECT_THAT(table[2], StartsWith("0,4,"));
    EXPECT_THAT(table[3], StartsWith("3,3,"));
    EXPECT_THAT(table[6], StartsWith("6,4,"));
}

TEST(Sweep, GivesWhatARunGives) {
    const auto point = split(rows(granary("sweep historical --parameter belief_lag_years=0.7:1:2 "
                                          "--figure rural_ration_kg --year 1960 --format csv")
                                      .out)
                                 .at(1));
    const auto run =
        rows(granary("run historical --set parameters.belief_lag_years=0.7 --format csv").out);
    EXPECT_EQ(point.at(1), split(run.at(4)).at(1));
    EXPECT_EQ(split(run.at(4)).at(0), "1960");
}

TEST(Sweep, SaysWhereNoYearIsRunWhole) {
    const auto note =
        HasSubstr("\nNo year is run whole: what is told of a year is of a part of one.");
    const std::string of_spring =
        "sweep historical --lever export_mt=0:6:2 --set 'end=\"1957-06\"'";
    EXPECT_THAT(granary(of_spring).out, note);
    EXPECT_THAT(granary("search historical --lever export_mt --ration-above 100 "
                        "--set 'end=\"1957-06\"'")
                    .out,
                note);
    EXPECT_THAT(granary("sweep historical --lever export_mt=0:6:2").out, testing::Not(note));
}

TEST(Sweep, ScalesALeversOwnCourse) {
    const auto table = rows(granary("sweep historical --lever 'pressure*=0:1:2' --format csv").out);
    EXPECT_EQ(split(table.at(0)).at(0), "scale of pressure");
    EXPECT_NEAR(std::stod(split(table.at(2)).at(2)), 15.6, 0.05) << "history's own course";
    EXPECT_EQ(split(rows(granary("sweep historical --lever pressure=0:1:2 --format csv").out).at(0))
                  .at(0),
              "pressure held");
    EXPECT_THAT(granary("sweep historical --lever 'pressure*=0:9:3'").err,
                HasSubstr("pressure*=9 is out of range: a factor from 0 to 2"));
}

TEST(Sweep, RefusesAPartOfAYear) {
    const auto run = granary(
        "sweep historical --lever 'pressure*=0:1:2' --figure rural_ration_kg --year 1962 "
        "--set 'end=\"1962-03\"'");
    EXPECT_EQ(run.code, 2);
    EXPECT_THAT(run.err, HasSubstr("--year 1962: the whole years of historical are 1957 to 1961"));
}

TEST(Sweep, HasTheSameBytesOnAnyNumberOfThreads) {
    const std::string sweep = "sweep historical --lever pressure=0:2:9 --levels 1:3 --format csv";
    const auto one = granary(sweep + " --threads 1");
    EXPECT_EQ(one.code, 0);
    EXPECT_EQ(one.out, granary(sweep + " --threads 5").out);
    EXPECT_EQ(one.out, granary(sweep).out);
}

TEST(Sweep, ShowsTwoAxesAsATableForEachFigure) {
    const auto out = granary("sweep historical --lever pressure=0:2:3 --levels 1:3").out;
    EXPECT_THAT(out, AllOf(HasSubstr("lowest_ration_kg, kg; across: reporting_levels"),
                           HasSubstr("excess_deaths_million, million; across: reporting_levels"),
                           HasSubstr("The scenario itself: lowest_ration_kg ")));
    EXPECT_EQ(words(line_of(out, "            1 ")).size(), 4U);
}

TEST(Progress, TellsRateAndTimeLeft) {
    EXPECT_EQ(cli::progress_line("points", 6, 24, 2),
              "points [######------------------] 6/24  3/s  6 s left");
    EXPECT_THAT(cli::progress_line("runs", 100, 10000, 1), HasSubstr("100/s  1 min 39 s left"));
    EXPECT_THAT(cli::progress_line("runs", 24, 24, 2),
                HasSubstr("[########################] 24/24"));
}

TEST(Progress, IsNotShownWhereNobodyWatches) {
    EXPECT_EQ(granary("sweep historical --lever pressure=0:2:300 --format csv").err, "");
}

}  // namespace
}  // namespace granary::test

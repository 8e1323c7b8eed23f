#include <gmock/gmock.h>

#include <cmath>

#include "cli/run_command.hpp"

namespace granary::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;

/// The number in parentheses: "1959-02-01 06:46 (1959.084173)".
double years_in(const std::string& line) {
    return std::stod(line.substr(line.find('(') + 1));
}

TEST(Search, AnswersWithADateVerifiedOnBothSides) {
    const auto run = granary("search historical --lever pressure=0 --ration-above 160");
    EXPECT_EQ(run.code, 0);
    EXPECT_THAT(run.out,
                AllOf(HasSubstr("How late may pressure = 0 be decided, to keep the lowest ration "
                                "above 160 kg?"),
                      HasSubstr("The latest date: 19"), HasSubstr("to within 1e-06 yr"),
                      HasSubstr("The scenario itself: lowest_ration_kg 153.7")));
    const auto kept = line_of(run.out, "kept"), lost = line_of(run.out, "lost");
    EXPECT_LT(years_in(kept), years_in(lost) + 1e-9);
    EXPECT_NEAR(years_in(kept), years_in(lost), 1e-6);
    EXPECT_THAT(kept, HasSubstr("+"));
    EXPECT_THAT(lost, HasSubstr(" -"));
}

/// The month's first day as 23:59 of the day before would be another decision.
TEST(Search, TellsTheBeginningOfAMonthAsItsFirstMinute) {
    const Folder folder;
    const auto file = folder.write("short.toml",
                                   "title = \"Short\"\nextends = \"historical\"\n"
                                   "start = \"1957-02\"\nend = \"1958-03\"\n"
                                   "[parameters]\nrural_population_start_million = 540\n"
                                   "urban_population_start_million = 92\n"
                                   "village_grain_start_mt = 85\nstate_grain_start_mt = 44\n"
                                   "standing_summer_crop_start_mt = 0.1\n");
    const auto out = granary("search " + file + " --lever pressure=0 --ration-above 1000").out;
    EXPECT_THAT(words(out), AllOf(testing::Contains("1957-02-01"), testing::Contains("1958-03-01"),
                                  testing::Not(testing::Contains("23:59"))));
}

TEST(Search, IsBornOutByARunOnEitherSide) {
    const auto answer = granary("search historical --lever pressure=0 --ration-above 160").out;
    const auto date = line_of(answer, "The latest date: ").substr(17, 10);
    const auto lowest = [&](const std::string& from) {
        double least = 1000;
        for (const auto& row :
             rows(granary("run historical --format csv --set 'levers.pressure={from=\"" + from +
                          "\",set=0}'")
                      .out))
            if (row.starts_with("19")) least = std::min(least, std::stod(split(row).at(1)));
        return least;
    };
    // The day found began before the crossing; a month later is too late.
    EXPECT_GT(lowest(date), 160);
    EXPECT_LT(lowest(date), 160.1);
    EXPECT_LT(lowest("1959-03-05"), 160);
}

TEST(Search, SaysThatItCannotBeReached) {
    const auto out = granary("search historical --lever pressure=0 --ration-above 180").out;
    EXPECT_THAT(out, AllOf(HasSubstr("Not reachable within the range, from 1957-01-01 00:00"),
                           HasSubstr("the best is lowest_ration_kg 160.")));
}

TEST(Search, SaysThatItIsNotMonotone) {
    const auto out =
        granary(
            "search historical --reading un --set levers.pressure=1.5 --parameter quota_by_needs "
            "--ration-above 131.7")
            .out;
    EXPECT_THAT(out, AllOf(HasSubstr("Not monotone here: these are the 2 crossings."),
                           HasSubstr("No change is needed"), HasSubstr("exact derivatives")));
}

TEST(Search, GivesItsCrossingsAsCsv) {
    const auto table =
        rows(granary("search historical --lever 'export_mt*' --deaths-below 14 --format csv").out);
    ASSERT_EQ(table.size(), 2U);
    EXPECT_EQ(table[0],
              "varied,kept_at,kept_excess_deaths_million,lost_at,lost_excess_deaths_million");
    const auto cells = split(table[1]);
    EXPECT_EQ(cells[0], "scale of export_mt");
    EXPECT_LT(std::stod(cells[1]), std::stod(cells[3]));
    EXPECT_LT(std::stod(cells[2]), 14);
    EXPECT_GE(std::stod(cells[4]), 14);
}

}  // namespace
}  // namespace granary::test

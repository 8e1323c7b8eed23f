#include "granary/analysis/lever_differences.hpp"

#include <gmock/gmock.h>

#include "granary/document/change_text.hpp"
#include "granary/read/scenario_file.hpp"

namespace granary {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> lines_of(const std::string& rest) {
    const auto scenario =
        parse_scenario("title = \"x\"\nextends = \"historical\"\n" + rest, "x.toml");
    return change_lines(load_scenario("historical"), scenario);
}

TEST(Changes, OfAWindowTellItsYearsAndThatTheOthersAreUnchanged) {
    EXPECT_THAT(lines_of("levers.export_mt = { from = \"1959-07\", until = \"1960-01\", "
                         "set = 2.08 }\n"),
                ElementsAre("export_mt from 1959-07 until 1960-01: 1959 3.12 instead of 4.16 "
                            "Mt/yr; 1957-58, 1960-62 unchanged"));
}

TEST(Changes, WithoutAnEndAreToldToTheEnd) {
    EXPECT_THAT(lines_of("levers.export_mt = { from = \"1959-07\", set = 2.08 }\n"),
                ElementsAre(HasSubstr("export_mt from 1959-07 to the end: 1959 3.12 instead of "
                                      "4.16 Mt/yr, 1960 2.08 instead of 2.72, 1961")));
}

TEST(Changes, ThatChangeNothingAreNotTold) {
    EXPECT_THAT(lines_of("levers.export_mt = { scale = 1 }\n"), testing::IsEmpty());
    EXPECT_THAT(change_lines(load_scenario("historical"), load_scenario("historical")),
                testing::IsEmpty());
}

TEST(Changes, TellOfRegionsThatAreLeftOutOrAdded) {
    const auto scenario = parse_scenario(
        "extends = \"two-provinces\"\n[[region]]\nname = \"Modest\"\nshare = 0\n"
        "[[region]]\nname = \"New\"\nshare = 1.5\n",
        "x.toml");
    EXPECT_THAT(change_lines(load_scenario("two-provinces"), scenario),
                ElementsAre("region Modest is left out",
                            "region Zealous: 0.25 of the country instead of 0.5",
                            "region New: 0.75 of the country"));
}

TEST(MeanOfASchedule, IsExactOnLinesAndStepsWhereverTheyAreCut) {
    const auto ramp = Schedule::linear({{date("1958-01"), 0.0, ""}, {date("1959-01"), 1.0, ""}});
    const auto constants = default_constants();
    EXPECT_DOUBLE_EQ(mean_of(ramp, date("1958-01"), date("1959-01"), constants), 0.5);
    EXPECT_DOUBLE_EQ(mean_of(ramp, date("1958-07"), date("1959-07"), constants), 0.875);
    const auto steps = Schedule::steps({{date("1958-01"), 2.0, ""}, {date("1958-04"), 4.0, ""}});
    EXPECT_DOUBLE_EQ(mean_of(steps, date("1958-01"), date("1959-01"), constants), 3.5);
}

}  // namespace
}  // namespace granary

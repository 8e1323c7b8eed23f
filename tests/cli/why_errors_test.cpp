#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "cli/run_command.hpp"
#include "granary/write/study/chart_kinds.hpp"

namespace granary::test {
namespace {

struct Wrong {
    const char* arguments;
    int code;
    std::string message;  ///< without "granary: "
};

std::string known_kinds() {
    std::vector<std::string_view> names;
    for (const auto& kind : all_chart_kinds()) names.push_back(kind.name);
    return fmt::format("{}", fmt::join(names, ", "));
}

void expect_refused(std::initializer_list<Wrong> all) {
    for (const auto& wrong : all) {
        const auto run = granary(wrong.arguments);
        EXPECT_EQ(run.code, wrong.code) << wrong.arguments;
        EXPECT_EQ(run.err, "granary: " + wrong.message + "\n") << wrong.arguments;
        EXPECT_EQ(run.out, "") << wrong.arguments;
    }
}

TEST(Sweep, TellsWhatIsWrongWithAnAxis) {
    constexpr const char* form =
        "--lever pressure=0:1: expected NAME=FROM:TO:POINTS, such as pressure=0:2:11";
    expect_refused({
        {"sweep historical", 2, "nothing to vary: give --lever, --parameter or --levels"},
        {"sweep historical --lever presure=0:1:5", 4,
         "no lever \"presure\"; did you mean \"pressure\"?"},
        {"sweep historical --lever belief_lag_years=0.2:1.5:5", 2,
         "belief_lag_years is a parameter: write --parameter belief_lag_years"},
        {"sweep historical --parameter pressure=0:1:5", 2,
         "pressure is a lever: write --lever pressure"},
        {"sweep historical --parameter belief_lag_year=0.2:1.5:5", 4,
         "no parameter \"belief_lag_year\"; did you mean \"belief_lag_years\"?"},
        {"sweep historical --lever pressure=0:1", 2, form},
        {"sweep historical --lever pressure", 2,
         "--lever pressure: expected NAME=FROM:TO:POINTS, such as pressure=0:2:11"},
        {"sweep historical --lever pressure=a:1:5", 2, "pressure=a:1:5: \"a\" is not a number"},
        {"sweep historical --lever pressure=0:inf:5", 2,
         "pressure=0:inf:5: \"inf\" is not a number"},
        {"sweep historical --lever pressure=0:3:5", 2,
         "pressure = 3 is out of range: a number from 0 to 2 (political pressure to report large "
         "harvests; 1 = the peak of autumn 1958)"},
        {"sweep historical --parameter belief_lag_years=0:1:5", 2,
         "belief_lag_years = 0 is out of range: a number from 0.2 to 1.5 yr (time in which the "
         "centre's belief follows the reports)"},
        {"sweep historical --lever pressure=0:1:1", 2,
         "pressure=0:1:1: 1 points: a whole number from 2 to 10000"},
        {"sweep historical --lever pressure=0:1:2.5", 2,
         "pressure=0:1:2.5: 2.5 points: a whole number from 2 to 10000"},
        {"sweep historical --lever pressure=1:1:5", 2,
         "pressure=1:1:5: it goes from 1 to 1, nowhere"},
        {"sweep historical --levels 0:8", 2,
         "--levels 0:8: 0 is out of range: a whole number from 1 to 8"},
        {"sweep historical --levels 4", 2, "--levels 4: expected FROM:TO, such as 1:8"},
    });
}

TEST(Sweep, TellsWhatIsWrongWithTheGridOrTheFigure) {
    expect_refused({
        {"sweep historical --lever pressure=0:1:3 --lever export_mt=0:1:3 --levels 1:8", 2,
         "a sweep has one or two axes, not 3"},
        {"sweep historical --lever pressure=0:1:3 --lever pressure=0:2:3", 2,
         "pressure is varied twice"},
        {"sweep historical --lever pressure=0:1:2000 --lever export_mt=0:1:2000", 2,
         "a grid of 4000000 points is too large: at most 1000000"},
        {"sweep historical --lever pressure=0:1:3 --figure lowest_rations", 4,
         "no figure \"lowest_rations\"; did you mean \"lowest_ration_kg\"?"},
        {"sweep historical --lever pressure=0:1:3 --figure rural_ration_kg", 2,
         "rural_ration_kg is a year's figure: add --year, from 1957 to 1962"},
        {"sweep historical --lever pressure=0:1:3 --figure rural_ration_kg --year 1963", 2,
         "--year 1963: historical runs from 1957 to 1962"},
        {"sweep historical --lever pressure=0:1:3 --figure lowest_ration_kg --year 1960", 2,
         "--year 1960: lowest_ration_kg is of the whole run"},
        {"sweep historical --lever pressure=0:1:9999 -o /no/such/folder/a.csv", 5,
         "cannot write /no/such/folder/a.csv: No such file or directory"},
        {"sweep histrical --lever pressure=0:1:3", 4,
         "no scenario \"histrical\"; did you mean \"historical\"?"},
    });
}

TEST(Plot, TellsWhatIsWrongWithAPictureOfWhy) {
    expect_refused({
        {"plot historical --kind sweep", 2,
         "nothing to vary: give --lever, --parameter or --levels"},
        {"plot historical --kind ration --levels 1:8", 2,
         "--lever, --parameter and --levels are for --kind sweep, not ration"},
        {"plot historical --kind waterfal", 2,
         "no kind of chart \"waterfal\"; did you mean \"waterfall\"? (known are " + known_kinds() +
             ")"},
        {"plot historical --figure rural_ration_kg", 2,
         "--figure is for --kind waterfall and sweep, not overview"},
        {"plot historical --kind ration --year 1958", 2,
         "--year is for --kind overview, ladder, waterfall and sweep, not ration"},
        {"plot historical no-exports --year 1958", 2,
         "--kind overview with --year shows one scenario, not 2"},
        {"plot historical --kind waterfall --figure ration_kg --figure output_mt", 2,
         "--kind waterfall shows one --figure"},
        {"plot historical --width 640", 2,
         "--width is for PNG: give -o a file with the suffix .png"},
        {"plot historical --width 640 -o a.svg", 2,
         "--width is for PNG: give -o a file with the suffix .png"},
        {"plot historical no-exports --kind waterfall", 2,
         "--kind waterfall shows one scenario, not 2"},
        {"plot historical no-exports --levels 1:8", 2, "--kind sweep shows one scenario, not 2"},
        {"plot historical --kind waterfall --figure rations_kg", 4,
         "no attributed figure \"rations_kg\"; did you mean \"rural_ration_kg\"?"},
        {"plot historical --kind waterfall --figure output_mt", 4,
         "no attributed figure \"output_mt\"; did you mean \"output_actual_mt\"?"},
        {"sweep historical --levels 1:2 --figure export_sum_mt", 4,
         "no figure \"export_sum_mt\"; did you mean \"export_mt\"?"},
        {"plot historical --kind waterfall --year 1970", 2,
         "--year 1970: historical runs from 1957 to 1962"},
        {"plot historical --lever pressure=0:2:300 --lever export_mt=0:6:300", 2,
         "a grid of 90000 points is too large for a picture: at most 10000"},
        {"plot historical --levels 1:8 -o /no/such/folder/a.svg", 5,
         "cannot write /no/such/folder/a.svg: No such file or directory"},
        {"sweep historical --levels 1:8 -o a.pdf", 2,
         "a.pdf: no format has the suffix .pdf; known are .txt, .csv, .json, .svg and .png"},
    });
}

TEST(Search, TellsWhatIsWrongWithTheQuestion) {
    expect_refused({
        {"search historical --ration-above 180", 2,
         "what may change: give --lever or --parameter, one of them"},
        {"search historical --lever pressure", 2,
         "what must hold: give --ration-above KG or --deaths-below MILLION, one of them"},
        {"search historical --lever pressure --ration-above 180 --deaths-below 3", 2,
         "what must hold: give --ration-above KG or --deaths-below MILLION, one of them"},
        {"search historical --lever presure=0 --ration-above 180", 4,
         "no lever \"presure\"; did you mean \"pressure\"?"},
        {"search historical --lever pressure=3 --ration-above 180", 2,
         "pressure = 3 is out of range: a number from 0 to 2 (political pressure to report large "
         "harvests; 1 = the peak of autumn 1958)"},
        {"search historical --lever pressure=0 --scale --ration-above 180", 2,
         "--scale does not go with --lever pressure=0: a date is searched, not a size"},
        {"search historical --lever pressure --lever export_mt --ration-above 180", 2,
         "one lever is searched at a time; several only as a decision, each with its value, such "
         "as --lever pressure=0 --lever verification=2"},
        {"search historical --parameter belief_lag_years --scale --ration-above 180", 2,
         "--scale is for a lever's schedule, not for a parameter"},
        {"search historical --lever relief --scale --ration-above 180", 2,
         "relief is 0 throughout in historical: a multiple of it changes nothing"},
        {"search historical --lever pressure=0 --ration-above -5", 2,
         "--ration-above -5: a number above 0, at most 1000"},
        {"search historical --lever pressure=0 --deaths-below nan", 2,
         "--deaths-below nan: a number above 0, at most 10000"},
        {"search historical --lever pressure=0 --ration-above 180 --year 1970", 2,
         "--year 1970: historical runs from 1957 to 1962"},
    });
}

TEST(Attribute, RefusesWhatOtherCommandsRefuse) {
    EXPECT_EQ(granary("attribute").code, 2);
    EXPECT_EQ(granary("attribute histrical").code, 4);
    EXPECT_EQ(granary("attribute historical --format xml").code, 2);
    EXPECT_EQ(granary("attribute historical --set levers.export_mt=30").code, 3);
}

}  // namespace
}  // namespace granary::test

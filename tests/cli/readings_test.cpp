/// Runs under readings of the record, as a shell asks for them.

#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

#include "cli/run_command.hpp"
#include "granary/granary.hpp"
#include "granary/read/reading_file.hpp"
#include "granary/write/number.hpp"
#include "granary/write/text.hpp"

namespace granary::test {
namespace {

using testing::AllOf;
using testing::Each;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// The cells of a column of a CSV file; none where it has no such column.
std::vector<std::string> column(const std::string& csv, const std::string& name) {
    std::vector<std::string> cells;
    const auto table = rows(csv);
    const auto head = split(table.at(0));
    const auto at =
        static_cast<std::size_t>(std::find(head.begin(), head.end(), name) - head.begin());
    for (std::size_t row = 1; row < table.size() && at < head.size(); ++row)
        cells.push_back(split(table[row]).at(at));
    return cells;
}

/// As a document has it of 1960, and of the whole run in its leading digits.
std::string json_deaths_of_1960(const Scenario& scenario) {
    return "\"excess_deaths_million\": " +
           shortest(simulate(scenario).annual(1960).excess_deaths_million);
}
std::string json_deaths(const Scenario& scenario) {
    return "\"excess_deaths_million\": " +
           shortest(simulate(scenario).excess_deaths_million()).substr(0, 10);
}

TEST(ReadingOption, RunsTheScenarioUnderThatReading) {
    const auto run = granary("run historical --reading un --format json");
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, AllOf(HasSubstr("\"reading\": \"un\""), Not(HasSubstr("\"tolls\": []")),
                               HasSubstr(json_deaths_of_1960(
                                   under(load_scenario("historical"), load_reading("un"))))));
}

TEST(ReadingOption, IsTheSameAsASetting) {
    const auto option = granary("run no-exports --reading un --format csv --quiet");
    const auto setting = granary("run no-exports --set 'reading=\"un\"' --format csv --quiet");
    EXPECT_EQ(option.code, 0) << option.err;
    EXPECT_EQ(option.out, setting.out);
}

TEST(ReadingOption, LeavesTheScenariosOwnConstantsAndTheNumbersOfTheSettings) {
    const auto run = granary(
        "run historical --reading un --set parameters.hunger_death_rate_per_year=0.3 --format "
        "json");
    ASSERT_EQ(run.code, 0) << run.err;
    const std::vector<std::string> settings{"parameters.hunger_death_rate_per_year=0.3"};
    EXPECT_THAT(run.out, HasSubstr(json_deaths_of_1960(
                             under(load_scenario("historical", settings), load_reading("un")))));
    const auto wrong = granary("run historical --reading un --set levers.presure=0");
    EXPECT_THAT(wrong.err, StartsWith("granary: --set 1:8: unknown lever \"presure\""));
}

TEST(ReadingOption, OfANameThatIsNoneTellsTheNearest) {
    for (const std::string command :
         {"run historical", "compare historical no-exports", "attribute lushan-heeded",
          "plot historical --kind ladder -o -", "report historical -o -"}) {
        const auto run = granary(command + " --reading jang");
        EXPECT_EQ(run.code, 4) << command;
        EXPECT_EQ(run.err, "granary: no reading \"jang\"; did you mean \"jiang\"?\n") << command;
    }
}

TEST(ReadingOption, TakesAFileOfOnesOwn) {
    const Folder folder;
    const auto mine = folder.write(
        "mine.toml", "title = \"Mine\"\n[parameters]\nhunger_death_rate_per_year = 0.2\n");
    const auto run = granary("run historical --format csv --quiet --reading " + mine);
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(column(run.out, "reading"), AllOf(testing::SizeIs(6), Each("mine")));
    folder.write("mine.toml", "[parameters]\nhunger_death_rate_per_yaer = 0.2\n");
    const auto faulty = granary("run historical --reading " + mine);
    EXPECT_EQ(faulty.code, 3);
    EXPECT_THAT(faulty.err, StartsWith("granary: " + mine + ":2:1: unknown parameter"));
}

/// Whatever tells of deaths says of which reading they are.
TEST(Readings, AreNamedInEveryTable) {
    for (const std::string command :
         {"run historical", "compare historical no-exports", "attribute lushan-heeded",
          "run historical --format json", "compare historical no-exports --format json",
          "attribute lushan-heeded --format json"})
        EXPECT_THAT(granary(command).out, HasSubstr("registered")) << command;
    EXPECT_THAT(column(granary("run historical --format csv --quiet").out, "reading"),
                AllOf(testing::SizeIs(6), Each("registered")));
}

TEST(Readings, OfARunAreToldWithItsDeathsUnlessThePointIsAskedFor) {
    double least = 1e9, most = 0;
    for (const auto& reading : shipped_readings()) {
        const double deaths =
            simulate(under(load_scenario("historical"), reading)).excess_deaths_million();
        least = std::min(least, deaths);
        most = std::max(most, deaths);
    }
    const auto range = fixed(least, 1) + " to " + fixed(most, 1) + " million over " +
                       std::to_string(shipped_readings().size()) + " readings of the record";
    EXPECT_THAT(one_line(granary("run historical").out), HasSubstr(range));
    EXPECT_THAT(one_line(granary("run historical --point").out),
                AllOf(Not(HasSubstr(range)), Not(HasSubstr("readings of the record ("))));
}

TEST(Readings, AllAreLaidSideBySide) {
    const auto run = granary("run historical --reading all --format json");
    ASSERT_EQ(run.code, 0) << run.err;
    for (const auto& reading : shipped_readings())
        EXPECT_THAT(run.out,
                    AllOf(HasSubstr("\"reading\": \"" + reading.name + "\""),
                          HasSubstr(json_deaths(under(load_scenario("historical"), reading)))))
            << reading.name;
}

/// What a reading gives is no decision: under each of them history is what happened.
TEST(Readings, ChangeNothingOfWhatWasDecided) {
    for (const auto& reading : shipped_readings()) {
        const auto under_it = " --point --reading " + reading.name;
        EXPECT_THAT(
            one_line(granary("run historical" + under_it).out),
            AllOf(HasSubstr("Published counts, million: 4-5 (Cheng"), Not(HasSubstr("Changes of"))))
            << reading.name;
        const auto other = one_line(granary("run no-exports" + under_it).out);
        EXPECT_THAT(other, AllOf(HasSubstr("years' means: relief_from_exports"),
                                 Not(HasSubstr("Published")), Not(HasSubstr("pressure from")),
                                 Not(HasSubstr("pressure thr"))))
            << reading.name;
    }
    EXPECT_THAT(one_line(granary("run historical --reading all").out),
                HasSubstr("Published counts, million: 4-5 (Cheng"));
    EXPECT_THAT(granary("compare historical no-exports --reading un").out,
                Not(HasSubstr("Published")));
    EXPECT_THAT(granary("run historical --reading un --set parameters.belief_lag_years=1").out,
                Not(HasSubstr("Published")));
}

TEST(Readings, StandBesideWhatOthersFoundOfHistory) {
    EXPECT_THAT(granary("attribute historical --reading un").out,
                HasSubstr("Li & Yang 2005, of the harvest's fall"));
}

TEST(Readings, AllOfAScenarioWithRegionsSayThatTheNationAloneIsShown) {
    for (const std::string format : {"table", "csv --about"}) {
        const auto all = granary("run two-provinces --reading all --format " + format).out;
        EXPECT_THAT(one_line(all), HasSubstr("the regions of A, B, C, D, E, F, G, H are shown by "
                                             "granary run under one reading"));
    }
    EXPECT_THAT(one_line(granary("compare historical two-provinces").out),
                HasSubstr("the regions of B are shown"));
    EXPECT_THAT(granary("run historical --reading all").out, Not(HasSubstr("the regions of")));
}

TEST(Readings, AllAreToldOneBelowTheOtherByAStudyOfOneScenario) {
    for (const std::string command :
         {"attribute lushan-heeded",
          "search lushan-heeded --lever 'export_mt*' --deaths-below 8"}) {
        const auto all = granary(command + " --reading all");
        ASSERT_EQ(all.code, 0) << all.err;
        const auto one = granary(command + " --reading un");
        const auto told = one.out.substr(one.out.find("\n\n"));
        EXPECT_THAT(all.out, HasSubstr(told)) << command;
        for (const auto& reading : shipped_readings())
            EXPECT_THAT(one_line(all.out), HasSubstr("told by the reading " + reading.name + ";"));
    }
}

TEST(Readings, AreEachComparedWithTheirOwn) {
    const auto all = granary("compare historical honest-reporting --reading all");
    ASSERT_EQ(all.code, 0) << all.err;
    for (const auto& reading : shipped_readings())
        EXPECT_THAT(one_line(all.out),
                    HasSubstr("With \"Honest reporting, " + reading.name +
                              "\" instead of \"Historical, " + reading.name + "\""));
    const auto history = under(load_scenario("historical"), load_reading("un"));
    const auto honest = under(load_scenario("honest-reporting"), load_reading("un"));
    EXPECT_THAT(one_line(all.out), HasSubstr(fixed(simulate(history).excess_deaths_million() -
                                                       simulate(honest).excess_deaths_million(),
                                                   1) +
                                             " million fewer people die"));
}

TEST(Readings, ThatDifferBetweenTwoScenariosLeaveNoDifferenceOfDeaths) {
    const Folder folder;
    const auto file = folder.write("honest.toml",
                                   "title = \"Honest\"\nsummary = \"s\"\n"
                                   "extends = \"honest-reporting\"\nreading = \"un\"\n");
    const auto out = one_line(granary("compare historical \"" + file + "\"").out);
    EXPECT_THAT(out, HasSubstr("do not compare; over 8 readings of the record"));
    EXPECT_THAT(out, Not(HasSubstr("fewer people die")));
}

TEST(Readings, OfAReportAreThoseOfTheHistoryBesideItToo) {
    const auto page = granary("report honest-reporting --reading un -o -").out;
    const auto history = under(load_scenario("historical"), load_reading("un"));
    EXPECT_THAT(page, HasSubstr("instead of " +
                                fixed(simulate(history).excess_deaths_million(), 1) + " million"));
    const auto all = granary("report honest-reporting --reading all -o -");
    ASSERT_EQ(all.code, 0) << all.err;
    for (const auto& reading : shipped_readings())
        EXPECT_THAT(all.out, HasSubstr("Honest reporting, " + reading.name)) << reading.name;
}

TEST(Readings, AllAreRefusedWhereOneIsShown) {
    for (const std::string command :
         {"attribute lushan-heeded --format json",
          "search historical --parameter belief_lag_years --ration-above 150 --format csv",
          "sweep historical --lever export_mt=0:6:3", "run historical --every month"}) {
        const auto run = granary(command + " --reading all");
        EXPECT_EQ(run.code, 2) << command;
        EXPECT_THAT(run.err, HasSubstr("all")) << command;
        EXPECT_EQ(run.out, "") << command;
    }
    const auto plot = granary("plot lushan-heeded --kind waterfall --reading all -o -");
    EXPECT_EQ(plot.code, 2);
    EXPECT_THAT(plot.err, StartsWith("granary: --kind waterfall shows one reading, not all"));
}

}  // namespace
}  // namespace granary::test

#include <gmock/gmock.h>

#include "cli/run_command.hpp"
#include "granary/foundation/plain_text.hpp"
#include "granary/granary.hpp"
#include "granary/state/figures.hpp"
#include "granary/write/text.hpp"

namespace granary::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(Run, PrintsTitleEveryYearAndOneSentence) {
    const auto run = granary("run historical");
    ASSERT_EQ(run.code, 0) << run.err;
    const auto scenario = load_scenario("historical");
    EXPECT_EQ(lines(run.out).front(), scenario.title);
    for (int year = 1957; year <= 1962; ++year)
        EXPECT_NE(line_of(run.out, std::to_string(year) + " "), "");
    EXPECT_THAT(run.out, HasSubstr("\nThe rural ration "));
    EXPECT_TRUE(run.out.ends_with(".\n"));
    EXPECT_EQ(run.err, "");
}

TEST(Run, SetsTheRecordedRationBesideTheModels) {
    const auto run = granary("run historical --quiet");
    const char* recorded[] = {"205", "201", "183", "156", "154", "161"};
    for (int year = 1957; year <= 1962; ++year)
        EXPECT_EQ(words(line_of(run.out, std::to_string(year))).at(8), recorded[year - 1957]);
}

TEST(Run, ShowsTheRationThatTheLibraryGives) {
    const auto figures = simulate(load_scenario("historical")).annual(1960);
    const auto cells = words(line_of(granary("run historical").out, "1960"));
    EXPECT_NEAR(std::stod(cells.at(7)), figures.rural_ration_kg, 0.5);
    EXPECT_NEAR(std::stod(cells.at(4)), figures.procurement_net_mt, 0.05);
    EXPECT_NEAR(std::stod(cells.at(11)), figures.excess_deaths_million, 0.05);
}

TEST(Run, SetsEachAuthorsCountBesideHistory) {
    const auto out = one_line(granary("run historical").out);
    EXPECT_THAT(out,
                AllOf(HasSubstr("15 (Houser, Sands & Xiao 2003/2009, 1959-1961), 16.5 (Coale"),
                      HasSubstr("55 (Yu Xiguang, 1958-1962)"), HasSubstr("20 or more (Spence")));
    EXPECT_THAT(out, Not(HasSubstr(" range"))) << "what a survey says is nobody's count";
    EXPECT_THAT(out, Not(HasSubstr("Coale 1984"))) << "its period reaches beyond the run";
}

TEST(Run, SetsNoCountOfTheDeadBesideWhatDidNotHappen) {
    for (const auto* what :
         {"honest-reporting", "two-provinces", "historical --set levers.pressure=0",
          "historical --set parameters.belief_lag_years=1", "historical --set reporting_levels=1",
          "historical --set 'end=\"1975-01\"'"}) {
        const auto out = one_line(granary(std::string("run ") + what).out);
        EXPECT_THAT(out, AllOf(HasSubstr("Excess deaths"), HasSubstr("the reading registered"),
                               Not(HasSubstr("Published counts")), Not(HasSubstr("Houser"))))
            << what;
    }
}

TEST(Run, NamesTheSourcesOfTheRecordAndTheirEvidence) {
    EXPECT_THAT(one_line(granary("run historical").out),
                AllOf(HasSubstr("SPENCE 1957-61, LUO2006 1962"), HasSubstr("all sourced"),
                      HasSubstr("Houser, Sands & Xiao"), HasSubstr("Dikotter 2010")));
}

TEST(Run, KeepsEveryLineUnderAHundredColumns) {
    for (const auto* arguments : {"historical", "two-provinces", "historical --every month"})
        for (const auto& line : lines(granary(std::string("run ") + arguments).out))
            EXPECT_LT(display_width(line), 100U) << line;
}

TEST(Run, QuietPrintsTheTableAlone) {
    const auto all = lines(granary("run historical --quiet").out);
    EXPECT_EQ(all.size(), 2U + 6U);
    EXPECT_THAT(all.front(), StartsWith("year"));
    EXPECT_THAT(all.back(), StartsWith("1962"));
}

TEST(Run, PrintsABlockForEachRegionAndOneForTheNation) {
    const auto out = granary("run two-provinces").out;
    const auto modest = out.find("\nModest: "), zealous = out.find("\nZealous: "),
               whole = out.find("\nNation\n");
    EXPECT_LT(modest, zealous);
    EXPECT_LT(zealous, whole);
    EXPECT_NE(whole, std::string::npos);
    EXPECT_THAT(out, HasSubstr("by region the lowest ration ranges"));
}

TEST(Run, MarksAYearOfWhichOnlyAPartWasRun) {
    const Folder folder;
    const auto file = folder.write("part.toml",
                                   "title = \"Part\"\nextends = \"historical\"\n"
                                   "start = \"1957-01\"\nend = \"1958-07\"\n");
    const auto out = granary("run " + file).out;
    EXPECT_THAT(out, AllOf(HasSubstr("\n1958*"), HasSubstr("\n1957 "), HasSubstr("only a part")));
}

TEST(Run, MarksAMonthOfWhichOnlyAPartWasRun) {
    const auto out = granary("run historical --every month --set 'end=\"1962-03-15\"'").out;
    EXPECT_THAT(out, AllOf(HasSubstr("\n1962-03*"), HasSubstr("\n1962-02 "),
                           HasSubstr("*: only a part of the month was run.")));
    EXPECT_THAT(granary("run historical --every month").out, Not(HasSubstr("*")));
}

TEST(Run, SaysOfWhichSpanItsDeathsAre) {
    EXPECT_THAT(one_line(granary("run historical").out), HasSubstr("Excess deaths 1957-62: "));
    EXPECT_THAT(one_line(granary("run historical --set 'end=\"1962-03\"'").out),
                HasSubstr("Excess deaths from 1957-01 until 1962-03: "));
}

TEST(Run, LeavesOutTheRecordWhereItHasNoneOfTheYears) {
    const Folder folder;
    const auto file = folder.write("later.toml",
                                   "title = \"Later\"\nstart = \"1971-01\"\n"
                                   "end = \"1973-01\"\n"
                                   "[parameters]\nrural_population_start_million = 540\n"
                                   "urban_population_start_million = 92\n"
                                   "village_grain_start_mt = 85\nstate_grain_start_mt = 44\n"
                                   "standing_summer_crop_start_mt = 0.1\n");
    const auto run = granary("run " + file);
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, AllOf(Not(HasSubstr("Record:")), Not(HasSubstr(" record "))));
}

TEST(Run, CannotBeMadeToSendEscapesToTheTerminal) {
    const Folder folder;
    const auto file =
        folder.write("escape.toml", "title = \"a\\u001B[2Jb\\nc\"\nextends = \"historical\"\n");
    const auto run = granary("run " + file);
    EXPECT_EQ(run.code, 3);
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, AllOf(HasSubstr("escape.toml:1:9: title"), Not(HasSubstr("\x1b"))));
}

TEST(RunCsv, TellsBetweenWhichDatesAYearWasRun) {
    const auto table = rows(granary("run historical --format csv --set 'end=\"1962-03\"'").out);
    EXPECT_THAT(table.front(), testing::EndsWith(",from,to,reading,tested"));
    EXPECT_THAT(table.at(5), testing::EndsWith(",1961-01,1962-01,registered,true"));
    EXPECT_THAT(table.back(), testing::EndsWith(",1962-01,1962-03,registered,true"));
}

TEST(RunCsv, HasTheColumnsOfTheYearTableInTheirOrder) {
    std::string header = "year";
    for (const auto& column : figure_columns<double>) header += "," + std::string(column.name);
    EXPECT_EQ(rows(granary("run historical --format csv").out).front(),
              header + ",from,to,reading,tested");
    EXPECT_THAT(header, StartsWith("year,rural_ration_kg,urban_ration_kg,output_actual_mt,"
                                   "output_reported_mt,output_believed_mt,procurement_gross_mt,"));
}

TEST(RunCsv, NumbersReadBackAsTheSameBits) {
    const auto run = simulate(load_scenario("historical"));
    const auto table = rows(granary("run historical --format csv").out);
    ASSERT_EQ(table.size(), 7U);
    for (std::size_t row = 1; row < table.size(); ++row) {
        const auto cells = split(table[row]);
        const auto figures = run.annual(std::stoi(cells.front()));
        for (std::size_t i = 0; i < figure_columns<double>.size(); ++i)
            EXPECT_EQ(std::stod(cells[i + 1]), figures.*figure_columns<double>[i].value);
    }
}

TEST(RunCsv, MonthsAddUpToTheirYear) {
    const auto table = rows(granary("run historical --format csv --every month").out);
    ASSERT_EQ(table.size(), 1U + 72U);
    EXPECT_THAT(table[0], StartsWith("month,"));
    EXPECT_THAT(table[1], StartsWith("1957-01,"));
    const auto names = split(table[0]);
    const auto deaths = static_cast<std::size_t>(
        std::find(names.begin(), names.end(), "deaths_million") - names.begin());
    double sum = 0;
    for (std::size_t month = 1; month <= 12; ++month)
        sum += std::stod(split(table[36 + month])[deaths]);
    EXPECT_NEAR(sum, simulate(load_scenario("historical")).annual(1960).deaths_million, 1e-9);
}

TEST(RunCsv, GivesRegionsAColumnAndTheNationItsRows) {
    const auto table = rows(granary("run two-provinces --format csv").out);
    ASSERT_EQ(table.size(), 1U + 3 * 6U);
    EXPECT_THAT(table[0], StartsWith("region,year,rural_ration_kg,"));
    EXPECT_THAT(table[1], StartsWith("Modest,1957,"));
    EXPECT_THAT(table[7], StartsWith("Zealous,1957,"));
    EXPECT_THAT(table[13], StartsWith("national,1957,"));
}

TEST(RunCsv, LeavesUndefinedFiguresEmpty) {
    const auto table = rows(granary("run two-provinces --format csv").out);
    const auto names = split(table[0]);
    const auto export_column = static_cast<std::size_t>(
        std::find(names.begin(), names.end(), "export_mt") - names.begin());
    EXPECT_EQ(split(table[1])[export_column], "");
    EXPECT_NE(split(table[13])[export_column], "");
    EXPECT_THAT(granary("run two-provinces --format csv").out, Not(HasSubstr("nan")));
}

TEST(RunCsv, BeginsWithItsHeader) {
    for (const auto* command :
         {"run historical", "compare historical no-exports", "attribute historical",
          "sweep historical --lever pressure=0:1:2",
          "search historical --lever export_mt --ration-above 155", "data grain_export"})
        EXPECT_THAT(granary(std::string(command) + " --format csv").out,
                    testing::MatchesRegex("[a-z_ ]+,[^#]*"))
            << command;
}

TEST(RunCsv, KeepsBesideAFileHowItWasMade) {
    const Folder folder;
    EXPECT_EQ(granary("run historical --set levers.pressure=0 -o " + folder.path("a.csv")).code, 0);
    EXPECT_THAT(
        contents(folder.path("a.csv.json")),
        AllOf(HasSubstr("\"about_csv\": \"a.csv\""),
              HasSubstr("\"format\": \"granary-about-csv-1\""), HasSubstr("scenario: historical"),
              HasSubstr("set: levers.pressure=0"), HasSubstr("units: ")));
    EXPECT_EQ(granary("run historical --quiet -o " + folder.path("b.csv")).code, 0);
    EXPECT_EQ(contents(folder.path("b.csv.json")), "");
}

TEST(RunCsv, KeepsAFileOfAnothersThatStandsWhereItWouldSayHowItWasMade) {
    const Folder folder;
    const auto others = folder.write("a.csv.json", "{}\n");
    const auto run = granary("run historical -o " + folder.path("a.csv"));
    EXPECT_EQ(run.code, 5);
    EXPECT_THAT(run.err, HasSubstr("a.csv.json"));
    EXPECT_EQ(contents(others), "{}\n");
    EXPECT_EQ(contents(folder.path("a.csv")), "");
}

TEST(RunCsv, SaysAboveTheTableHowItWasMadeWhereThatIsAsked) {
    EXPECT_EQ(granary("run historical --about").code, 2) << "a table says it anyway";
    const auto out = granary("run historical --format csv --about --set levers.pressure=0").out;
    EXPECT_THAT(
        out, AllOf(HasSubstr("# scenario: historical\n"), HasSubstr("# set: levers.pressure=0\n"),
                   HasSubstr("# granary "), HasSubstr("# units: ")));
    EXPECT_EQ(lines(granary("run historical --format csv --quiet").out).size(), 7U);
}

TEST(RunSet, ActsAsTheSameChangeInTheLibrary) {
    const auto changed = simulate(load_scenario("historical").with(lever::pressure, 0.0));
    const auto table = rows(granary("run historical --format csv --set levers.pressure=0").out);
    EXPECT_EQ(std::stod(split(table[4])[1]), changed.annual(1960).rural_ration_kg);
}

TEST(RunSet, RefusesAnUnknownLeverAndNamesTheNearest) {
    const auto run = granary("run historical --set levers.presure=1 --set parameters.nonsense=2");
    EXPECT_EQ(run.code, 3);
    EXPECT_EQ(run.out, "");
    EXPECT_EQ(run.err,
              "granary: --set 1:8: unknown lever \"presure\"; did you mean \"pressure\"?\n"
              "     | levers.presure=1\n"
              "     |        ^^^^^^^\n"
              "granary: --set 2:12: unknown parameter \"nonsense\"\n"
              "     | parameters.nonsense=2\n"
              "     |            ^^^^^^^^\n");
}

}  // namespace
}  // namespace granary::test

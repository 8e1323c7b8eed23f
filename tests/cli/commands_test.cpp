#include <gmock/gmock.h>

#include "cli/run_command.hpp"
#include "granary/granary.hpp"
#include "granary/scenario/kernels.hpp"
#include "granary/state/figures.hpp"
#include "granary/state/flows.hpp"

namespace granary::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(Command, ListsItsExitCodesInTheHelp) {
    const auto help = granary("--help");
    EXPECT_EQ(help.code, 0);
    for (const auto* code : {"  2  the command line", "  3  a scenario", "  4  nothing",
                             "  5  a file", "  6  the run", "  7  the record"})
        EXPECT_THAT(help.out, HasSubstr(code));
    EXPECT_THAT(granary("run --help").out, HasSubstr("--every"));
}

TEST(Command, SaysItsVersion) {
    EXPECT_THAT(granary("--version").out, testing::MatchesRegex("granary [0-9.]+\n"));
}

TEST(Command, NamesTheNearestCommand) {
    const auto run = granary("rnu historical");
    EXPECT_EQ(run.code, 2);
    EXPECT_THAT(run.err, HasSubstr("did you mean \"run\""));
}

TEST(Command, HasAnExitCodeForEachClassOfError) {
    const Folder folder;
    const auto broken = folder.write("broken.toml",
                                     "title = \"x\"\nextends = \"historical\"\n"
                                     "[levers]\npressure = 9\n");
    EXPECT_EQ(granary("run").code, 2);
    EXPECT_EQ(granary("run historical --format pdf").code, 2);
    EXPECT_EQ(granary("run " + broken).code, 3);
    EXPECT_EQ(granary("run histrical").code, 4);
    EXPECT_EQ(granary("data rural_raton_kg").code, 4);
    EXPECT_EQ(granary("explain lever presure").code, 4);
}

TEST(Check, SaysOkForEveryShippedScenario) {
    for (const auto& shipped : shipped_scenarios()) {
        const auto check = granary("check " + shipped.name);
        EXPECT_EQ(check.code, 0) << check.err;
        EXPECT_THAT(check.out, StartsWith("ok " + shipped.name + ": " + shipped.title));
    }
}

TEST(Check, GoesThroughAllArgumentsAndReportsAllProblems) {
    const Folder folder;
    const auto broken = folder.write("broken.toml",
                                     "extends = \"historical\"\ntitle = \"x\"\n"
                                     "[levers]\npressure = 9\nnonsense = 1\n");
    const auto check = granary("check " + broken + " historical no-such two-provinces");
    EXPECT_EQ(check.code, 3);
    EXPECT_THAT(check.out, AllOf(HasSubstr("ok historical"), HasSubstr("ok two-provinces")));
    EXPECT_THAT(check.err, AllOf(HasSubstr("broken.toml:4:"), HasSubstr("broken.toml:5:"),
                                 HasSubstr("no-such")));
}

TEST(List, NamesEveryShippedScenario) {
    const auto out = granary("list").out;
    for (const auto& shipped : shipped_scenarios())
        EXPECT_THAT(line_of(out, shipped.name + " "), HasSubstr(shipped.title));
}

TEST(Compare, GivesTheDifferenceAgainstTheFirst) {
    const auto out = granary("compare historical honest-reporting").out;
    const auto cells = words(line_of(out, "excess deaths, rural, M"));
    ASSERT_EQ(cells.size(), 7U);
    EXPECT_NEAR(std::stod(cells[5]) - std::stod(cells[4]), std::stod(cells[6]), 0.101);
    EXPECT_THAT(out, HasSubstr("With \"Honest reporting\" instead of \"Historical\", "));
    EXPECT_THAT(out, Not(HasSubstr("ublished")));
}

TEST(Compare, FindsNothingBetweenAScenarioAndItself) {
    const auto out = granary("compare historical historical").out;
    EXPECT_THAT(out, AllOf(HasSubstr("as many people die of hunger"), HasSubstr("is the same")));
    EXPECT_EQ(words(line_of(out, "births lost, M")).back(), "0.0");
}

TEST(Compare, DrawsNoConclusionFromDifferentSpans) {
    const Folder folder;
    const auto file = folder.write("short.toml",
                                   "title = \"Short\"\nextends = \"historical\"\n"
                                   "start = \"1957-01\"\nend = \"1958-01\"\n");
    const auto out = granary("compare historical " + file).out;
    EXPECT_THAT(out, AllOf(HasSubstr("do not compare"), Not(HasSubstr("die of hunger"))));
}

TEST(Compare, GivesTidyRowsAsCsv) {
    const auto table = rows(granary("compare historical no-exports --format csv").out);
    ASSERT_EQ(table.size(), 1U + 12U);
    EXPECT_THAT(table[0], StartsWith("scenario,year,rural_ration_kg,"));
    EXPECT_THAT(table[1], StartsWith("historical,1957,"));
    EXPECT_THAT(table[12], StartsWith("no-exports,1962,"));
    EXPECT_EQ(table[4].substr(table[4].find(',') + 1),
              rows(granary("run historical --format csv").out)[4]);
}

TEST(Data, ShowsAllSourcesWhereTheyDisagree) {
    const auto out = granary("data rural_ration_kg").out;
    for (const auto* row :
         {"1957       204  sourced", "1957       205  sourced", "1957    204.53  unv"})
        EXPECT_NE(line_of(out, row), "");
    EXPECT_THAT(out, HasSubstr("Spence, J. D., The Search for Modern China"));
    EXPECT_EQ(out, granary("data grain_consumption_rural").out);
}

TEST(Data, ShowsBothBasesOfGrossProcurement) {
    const auto out = granary("data procurement_gross_mt").out;
    EXPECT_THAT(out, AllOf(HasSubstr("grain_procurement_gross_ssb: "),
                           HasSubstr("grain_procurement_gross_moa: ")));
}

TEST(Data, AnswersToEveryColumnOnRecordAndEveryVariable) {
    for (const auto& alias : year_table_aliases())
        EXPECT_EQ(granary("data " + std::string(alias.column)).code, 0) << alias.column;
    for (const auto& variable : history().variables())
        EXPECT_THAT(granary("data --list").out, HasSubstr("  " + variable.name + " "));
}

TEST(Data, KeepsAllRowsAndColumnsAsCsv) {
    const auto table = rows(granary("data rural_ration_kg --format csv").out);
    EXPECT_EQ(table.front(), "period,variable,value,unit,evidence,source_id,announced_on,note");
    EXPECT_EQ(table.size(), 1 + history().of("rural_ration_kg").size());
    EXPECT_EQ(rows(granary("data events --format csv").out).size(), 1 + history().events().size());
}

TEST(Data, ShowsDeathEstimatesByAuthor) {
    const auto out = granary("data excess_deaths_million").out;
    EXPECT_EQ(lines(out).at(1), "");
    for (const auto& estimate : history().death_estimates())
        EXPECT_THAT(out, HasSubstr("\n" + estimate.author + " "));
    EXPECT_THAT(line_of(out, "Spence"), HasSubstr("20 or more"));
    EXPECT_THAT(line_of(out, "United Nations"), HasSubstr("derived, UNWPP2024"));
    EXPECT_THAT(granary("run historical").out, Not(HasSubstr("United Nations")));
}

TEST(Data, ShowsAProvince) {
    EXPECT_THAT(granary("data --province Anhui").out, HasSubstr("three-year mean"));
    EXPECT_THAT(granary("data --province Anhuy").err, HasSubstr("did you mean \"Anhui\""));
    EXPECT_EQ(granary("data --province Anhui no_such_variable").code, 4);
}

TEST(Explain, GivesALeversCourseWithASourceForEachPoint) {
    const auto out = granary("explain lever pressure").out;
    EXPECT_THAT(line_of(out, "1957-10"), HasSubstr("SPENCE p. 517"));
    EXPECT_THAT(line_of(out, "1959-07-15"), HasSubstr("pressure_lull"));
    EXPECT_THAT(line_of(out, "1960-11-03"), HasSubstr("Twelve Articles"));
    EXPECT_THAT(out, HasSubstr("0 to 2"));
}

TEST(Explain, FindsANameOfAnyKindAndASymbol) {
    EXPECT_THAT(granary("explain belief_lag_years").out, StartsWith("parameter belief_lag_years"));
    EXPECT_THAT(granary("explain tau_b").out, StartsWith("parameter belief_lag_years"));
    EXPECT_THAT(granary("explain two-provinces").out, StartsWith("scenario two-provinces"));
    EXPECT_THAT(granary("explain lushan").out, StartsWith("event 1959-07: Lushan"));
    EXPECT_THAT(granary("explain event 1960-11").out, HasSubstr("Twelve Articles"));
    EXPECT_THAT(granary("explain eaten_kg").out, StartsWith("figure eaten_kg"));
    EXPECT_THAT(granary("explain presure").err, HasSubstr("did you mean \"pressure\""));
    EXPECT_THAT(granary("explain life_expectancy").err, HasSubstr("granary data life_expectancy"));
}

TEST(Explain, KnowsEveryWordOverTheColumnsOfItsTables) {
    const std::pair<const char*, const char*> words[] = {
        {"claimed", "output_reported_mt"},       {"believed", "output_believed_mt"},
        {"harvest", "output_actual_mt"},         {"taken", "procurement_net_mt"},
        {"left", "left_in_village_mt"},          {"eaten", "eaten_kg"},
        {"ration", "rural_ration_kg"},           {"record", "rural_ration_kg"},
        {"deaths", "crude_death_rate_per_1000"}, {"excess", "excess_deaths_million"}};
    for (const auto& [word, figure] : words)
        EXPECT_THAT(granary(std::string("explain ") + word).out,
                    HasSubstr(std::string("figure ") + figure))
            << word;
}

TEST(Data, KnowsTheWordsOverTheColumnsOfTheTables) {
    const std::pair<const char*, const char*> words[] = {{"claimed", "output_reported_mt"},
                                                         {"taken", "procurement_gross_mt"},
                                                         {"ration", "rural_ration_kg"},
                                                         {"harvest", "output_actual_mt"},
                                                         {"excess", "excess_deaths_million"}};
    for (const auto& [word, column] : words)
        EXPECT_THAT(granary(std::string("data ") + word).out,
                    HasSubstr(granary(std::string("data ") + column).out))
            << word;
    const auto record = granary("data record").out;
    EXPECT_THAT(record, HasSubstr(granary("data rural_ration_kg").out));
    EXPECT_THAT(record, HasSubstr(granary("data crude_death_rate_per_1000").out));
}

TEST(Data, SaysWhichWordsOfTheTablesAreOfTheModelAlone) {
    for (const auto* word : {"left", "eaten"}) {
        const auto told = granary(std::string("data ") + word);
        EXPECT_EQ(told.code, 4) << word;
        EXPECT_THAT(told.err, HasSubstr("nothing is on record")) << word;
    }
}

TEST(Explain, NamesTheNearestEvent) {
    const auto found = granary("explain event Lushn");
    EXPECT_NE(found.code, 0);
    EXPECT_THAT(found.err, HasSubstr("did you mean \"Lushan\""));
    EXPECT_THAT(granary("explain event").out, HasSubstr("Twelve Articles"));
}

TEST(Explain, TellsWhatAScenarioUndoesAndWhatItCannotSay) {
    const auto out = granary("explain scenario two-provinces").out;
    EXPECT_THAT(line_of(out, "undoes"), HasSubstr("The evenness of the country"));
    EXPECT_THAT(line_of(out, "cannot say"), HasSubstr("Why officials differed"));
    EXPECT_THAT(out, HasSubstr("7.1 million"));
}

TEST(Explain, ShowsWhereALaterChangeCutsASchedule) {
    const auto course = granary("explain scenario lushan-heeded").out;
    EXPECT_THAT(line_of(course, "  pressure "), HasSubstr("the last of 1959-08"));
}

TEST(Explain, NamesEveryFlowOfTheModelUnderItsRoom) {
    const auto out = granary("explain model").out;
    for (const auto& row : RegionFlow::table)
        EXPECT_THAT(out, HasSubstr("   " + std::string(row.name)));
    for (const auto& row : NationFlow::table)
        EXPECT_THAT(out, HasSubstr("   " + std::string(row.name)));
    EXPECT_THAT(out, HasSubstr("8. procurement (shipped)"));
}

/// The cell of a table's row under a heading.
std::string cell_under(const std::string& page, const std::string& heading, std::string_view name) {
    std::vector<std::string> head;
    for (const auto& line : lines(page)) {
        const auto cells = split(line, '|');
        if (line.starts_with("| symbol |")) head = cells;
        if (head.size() != cells.size() || cells.size() < 3) continue;
        if (cells[2] == " `" + std::string(name) + "` ")
            return cells[static_cast<std::size_t>(std::find(head.begin(), head.end(), heading) -
                                                  head.begin())];
    }
    return {};
}

TEST(Explain, GivesEveryParameterASourceAndEveryFittedOneItsValueInTheDocumentation) {
    const auto page = granary("explain --markdown symbols").out;
    const auto parameters = page.substr(page.find("## Parameters"));
    const auto historical = load_scenario("historical");
    for (std::size_t i = 0; i < Parameter::table.size(); ++i) {
        const auto& row = Parameter::table[i];
        EXPECT_EQ(cell_under(parameters, " source ", row.name),
                  " " + std::string(row.source) + " ");
        EXPECT_NE(cell_under(parameters, " unit ", row.name), "  ");
        const auto fitted = cell_under(parameters, " fitted ", row.name);
        ASSERT_EQ(fitted != "  ", historical.constant_priors[i].is_known()) << row.name;
        if (fitted == "  ") continue;
        const double value = historical.constants.values[i];
        EXPECT_NEAR(std::stod(fitted), value, 1e-3 * value) << row.name;
    }
}

TEST(Explain, WritesEverySymbolIntoTheDocumentation) {
    const auto symbols = granary("explain --markdown symbols").out;
    const auto has = [&](std::string_view name) {
        EXPECT_THAT(symbols, HasSubstr("| `" + std::string(name) + "` |"));
    };
    for (const auto& row : Parameter::table) has(row.name);
    for (const auto& row : Lever::table) has(row.name);
    for (const auto& row : RegionStock::table) has(row.name);
    for (const auto& row : NationStock::table) has(row.name);
    for (const auto& row : RegionFlow::table) has(row.name);
    for (const auto& row : NationFlow::table) has(row.name);
    for (const auto& row : Kernel::table) has(row.name);
    for (const auto& column : figure_columns<double>) has(column.name);
    for (const auto& row : Lever::table)
        EXPECT_THAT(granary("explain --markdown levers").out,
                    HasSubstr("\n### " + std::string(row.name) + "\n"));
}

}  // namespace
}  // namespace granary::test

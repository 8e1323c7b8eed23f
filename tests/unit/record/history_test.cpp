#include "granary/record/history.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

#include "granary/foundation/error.hpp"

namespace granary {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Gt;
using ::testing::HasSubstr;
using ::testing::Lt;

// ---------------------------------------------------------------- small records, whole and broken

using Texts = std::map<std::string, std::string>;

const std::string national_header =
    "period,variable,value,unit,evidence,source_id,announced_on,note\n";

Texts small_record() {
    return {{"data/README.md",
             "# Record\n## Variables of national.csv\n\n**Output**\n\n"
             "| variable | unit | periods | rows | meaning |\n|---|---|---|---|---|\n"
             "| `grain_export` | Mt | 1958 | 1 | calendar year |\n"
             "| `steel_output` | Mt | 1958 | 1 |  |\n\n"
             "## Other\n\n| `pigs` | Mt | | | not a variable |\n"},
            {"data/sources.csv", "source_id,citation,reliability\nBOOK,A book,secondary\n"},
            {"data/national.csv", national_header + "1958,grain_export,2.5,Mt,sourced,BOOK,,\n"},
            {"data/provincial.csv",
             "province,period,variable,value,unit,evidence,source_id,note\n"
             "Anhui,1958-1960,population,33,million,sourced,BOOK,\n"},
            {"data/death_estimates.csv",
             "author,period,low_million,high_million,evidence,source_id,note\n"
             "One,1958-1962,20,,sourced,BOOK,\nTwo,1958-1962,16.5,30,sourced,BOOK,\n"},
            {"data/events.csv",
             "date,title,description,evidence,source_id,note\n"
             "1958-08,Communes,,sourced,BOOK,\n"}};
}

History read(const Texts& texts) {
    std::vector<EmbeddedFile> files;
    for (const auto& [path, text] : texts) files.push_back({path, text});
    return History(files);
}

/// The small record with one file's text replaced.
History read_with(const std::string& path, const std::string& text) {
    auto texts = small_record();
    texts[path] = text;
    return read(texts);
}

History read_national(const std::string& rows) {
    return read_with("data/national.csv", national_header + rows);
}

template <class Action>
std::string record_error(Action action) {
    try {
        action();
    } catch (const RecordError& error) {
        return error.what();
    }
    return "no error";
}

std::string national_error(const std::string& rows) {
    return record_error([&] { read_national(rows); });
}

std::string error_with(const std::string& path, const std::string& text) {
    return record_error([&] { read_with(path, text); });
}

template <class Action>
std::string not_found(Action action) {
    try {
        action();
    } catch (const NotFound& error) {
        return error.what();
    }
    return "no error";
}

TEST(FirstYear, IsThatOfFourDigitsAtTheBeginning) {
    EXPECT_EQ(first_year("1958-1962"), 1958);
    EXPECT_EQ(first_year("1959-08-15"), 1959);
    for (const auto* const none : {"", "195", "19x8", "-1958", "mid-1958"})
        EXPECT_EQ(first_year(none), std::nullopt) << none;
}

TEST(CsvOfTheRecord, ReadsQuotedCommasQuotesAndLineBreaks) {
    const auto record = read_national(
        "1958,grain_export,2.5,Mt,sourced,BOOK,,\"a, \"\"b\"\"\nc\"\r\n"
        "1959,grain_export,4e0,Mt,derived,BOOK,,\"\"\n"
        "1960,grain_export,-1,Mt,assumed,BOOK,,no newline at the end");
    ASSERT_EQ(record.national().size(), 3U);
    EXPECT_EQ(record.national()[0].note, "a, \"b\"\nc");
    EXPECT_EQ(record.national()[1].note, "");
    EXPECT_EQ(record.national()[1].value, 4.0);
    EXPECT_EQ(record.national()[2].note, "no newline at the end");
    EXPECT_EQ(record.national()[2].evidence, Evidence::assumed);
}

TEST(CsvOfTheRecord, NamesFileAndLineOfAWrongNumberOfCells) {
    EXPECT_EQ(national_error("1958,grain_export,2.5,Mt,sourced,BOOK,,\n1959,grain_export,4\n"),
              "data/national.csv:3: expected 8 cells, found 3");
    EXPECT_EQ(national_error("1958,grain_export,2.5,Mt,sourced,BOOK,,a,b\n"),
              "data/national.csv:2: expected 8 cells, found 9");
    EXPECT_EQ(national_error("\n"), "data/national.csv:2: expected 8 cells, found 1");
}

TEST(CsvOfTheRecord, CountsLineBreaksInsideQuotes) {
    EXPECT_THAT(national_error("1958,grain_export,2.5,Mt,sourced,BOOK,,\"a\n\nb\"\nx\n"),
                HasSubstr("data/national.csv:5:"));
}

TEST(CsvOfTheRecord, RefusesStrayQuotes) {
    EXPECT_EQ(national_error("1958,grain_export,2.5,Mt,sourced,BOOK,,\"never closed\n"),
              "data/national.csv:2: a quote is never closed");
    EXPECT_THAT(national_error("1958,grain_export,2.5,Mt,sourced,BOOK,,an \"inner\" quote\n"),
                HasSubstr("data/national.csv:2: a cell must be quoted from its first"));
    EXPECT_THAT(national_error("1958,grain_export,2.5,Mt,sourced,BOOK,,\"closed\" too early\n"),
                HasSubstr("data/national.csv:2: a cell must be quoted from its first"));
    EXPECT_THAT(national_error("1958,grain_export,2.5,Mt,sourced,BOOK,,a\rb\n"),
                HasSubstr("data/national.csv:2:"));
}

TEST(CsvOfTheRecord, RefusesWhatIsNoFiniteNumber) {
    for (const std::string cell : {"", "two", "2.5x", " 2.5", "2,5", "nan", "inf", "1e999"}) {
        const auto quoted = cell == "2,5" ? "\"2,5\"" : cell;
        EXPECT_EQ(national_error("1958,grain_export," + quoted + ",Mt,sourced,BOOK,,\n"),
                  "data/national.csv:2: \"" + cell + "\" in cell 3 is not a number");
    }
}

TEST(CsvOfTheRecord, RefusesEmptyNames) {
    EXPECT_EQ(national_error(",grain_export,2.5,Mt,sourced,BOOK,,\n"),
              "data/national.csv:2: cell 1 must not be empty");
    EXPECT_EQ(national_error("1958,grain_export,2.5,Mt,sourced,,,\n"),
              "data/national.csv:2: cell 6 must not be empty");
}

TEST(CsvOfTheRecord, RefusesAnUnknownWordForEvidenceAndNamesTheNearest) {
    EXPECT_EQ(national_error("1958,grain_export,2.5,Mt,source,BOOK,,\n"),
              "data/national.csv:2: unknown word for evidence: \"source\"; did you mean "
              "\"sourced\"?");
}

TEST(CsvOfTheRecord, RefusesARepeatedRowButNotASecondSource) {
    const std::string row = "1958,grain_export,2.5,Mt,sourced,BOOK,,\n";
    const std::string other = "1958,grain_export,9,Mt,unverified,BOOK,,again\n";
    EXPECT_EQ(national_error(row + other), "data/national.csv:3: this row was given before");
    auto texts = small_record();
    texts["data/sources.csv"] += "PAPER,A paper,secondary\n";
    texts["data/national.csv"] += "1958,grain_export,2.7,Mt,sourced,PAPER,,\n";
    EXPECT_EQ(read(texts).of("grain_export").size(), 2U);
}

TEST(CsvOfTheRecord, RefusesASourceThatIsNotListed) {
    EXPECT_EQ(national_error("1958,grain_export,2.5,Mt,sourced,BOOKS,,\n"),
              "data/national.csv:2: no source \"BOOKS\" in data/sources.csv; did you mean "
              "\"BOOK\"?");
    EXPECT_THAT(
        error_with("data/events.csv",
                   "date,title,description,evidence,source_id,note\n1958-08,T,,sourced,X,\n"),
        HasSubstr("data/events.csv:2: no source \"X\""));
}

TEST(CsvOfTheRecord, RefusesOtherColumns) {
    EXPECT_EQ(error_with("data/sources.csv", "source_id,reliability,citation\nBOOK,a,b\n"),
              "data/sources.csv:1: expected the columns source_id,citation,reliability");
    EXPECT_THAT(error_with("data/sources.csv", ""), HasSubstr("data/sources.csv:1:"));
}

TEST(CsvOfTheRecord, RefusesARecordWithoutAllItsFiles) {
    for (const auto& [path, text] : small_record()) {
        auto texts = small_record();
        texts.erase(path);
        EXPECT_THAT(record_error([&] { read(texts); }), HasSubstr(path + ":"));
    }
}

TEST(VariablesOfTheRecord, ComeFromTheReadmeAndNowhereElse) {
    const auto record = read_national(
        "1959,steel_output,13.9,Mt,sourced,BOOK,,\n1958-06,steel_output,8,Mt,sourced,BOOK,,\n");
    ASSERT_EQ(record.variables().size(), 1U) << "a variable without rows is not listed";
    const auto& steel = record.variable("steel_output");
    EXPECT_EQ(steel.group, "Output");
    EXPECT_EQ(steel.meaning, "steel output") << "without a meaning the name must say it";
    EXPECT_EQ(steel.first_period, "1958-06");
    EXPECT_EQ(steel.last_period, "1959");
    EXPECT_EQ(steel.rows, 2U);
    EXPECT_EQ(national_error("1958,pigs,145,Mt,sourced,BOOK,,\n"),
              "data/README.md: no meaning for pigs");
}

TEST(VariablesOfTheRecord, MustHaveTheUnitOfTheReadme) {
    EXPECT_EQ(national_error("1958,grain_export,2.5,million,sourced,BOOK,,\n"),
              "data/national.csv: grain_export 1958 is in million, data/README.md says Mt");
}

TEST(DeathEstimates, MayHaveNoUpperFigure) {
    const auto record = read(small_record());
    EXPECT_FALSE(record.death_estimates()[0].high_million.has_value());
    EXPECT_EQ(record.death_estimates()[1].high_million, 30.0);
}

// --------------------------------------------------------------------------- the embedded record

std::vector<double> values(const std::vector<Observation>& rows) {
    std::vector<double> found;
    for (const auto& row : rows) found.push_back(row.value);
    return found;
}

std::map<Evidence, int> evidence_counts(auto rows) {
    std::map<Evidence, int> counts;
    for (const auto& row : rows) ++counts[row.evidence];
    return counts;
}

std::string_view readme() {
    return find_text(embedded_files(), "data/README.md").value();
}

TEST(EmbeddedFiles, AreSortedByPath) {
    const auto files = embedded_files();
    ASSERT_GE(files.size(), 6U);
    EXPECT_TRUE(std::is_sorted(files.begin(), files.end(),
                               [](const auto& a, const auto& b) { return a.path < b.path; }));
    EXPECT_EQ(find_text(files, "data/none.csv"), std::nullopt);
}

TEST(EmbeddedFiles, KeepTheirFirstAndLastBytes) {
    EXPECT_TRUE(readme().starts_with("# The record\n"));
    EXPECT_TRUE(readme().ends_with("`state_grain_stock` 1960-04.\n"));
    const auto events = find_text(embedded_files(), "data/events.csv").value();
    EXPECT_THAT(std::string(events), HasSubstr("\"\"\"Above a third\"\"\",Remark"));
}

TEST(Events, HaveADateThatATimeAxisCanShow) {
    EXPECT_EQ(read(small_record()).events()[0].at, month_start(1958, 8));
    for (const auto* date : {"1958", "1958-13", "1958-02-30", "summer 1958"})
        EXPECT_THAT(error_with("data/events.csv",
                               fmt::format("date,title,description,evidence,source_id,note\n"
                                           "{},T,,sourced,BOOK,\n",
                                           date)),
                    HasSubstr("is not a date YYYY-MM or YYYY-MM-DD"));
}

TEST(Events, StandInTheOrderOfTime) {
    const auto events = history().events();
    EXPECT_GE(events.size(), 20U);
    EXPECT_TRUE(std::is_sorted(events.begin(), events.end(),
                               [](const Event& a, const Event& b) { return a.at < b.at; }));
}

TEST(Record, GivesSpencesRations) {
    std::vector<double> rations;
    for (const auto* year : {"1957", "1958", "1959", "1960", "1961"}) {
        rations.push_back(history().observed("rural_ration_kg", year, "SPENCE").value().value);
    }
    EXPECT_THAT(rations, ElementsAre(205, 201, 183, 156, 154));
}

TEST(Record, GivesAllSourcesWhereTheyDisagree) {
    auto rations = history().of("grain_consumption_rural");
    std::erase_if(rations, [](const auto& row) { return row.period != "1957"; });
    ASSERT_EQ(rations.size(), 3U);
    EXPECT_THAT(values(rations), ElementsAre(204, 205, 204.53));
    EXPECT_EQ(rations[0].source_id, "LUO2006");
    EXPECT_EQ(rations[1].source_id, "SPENCE");
    EXPECT_EQ(rations[2].evidence, Evidence::unverified);
}

TEST(Record, GivesTheOlderSeriesOfOutputAndItsRevisionApart) {
    const std::map<std::string, std::pair<double, double>> older_and_revised{
        {"1958", {200, 197.65}},
        {"1959", {170, 169.68}},
        {"1960", {143.5, 143.85}},
        {"1961", {147.5, 136.5}},
        {"1962", {160, 154.41}}};
    for (const auto& [year, output] : older_and_revised) {
        EXPECT_EQ(history().observed("output_actual_mt", year, "SSB_TABLE")->value, output.first);
        EXPECT_EQ(history().observed("output_actual_mt", year, "NBS_sina2015")->value,
                  output.second);
    }
}

TEST(Record, DatesTheClaimsOfOutputAndNothingElse) {
    for (const auto& row : history().national()) {
        const bool claim = row.variable == "grain_output_reported" ||
                           row.variable == "grain_output_reported_revised";
        EXPECT_EQ(row.announced_on.empty(), !claim) << row.variable << ' ' << row.period;
    }
    const auto spence = history().observed("output_reported_mt", "1958", "SPENCE").value();
    EXPECT_EQ(spence.value, 375.0);
    EXPECT_EQ(spence.announced_on, "1958-12");
}

TEST(Record, OrdersByPeriodThenSource) {
    for (const auto& info : history().variables()) {
        const auto rows = history().of(info.name);
        EXPECT_TRUE(std::is_sorted(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
            return std::tie(a.period, a.source_id) < std::tie(b.period, b.source_id);
        })) << info.name;
    }
}

TEST(Record, CountsItsEvidenceAsTheReadmeDoes) {
    using Counts = std::map<Evidence, int>;
    EXPECT_EQ(evidence_counts(history().national()), (Counts{{Evidence::sourced, 507},
                                                             {Evidence::corroborated, 90},
                                                             {Evidence::derived, 158},
                                                             {Evidence::unverified, 97}}));
    EXPECT_EQ(evidence_counts(history().provincial()),
              (Counts{{Evidence::sourced, 158}, {Evidence::corroborated, 5}}));
    EXPECT_EQ(evidence_counts(history().death_estimates()),
              (Counts{{Evidence::sourced, 21}, {Evidence::derived, 1}, {Evidence::unverified, 1}}));
    EXPECT_EQ(evidence_counts(history().events()),
              (Counts{{Evidence::sourced, 18}, {Evidence::unverified, 5}}));
}

TEST(Record, NamesItsEvidenceInTheWordsOfTheReadme) {
    const std::string text(readme());
    for (const auto evidence : {Evidence::sourced, Evidence::corroborated, Evidence::derived,
                                Evidence::unverified, Evidence::assumed}) {
        EXPECT_THAT(text, HasSubstr(fmt::format("\n| {} | ", to_string(evidence))));
    }
}

TEST(Record, FillsTheReadmesTableOfVariables) {
    const std::string text(readme());
    std::size_t rows = 0;
    for (const auto& info : history().variables()) {
        const auto periods = info.first_period == info.last_period
                                 ? info.first_period
                                 : info.first_period + " to " + info.last_period;
        EXPECT_THAT(text, HasSubstr(fmt::format("\n| `{}` | {} | {} | {} | ", info.name, info.unit,
                                                periods, info.rows)));
        rows += info.rows;
    }
    EXPECT_EQ(history().variables().size(), 88U);
    EXPECT_EQ(rows, history().national().size());
}

TEST(Record, ListsInTheReadmeWhatWasNotFoundInPrint) {
    std::set<std::string> unverified;
    for (const auto& row : history().national())
        if (row.evidence == Evidence::unverified) unverified.insert(row.variable);
    const std::string text(readme().substr(readme().find("- Not found in print:")));
    for (const auto& info : history().variables()) {
        const auto line = fmt::format("\n  `{}` ", info.name);
        EXPECT_EQ(text.find(line) != text.npos, unverified.contains(info.name)) << info.name;
    }
}

TEST(Record, ExplainsEveryVariableWithTheUnitOfItsRows) {
    for (const auto& row : history().national()) {
        const auto& info = history().variable(row.variable);
        EXPECT_EQ(info.unit, row.unit) << row.variable;
        EXPECT_FALSE(info.meaning.empty()) << row.variable;
        EXPECT_FALSE(info.group.empty()) << row.variable;
    }
    EXPECT_EQ(history().variable("grain_resold_rural").meaning, "derived, gross_ssb - net");
    EXPECT_EQ(history().variable("grain_resold_rural").group, "The state and the village");
}

TEST(Record, UsesOnlyUnitsThatTheReadmeDefines) {
    std::set<std::string> units;
    for (const auto& row : history().national()) units.insert(row.unit);
    for (const auto& row : history().provincial()) units.insert(row.unit);
    for (const auto& unit : units) {
        EXPECT_THAT(std::string(readme()), HasSubstr(fmt::format("\n| `{}` | ", unit)));
    }
}

TEST(Record, CitesASourceForEveryRow) {
    std::set<std::string> cited;
    for (const auto& row : history().national()) cited.insert(row.source_id);
    for (const auto& row : history().provincial()) cited.insert(row.source_id);
    for (const auto& row : history().death_estimates()) cited.insert(row.source_id);
    for (const auto& row : history().events()) cited.insert(row.source_id);
    for (const auto& id : cited) EXPECT_FALSE(history().source(id).citation.empty()) << id;
    EXPECT_EQ(history().sources().size(), 63U);
}

TEST(Record, WritesPeriodsAsTheReadmeSays) {
    const auto* date = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";
    const auto* span = "[0-9]{4}(-[0-9]{4})?";
    for (const auto& row : history().national()) {
        EXPECT_THAT(row.period, ::testing::MatchesRegex(date));
    }
    for (const auto& row : history().events()) {
        EXPECT_THAT(row.date, ::testing::MatchesRegex(date));
    }
    for (const auto& row : history().provincial()) {
        EXPECT_THAT(row.period, ::testing::MatchesRegex(span));
    }
    for (const auto& row : history().death_estimates()) {
        EXPECT_THAT(row.period, ::testing::MatchesRegex(span));
        EXPECT_LE(row.low_million, row.high_million.value_or(row.low_million)) << row.author;
    }
}

// ------------------------------------------------------------------------------------------- names

TEST(Names, OfTheYearTableLeadToVariablesOnRecord) {
    EXPECT_EQ(year_table_aliases().size(), 16U);
    for (const auto& alias : year_table_aliases()) {
        EXPECT_THAT(history().variables_named(alias.column), Contains(std::string(alias.variable)));
        EXPECT_GT(history().variable(alias.variable).rows, 0U);
    }
}

TEST(Names, OfGrossProcurementShowBothBases) {
    EXPECT_THAT(history().variables_named("procurement_gross_mt"),
                ElementsAre("grain_procurement_gross_ssb", "grain_procurement_gross_moa"));
    const auto both = history().of("procurement_gross_mt");
    EXPECT_EQ(both.size(), history().of("grain_procurement_gross_ssb").size() +
                               history().of("grain_procurement_gross_moa").size());
    EXPECT_EQ(both[0].period, both[1].period) << "the two bases of a year stand together";
}

TEST(Names, OfVariablesStandForThemselves) {
    EXPECT_THAT(history().variables_named("pigs"), ElementsAre("pigs"));
}

TEST(Names, ThatAreMistypedAreRefusedWithTheNearest) {
    EXPECT_EQ(not_found([] { (void)history().of("grain_exports"); }),
              "no variable \"grain_exports\" in the record; did you mean \"grain_export\"?");
    EXPECT_THAT(not_found([] { (void)history().of("rural_ration"); }),
                HasSubstr("did you mean \"rural_ration_kg\"?"));
    EXPECT_EQ(not_found([] { (void)history().of("xyzzy"); }),
              "no variable \"xyzzy\" in the record");
    EXPECT_THAT(not_found([] { (void)history().observed("pig", "1957", "SPENCE"); }),
                HasSubstr("\"pigs\""));
    EXPECT_THAT(not_found([] { (void)history().observed("pigs", "1957", "SPENSE"); }),
                AllOf(HasSubstr("no source \"SPENSE\""), HasSubstr("\"SPENCE\"")));
    EXPECT_THAT(not_found([] { (void)history().source("luo2006"); }), HasSubstr("\"luo2006\""));
}

TEST(Names, WithoutAFigureGiveNone) {
    EXPECT_EQ(history().observed("pigs", "1957", "SPENCE"), std::nullopt);
    EXPECT_EQ(history().observed("grain_consumption_rural", "1962", "SPENCE"), std::nullopt);
}

TEST(Names, OfExcessDeathsLeadToTheEstimatesByAuthor) {
    EXPECT_THAT(not_found([] { (void)history().of(death_estimates_column); }),
                HasSubstr("by author"));
    EXPECT_THAT(not_found([] { (void)history().of("excess_death_million"); }),
                HasSubstr(std::string(death_estimates_column)));
    EXPECT_EQ(history().death_estimates().size(), 23U);
}

// ------------------------------------- published figures against the formula that is printed for
// them

/// The only figure of a variable in a year, or the one of the source named.
double figure(std::string_view variable, int year, std::string_view source_id = {}) {
    auto rows = history().of(variable);
    std::erase_if(rows, [&](const Observation& row) {
        return row.period != std::to_string(year) ||
               (!source_id.empty() && row.source_id != source_id);
    });
    EXPECT_EQ(rows.size(), 1U) << variable << ' ' << year;
    return rows.empty() ? 0.0 : rows.front().value;
}

double mean_over_year(std::string_view variable, int year) {
    return (figure(variable, year - 1) + figure(variable, year)) / 2;
}

/// Compares every figure of a derived variable with the formula, to half its last printed digit.
template <class Formula>
void expect_derived(std::string_view variable, double half_digit, Formula formula) {
    const auto rows = history().of(variable);
    EXPECT_FALSE(rows.empty());
    for (const auto& row : rows) {
        EXPECT_EQ(row.evidence, Evidence::derived);
        EXPECT_EQ(row.source_id, "DERIVED");
        EXPECT_NEAR(row.value, formula(std::stoi(row.period)), half_digit + 1e-9)
            << variable << ' ' << row.period;
    }
}

TEST(DerivedRows, ResaleIsGrossLessNetProcurement) {
    expect_derived("grain_resold_rural", 0.0, [](int year) {
        return figure("grain_procurement_gross_ssb", year) - figure("grain_procurement_net", year);
    });
}

TEST(DerivedRows, YieldIsTheRevisedOutputOverSownArea) {
    expect_derived("grain_yield", 0.5, [](int year) {
        return 1000 * figure("grain_output_actual", year, "NBS_sina2015") /
               figure("grain_sown_area", year);
    });
}

TEST(DerivedRows, SownAreaIndexIsAreaOverThatOf1957) {
    expect_derived("sown_area_index", 5e-5, [](int year) {
        return figure("grain_sown_area", year) / figure("grain_sown_area", 1957);
    });
}

TEST(DerivedRows, DisasterShareIsEffectiveAreaOverSownArea) {
    expect_derived("disaster_share_moa", 5e-5, [](int year) {
        return figure("disaster_area_effective_moa", year) / figure("grain_sown_area", year);
    });
}

TEST(DerivedRows, LabourDiversionIsTheLossOfFieldLabourPerVillager) {
    const auto per_villager = [](int year) {
        return figure("labour_agriculture", year) / mean_over_year("population_rural", year);
    };
    expect_derived("labour_diversion_index", 5e-5,
                   [&](int year) { return 1 - per_villager(year) / per_villager(1957); });
}

TEST(DerivedRows, MigrationIsUrbanGrowthLessNaturalIncrease) {
    expect_derived("net_rural_urban_migration", 5e-3, [](int year) {
        const auto rate =
            figure("crude_birth_rate_urban", year) - figure("crude_death_rate_urban", year);
        return figure("population_urban", year) - figure("population_urban", year - 1) -
               rate / 1000 * mean_over_year("population_urban", year);
    });
}

TEST(DerivedRows, AreAllComparedWithTheirFormula) {
    std::set<std::string> derived;
    for (const auto& row : history().national()) {
        if (row.source_id == "DERIVED") derived.insert(row.variable);
    }
    EXPECT_THAT(derived, ElementsAre("disaster_share_moa", "grain_resold_rural", "grain_yield",
                                     "labour_diversion_index", "net_rural_urban_migration",
                                     "sown_area_index"));
}

TEST(DerivedRows, OfOtherSourcesAreComputedFromADataSet) {
    for (const auto& row : history().national()) {
        if (row.evidence != Evidence::derived || row.source_id == "DERIVED") continue;
        EXPECT_EQ(history().source(row.source_id).reliability, "data set") << row.variable;
    }
}

// ------------------------------------------------------------- figures of one source that must
// agree

/// The people that a number a year and its rate imply, million.
double people(std::string_view number, std::string_view rate, int year) {
    return 1000 * figure(number, year) / figure(rate, year, "UNWPP2024");
}

TEST(UnitedNations, CountsTheSamePeopleByBirthsAndByDeaths) {
    for (int year = 1954; year <= 1966; ++year) {
        EXPECT_NEAR(people("births_corrected", "crude_birth_rate_corrected", year),
                    people("deaths_corrected", "crude_death_rate_corrected", year), 0.03)
            << year;
    }
}

TEST(UnitedNations, HasAllBetweenMenAndWomen) {
    for (int year = 1954; year <= 1966; ++year) {
        EXPECT_THAT(figure("life_expectancy", year),
                    AllOf(Gt(figure("life_expectancy_male", year)),
                          Lt(figure("life_expectancy_female", year))))
            << year;
    }
}

/// Deaths of 1959-61 over a straight line from the rate of 1958 to that of 1962, million.
double deaths_over_the_line() {
    const auto rate = [](int year) {
        return figure("crude_death_rate_corrected", year, "UNWPP2024");
    };
    double deaths = 0;
    for (int year = 1959; year <= 1961; ++year) {
        const double line = rate(1958) + (rate(1962) - rate(1958)) * (year - 1958) / 4;
        deaths += figure("deaths_corrected", year) * (1 - line / rate(year));
    }
    return deaths;
}

TEST(UnitedNations, GivesTheCountThatIsDerivedFromIt) {
    const auto& estimate = history().death_estimates().back();
    ASSERT_EQ(estimate.source_id, "UNWPP2024");
    EXPECT_EQ(estimate.evidence, Evidence::derived);
    EXPECT_NEAR(estimate.low_million, deaths_over_the_line(), 0.05);
}

TEST(Counties, AreSpreadInOrder) {
    for (int year = 1954; year <= 1966; ++year) {
        const auto rate = [&](const std::string& what) {
            return figure("county_death_rate_" + what, year);
        };
        const std::vector rising{rate("p10"), rate("p50"), rate("p90"), rate("p99")};
        EXPECT_TRUE(std::is_sorted(rising.begin(), rising.end())) << year;
        EXPECT_THAT(rate("mean"), AllOf(Gt(rate("p10")), Lt(rate("p90")))) << year;
        EXPECT_LT(rate("sd"), rate("mean")) << year;
    }
}

TEST(Record, HasNoShareOutsideOfNoneAndAll) {
    for (const auto& row : history().national()) {
        if (row.unit != "fraction") continue;
        EXPECT_THAT(row.value, AllOf(Gt(0), Lt(1))) << row.variable;
    }
}

TEST(Population, OfTownsAndVillagesIsTheTotalOfItsSource) {
    for (int year = 1952; year <= 1963; ++year) {
        EXPECT_NEAR(figure("population_rural", year) + figure("population_urban", year),
                    figure("population_year_end", year, "SSB_TABLE"), 0.0101)
            << year;
    }
}

// ------------------------------------------------------------------------------------------ value

TEST(Record, IsReadOnceForAllThreads) {
    std::vector<const History*> seen(8);
    std::vector<std::thread> threads;
    for (auto& slot : seen) threads.emplace_back([&slot] { slot = &history(); });
    for (auto& thread : threads) thread.join();
    for (const auto* record : seen) EXPECT_EQ(record, &history());
}

TEST(Record, IsAValueThatOutlivesItsTexts) {
    auto texts = std::make_unique<Texts>(small_record());
    auto record = read(*texts);
    texts.reset();
    const auto copy = record;
    record = history();
    EXPECT_THAT(values(copy.of("export_mt")), ElementsAre(2.5));
    EXPECT_EQ(copy.sources().front().citation, "A book");
}

}  // namespace
}  // namespace granary

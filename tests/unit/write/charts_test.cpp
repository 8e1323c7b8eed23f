#include "granary/write/charts.hpp"

#include <gmock/gmock.h>

#include "granary/granary.hpp"
#include "granary/read/scenario_file.hpp"
#include "support/readable.hpp"

namespace granary::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

ChartRun run_of(const Scenario& scenario) {
    return {scenario, simulate(scenario)};
}

/// Every shipped scenario, each run once.
const std::vector<ChartRun>& shipped() {
    static const std::vector<ChartRun> runs = [] {
        std::vector<ChartRun> found;
        for (const auto& name : shipped_scenarios())
            found.push_back(run_of(load_scenario(name.name)));
        return found;
    }();
    return runs;
}

const ChartRun& historical() {
    static const ChartRun run = run_of(load_scenario("historical"));
    return run;
}

TEST(Charts, AreReadableForEveryShippedScenarioAndKind) {
    for (const auto& run : shipped())
        for (const auto& kind : chart_kinds())
            expect_readable(chart_svg(kind.name, {&run, 1}).text(),
                            run.scenario.name + " " + std::string(kind.name));
}

TEST(Charts, AreReadableForAllShippedScenariosTogether) {
    for (const auto& kind : chart_kinds())
        expect_readable(chart_svg(kind.name, shipped()).text(), "all " + std::string(kind.name));
}

TEST(Charts, AreReadableForTwo) {
    const std::vector<ChartRun> two{historical(), run_of(load_scenario("honest-reporting"))};
    for (const auto& kind : chart_kinds())
        expect_readable(chart_svg(kind.name, two).text(), "two " + std::string(kind.name));
}

TEST(Charts, AreReadableForTwentyWithLongTitles) {
    std::vector<ChartRun> many(20, historical());
    for (std::size_t i = 0; i < many.size(); ++i)
        many[i].scenario.title = "A scenario of a long title, number " + std::to_string(i);
    for (const auto& kind : chart_kinds())
        expect_readable(chart_svg(kind.name, many).text(), "twenty " + std::string(kind.name));
}

TEST(Charts, AreReadableForShortLongAndDistantSpans) {
    for (const auto& [start, end] : std::vector<std::pair<Instant, Instant>>{
             {{1958, 0.25}, {1958, 0.5}}, {{1957, 0}, {1977, 0}}, {{1971, 0}, {1973, 0}}}) {
        auto scenario = load_scenario("historical").starting(start);
        scenario.end = end;
        const auto run = run_of(scenario);
        for (const auto& kind : chart_kinds())
            expect_readable(chart_svg(kind.name, {&run, 1}).text(),
                            date_text(start) + " " + std::string(kind.name));
    }
}

TEST(Charts, HaveTheSameBytesEachTime) {
    for (const auto& kind : chart_kinds())
        EXPECT_EQ(chart_svg(kind.name, {&historical(), 1}).text(),
                  chart_svg(kind.name, {&historical(), 1}).text());
}

TEST(Charts, TakeAnyTitle) {
    auto run = historical();
    run.scenario.title = "<b> & \x1b[2J \xff " + std::string(300, 'W');
    const std::vector<ChartRun> two{historical(), run};
    for (const auto& kind : chart_kinds()) {
        expect_readable(chart_svg(kind.name, {&run, 1}).text(), std::string(kind.name));
        expect_readable(chart_svg(kind.name, two).text(), std::string(kind.name));
    }
}

TEST(Charts, AreKnownByNamesOfWhichTheNearestIsTold) {
    try {
        chart_svg("rations", {&historical(), 1}).text();
        ADD_FAILURE() << "drawn";
    } catch (const NotFound& error) {
        EXPECT_STREQ(error.what(), "no kind of chart \"rations\"; did you mean \"ration\"?");
    }
}

/// A row that draws the picture of another would say so in its title.
TEST(Charts, SayWhatTheirKindIsAbout) {
    const std::pair<const char*, const char*> subtitles[] = {
        {"overview", "the chain from the claim to the dead"},
        {"ration", "the rural ration beside the record"},
        {"harvest", "grain claimed, believed and harvested"},
        {"flows", "where the grain of each year went"},
        {"stores", "grain in the stores of the villages"},
        {"people", "deaths and births beside the record"},
        {"ladder", "the ladder of reports"},
        {"multiples", "the rural ration, kg of trade grain a head and year"}};
    ASSERT_EQ(std::size(subtitles), chart_kinds().size());
    for (const auto& [kind, subtitle] : subtitles)
        EXPECT_THAT(chart_svg(kind, {&historical(), 1}).text(), HasSubstr(subtitle)) << kind;
    EXPECT_THAT(chart_svg("flows", {&historical(), 1}).text(),
                HasSubstr("Grain used in the year, Mt"));
    EXPECT_THAT(chart_svg("stores", {&historical(), 1}).text(), HasSubstr("Grain in store, Mt"));
}

TEST(Charts, SayWhatTheirCountOfTheDeadIsFittedTo) {
    for (const auto kind : {"people", "overview", "multiples"}) {
        const auto svg = chart_svg(kind, {&historical(), 1}).text();
        EXPECT_THAT(svg, HasSubstr("told by the reading registered"));
    }
}

TEST(Charts, HatchTheDeathsOfARunThatBearsNoTollAndSaySo) {
    const auto untested = run_of(load_scenario("historical").with(lever::pressure, 2.0));
    for (const auto* const kind : {"overview", "people"}) {
        const auto tested = chart_svg(kind, {&historical(), 1}).text();
        EXPECT_THAT(tested, Not(HasSubstr("outside of what the equations were made for")));
        const auto svg = chart_svg(kind, {&untested, 1}).text();
        EXPECT_THAT(svg, AllOf(HasSubstr("outside of what the equations were made for"),
                               HasSubstr("url(#hatch-"), Not(HasSubstr("98.0 million"))))
            << kind;
    }
}

TEST(Charts, DateTheEventsOfTheRecord) {
    const auto events = turning_points(history().events());
    EXPECT_EQ(events.size(), 6U);
    const auto svg = chart_svg("ration", {&historical(), 1}).text();
    for (const auto& event : events)
        EXPECT_THAT(svg, AllOf(HasSubstr(">" + event.label + "<"), HasSubstr(event.title)));
    ChartOptions none;
    none.events.clear();
    EXPECT_THAT(chart_svg("ration", {&historical(), 1}, none).text(), Not(HasSubstr("Lushan")));
}

TEST(Charts, ShowTheRecordWithItsSources) {
    const auto svg = chart_svg("ration", {&historical(), 1}).text();
    EXPECT_THAT(svg, AllOf(HasSubstr("SPENCE 1957-61, LUO2006 1962"), HasSubstr(">record<")));
    auto later = load_scenario("historical").starting({1971, 0});
    later.end = {1973, 0};
    const auto run = run_of(later);
    EXPECT_THAT(chart_svg("ration", {&run, 1}).text(),
                AllOf(Not(HasSubstr("SPENCE")), Not(HasSubstr(">record<"))));
}

TEST(Charts, LadderOfAPartOfAYearSaysSo) {
    const auto part =
        run_of(load_scenario("historical", std::vector<std::string>{"end=\"1962-03\""}));
    ChartOptions options;
    options.year = 1962;
    EXPECT_THAT(chart_svg("ladder", {&part, 1}, options).text(),
                AllOf(HasSubstr("The harvest of a part of 1962"),
                      HasSubstr("At the end of what was run of 1962")));
    options.year = 1961;
    EXPECT_THAT(chart_svg("ladder", {&part, 1}, options).text(),
                AllOf(HasSubstr("The harvest of 1961"), HasSubstr("At the end of 1961")));
}

TEST(Charts, LadderTakesTheYearAskedForAndRefusesOthers) {
    ChartOptions options;
    options.year = 1959;
    EXPECT_THAT(chart_svg("ladder", {&historical(), 1}, options).text(),
                HasSubstr("The harvest of 1959"));
    options.year = 1999;
    EXPECT_THROW(chart_svg("ladder", {&historical(), 1}, options).text(), NotFound);
    EXPECT_THROW(chart_svg("ration", {}).text(), NotFound);
}

}  // namespace
}  // namespace granary::test

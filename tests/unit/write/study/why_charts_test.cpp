#include <fmt/core.h>
#include <gmock/gmock.h>

#include <cmath>

#include "granary/granary.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/study/why_headlines.hpp"
#include "granary/write/study/sweep_chart.hpp"
#include "granary/write/study/waterfall.hpp"
#include "support/readable.hpp"
#include "write/study/shades.hpp"

namespace granary::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const Scenario& historical() {
    static const auto scenario = load_scenario("historical");
    return scenario;
}

const Attribution& attributed() {
    static const auto attribution = attribute(historical());
    return attribution;
}

SweepGrid grid_of(std::vector<Axis> axes, std::vector<std::string> figures = {}) {
    if (figures.empty()) figures = {"lowest_ration_kg", "excess_deaths_million"};
    SweepPlan plan{historical(), std::move(axes), {}};
    for (const auto& figure : figures) plan.measures.push_back(*run_measure(figure));
    return sweep(plan);
}

Axis exports(std::size_t points) {
    return {Variation::lever(lever::export_mt.index), spaced(0, 6, points)};
}
Axis pressure(std::size_t points) {
    return {Variation::lever(lever::pressure.index), spaced(0, 2, points)};
}

/// A grid of which only the figures count.
SweepGrid with_figures(std::vector<Axis> axes, const std::vector<double>& figures,
                       const std::string& measure = "lowest_ration_kg") {
    SweepGrid grid{std::move(axes), {*run_measure(measure)}, {}};
    for (const double figure : figures) grid.points.push_back({{figure}, ""});
    return grid;
}

std::vector<std::string> words_in(const std::string& svg) {
    std::vector<std::string> words;
    for (const auto& text : Xml(svg).named("text")) words.push_back(text.text);
    return words;
}

/// Rectangles as left, top, right, bottom, in the order drawn.
std::vector<chart::Box> boxes_of(const std::string& svg, std::string_view colour) {
    std::vector<chart::Box> boxes;
    for (const auto& rect : Xml(svg).named("rect")) {
        const auto& a = rect.attributes;
        if (!a.contains("x") || a.at("fill") != colour) continue;
        const double x = std::stod(a.at("x")), y = std::stod(a.at("y"));
        boxes.push_back({x, y, x + std::stod(a.at("width")), y + std::stod(a.at("height"))});
    }
    return boxes;
}

TEST(Waterfall, IsReadableForEveryFigureAndPeriod) {
    for (const auto& column : effect_columns)
        for (const auto& period : attributed().periods)
            expect_readable(waterfall_svg(historical(), attributed(),
                                          {std::string(column.figure.name), period.label})
                                .text(),
                            period.label + " " + std::string(column.figure.name));
}

TEST(Waterfall, GoesFromTheFirstYearToTheLowestRationByEveryDriver) {
    const auto svg = waterfall_svg(historical(), attributed()).text();
    const auto words = words_in(svg);
    EXPECT_THAT(words, AllOf(testing::Contains("1957"), testing::Contains("1961"),
                             testing::Contains("reference change"), testing::Contains("-13.1")));
    for (const auto& driver : drivers) {
        EXPECT_THAT(words, testing::Contains(in_words(driver.name)));
        EXPECT_THAT(words, testing::Contains(std::string(driver.meaning)));
    }
    EXPECT_EQ(
        Xml(svg).named("title").at(0).text,
        "The ration of 1961 is 51 kg below that of 1957: labour diversion -13.1, weather -11.6, "
        "sown area -7.3");
}

TEST(Waterfall, TakesTheYearAskedForAndOfDeathsAllYears) {
    EXPECT_THAT(waterfall_svg(historical(), attributed(), {"rural_ration_kg", "1959"}).text(),
                HasSubstr("The ration of 1959 is 22 kg below that of 1957: pressure -10.3"));
    const auto deaths = waterfall_svg(historical(), attributed(), {"excess_deaths_million"}).text();
    EXPECT_THAT(deaths, AllOf(HasSubstr("15.6 million excess deaths in all years: pressure +3.8"),
                              HasSubstr("told by the reading registered")));
    EXPECT_THAT(waterfall_svg(historical(), attributed(), {"excess_deaths_million", "1957"}).text(),
                HasSubstr(">0.0 million excess deaths in 1957<"));
    EXPECT_THROW(waterfall_svg(historical(), attributed(), {"rural_ration_kg", "1970"}).text(),
                 NotFound);
    EXPECT_THROW(waterfall_svg(historical(), attributed(), {"ration"}).text(), NotFound);
}

TEST(Waterfall, HoldsNoPartOfAYearAgainstAWholeOne) {
    auto scenario = historical();
    scenario.end = {1958, 0.25};
    const auto attribution = attribute(scenario);
    EXPECT_THAT(waterfall_svg(scenario, attribution).text(), HasSubstr("ration from 1957 to 1957"));
    EXPECT_THROW((void)waterfall_svg(scenario, attribution, {"rural_ration_kg", "1958"}), NotFound);
    expect_readable(waterfall_svg(scenario, attribution, {"excess_deaths_million", "1958"}).text(),
                    "deaths of a part");
}

TEST(Waterfall, DrawsEachDriverAsLongAsItsValue) {
    // Of deaths all that is worse goes to the right, in the colour of harm.
    const auto drawn = boxes_of(
        waterfall_svg(historical(), attributed(), {"excess_deaths_million"}).text(), "#d55e00");
    std::vector<WaterfallBar> bars;
    for (const auto& bar : waterfall(attributed(), attributed().periods.back(), effect_columns[2]))
        if (bar.driver && bar.to > bar.from) bars.push_back(bar);
    ASSERT_EQ(drawn.size(), bars.size());
    ASSERT_GE(drawn.size(), 7U);
    const double scale = drawn[0].width() / (bars[0].to - bars[0].from);
    for (std::size_t i = 0; i < bars.size(); ++i) {
        EXPECT_NEAR(drawn[i].width(), scale * (bars[i].to - bars[i].from), 0.2);
        EXPECT_NEAR(drawn[i].left, drawn[0].left + scale * (bars[i].from - bars[0].from), 0.2);
    }
}

TEST(Waterfall, MarksWhatADriverDoesAloneFromBothEnds) {
    const auto svg = waterfall_svg(historical(), attributed(), {"excess_deaths_million"}).text();
    EXPECT_THAT(Xml(svg).named("desc").at(0).text,
                AllOf(HasSubstr("pressure +3.79 (alone +0.01 to +12.84)"),
                      HasSubstr("sown area +1.22 (alone +0.01 to +4.15)")));
    // Nine hollow circles and nine squares, and one of each in the key.
    EXPECT_EQ(Xml(svg).named("circle").size(), drivers.size() + 1);
}

TEST(SweepPicture, IsReadableForEveryKindOfAxis) {
    const auto lag =
        Axis{Variation::parameter(parameter::belief_lag_years.index), spaced(0.2, 1.5, 5)};
    const auto levels = Axis{Variation::levels(), spaced(1, 8, 8)};
    const auto back = Axis{Variation::levels(), spaced(8, 1, 8)};
    for (const auto& axes : std::vector<std::vector<Axis>>{{exports(7)},
                                                           {pressure(60)},
                                                           {lag},
                                                           {levels},
                                                           {back},
                                                           {exports(4), pressure(5)},
                                                           {levels, lag},
                                                           {lag, back},
                                                           {pressure(2), exports(2)}})
        expect_readable(sweep_svg(historical(), grid_of(axes)).text(),
                        axes.front().variation.name());
    expect_readable(sweep_svg(historical(), grid_of({exports(3)}, {"largest_claim"})).text(),
                    "one");
    std::vector<double> years;
    for (int i = 0; i < 1600; ++i) years.push_back(1957 + i * i % 6);
    expect_readable(sweep_svg(historical(), with_figures({pressure(40), exports(40)}, years,
                                                         "lowest_ration_year"))
                        .text(),
                    "many cells");
}

TEST(SweepPicture, SaysBetweenWhichValuesAndWhere) {
    const auto title =
        Xml(sweep_svg(historical(), grid_of({{Variation::levels(), spaced(1, 8, 8)}})).text())
            .named("title")
            .at(0)
            .text;
    EXPECT_EQ(title,
              "With reporting levels from 1 to 8: lowest ration from 158 to 147 kg; "
              "excess deaths from 3.7 to 40.4 million");
    const auto map = with_figures({exports(2), pressure(2)}, {150, 140, 170, 160});
    EXPECT_EQ(sweep_headline(map),
              "Lowest ration from 140 kg (export held 0, pressure held 2) to 170 kg (6, 0)");
    const auto hill = with_figures({exports(3)}, {150, 160, 152});
    EXPECT_EQ(
        sweep_headline(hill),
        "With export held from 0 to 6 Mt/yr: lowest ration from 150 to 152 kg, by way of 160 kg "
        "at 3");
    const double none = std::nan("");
    EXPECT_EQ(
        sweep_headline(with_figures({exports(4)}, {150, 160, 165, none})),
        "With export held from 0 to 6 Mt/yr: lowest ration from 150 to 165 kg at 4, none told "
        "at 1 of 4 points");
    EXPECT_EQ(sweep_headline(with_figures({exports(3)}, {none, 150, 150})),
              "With export held from 0 to 6 Mt/yr: lowest ration: 150 kg wherever it is told, none "
              "told at 1 of 3 points");
    const auto level = with_figures({exports(3)}, {150, 150, 150});
    EXPECT_EQ(sweep_headline(level),
              "With export held from 0 to 6 Mt/yr: lowest ration: 150 kg throughout");
}

TEST(SweepPicture, MarksTheScenarioItself) {
    const auto curve = words_in(sweep_svg(historical(), grid_of({exports(5)})).text());
    EXPECT_THAT(curve,
                AllOf(testing::Contains("scenario 153.7"), testing::Contains("scenario 15.58"),
                      testing::Contains(testing::StartsWith("its mean 2."))));
    const auto ladder =
        words_in(sweep_svg(historical(),
                           grid_of({{Variation::levels(), spaced(1, 8, 8)}}, {"lowest_ration_kg"}))
                     .text());
    EXPECT_THAT(ladder, AllOf(testing::Contains("its own 4"), testing::Contains("146.7")));
}

TEST(SweepPicture, SaysWhatItsDeathsAreFittedTo) {
    EXPECT_THAT(sweep_svg(historical(), grid_of({exports(3)})).text(),
                HasSubstr("told by the reading registered"));
    EXPECT_THAT(sweep_svg(historical(), grid_of({exports(3)}, {"lowest_ration_kg"})).text(),
                Not(HasSubstr("told by the reading")));
}

TEST(HeatMap, WritesEachValueIntoItsCellFirstAxisUpwards) {
    const auto grid = grid_of({exports(3), pressure(4)}, {"lowest_ration_kg"});
    const auto svg = sweep_svg(historical(), grid).text();
    const auto where = [&](const std::string& value) {
        for (const auto& text : Xml(svg).named("text"))
            if (text.text == value)
                return std::pair{std::stod(text.attributes.at("x")),
                                 std::stod(text.attributes.at("y"))};
        ADD_FAILURE() << value;
        return std::pair{0.0, 0.0};
    };
    const auto value = [&](std::size_t row, std::size_t column) {
        return fmt::format("{:.1f}", grid.points[row * 4 + column].figures[0]);
    };
    EXPECT_LT(where(value(0, 0)).first, where(value(0, 1)).first);
    EXPECT_EQ(where(value(0, 0)).second, where(value(0, 1)).second);
    EXPECT_GT(where(value(0, 2)).second, where(value(1, 2)).second);
    EXPECT_EQ(where(value(0, 2)).first, where(value(2, 2)).first);
}

/// Lines of a colour and width, as the text of their points.
std::vector<std::string> lines_of(const std::string& svg, const std::string& colour,
                                  const std::string& width) {
    std::vector<std::string> lines;
    for (const auto& line : Xml(svg).named("polyline"))
        if (line.attributes.at("stroke") == colour && line.attributes.at("stroke-width") == width)
            lines.push_back(line.attributes.at("points"));
    return lines;
}

TEST(SweepPicture, LeavesAGapWhereARunFailed) {
    const double none = std::nan("");
    const auto whole = with_figures({exports(5)}, {150, 151, 152, 153, 154});
    const auto torn = with_figures({exports(5)}, {150, 151, none, 153, 154});
    EXPECT_EQ(lines_of(sweep_svg(historical(), whole).text(), "#0072b2", "2.8").size(), 1U);
    EXPECT_EQ(lines_of(sweep_svg(historical(), torn).text(), "#0072b2", "2.8").size(), 2U);
}

TEST(SweepPicture, HatchesWhatBearsNoTollAndOnlyOfTolls) {
    auto grid = with_figures({exports(3)}, {10, 20, 30}, "excess_deaths_million");
    EXPECT_THAT(sweep_svg(historical(), grid).text(), Not(HasSubstr("url(#hatch-")));
    grid.points[1].untested = {"export_mt rises to 3"};
    EXPECT_THAT(sweep_svg(historical(), grid).text(), HasSubstr("url(#hatch-"));
    auto rations = with_figures({exports(3)}, {150, 160, 170});
    rations.points[1].untested = {"export_mt rises to 3"};
    EXPECT_THAT(sweep_svg(historical(), rations).text(), Not(HasSubstr("url(#hatch-")));
}

TEST(HeatMap, PartsTheCellsOnEitherSideOfTheScenarioItself) {
    // The scenario's own 153.8 kg lies between the columns of the first row only.
    const auto svg =
        sweep_svg(historical(), with_figures({exports(2), pressure(2)}, {150, 160, 170, 180}))
            .text();
    // Between the two cells of the lower row, above the first of them, and on the key.
    EXPECT_EQ(lines_of(svg, "#1a1a1a", "2.6").size(), 3U);
    const auto apart =
        sweep_svg(historical(), with_figures({exports(2), pressure(2)}, {160, 170, 180, 190}))
            .text();
    EXPECT_EQ(lines_of(apart, "#1a1a1a", "2.6").size(), 0U);
}

TEST(HeatMap, LeavesOutWhatWasNotRun) {
    auto grid = grid_of({exports(3), pressure(3)}, {"lowest_ration_kg"});
    grid.points.resize(4);
    const auto part = sweep_svg(historical(), grid).text();
    EXPECT_THAT(part, HasSubstr("Interrupted: the first 4 of 9 points."));
    EXPECT_EQ(boxes_of(part, "#ffffff").size(), 5U);
    grid.points.clear();
    expect_readable(sweep_svg(historical(), grid).text(), "nothing");
}

TEST(HeatMap, NamesRoundValuesWhereCellsAreSmall) {
    const auto few = words_in(sweep_svg(historical(), grid_of({exports(3), pressure(3)})).text());
    EXPECT_THAT(few, testing::IsSupersetOf({"0", "3", "6", "1", "2"}));
    const auto many = words_in(sweep_svg(historical(), with_figures({exports(50), pressure(60)},
                                                                    std::vector<double>(3000, 150)))
                                   .text());
    EXPECT_THAT(many, testing::IsSupersetOf({"2.0", "0.5"}));
    EXPECT_THAT(many, Not(testing::Contains(testing::HasSubstr("0.1224"))));
}

TEST(HeatMap, RefusesMoreThanCanBeSeen) {
    SweepGrid grid{{exports(300), pressure(300)}, {*run_measure("lowest_ration_kg")}, {}};
    EXPECT_THROW(sweep_svg(historical(), grid).text(), std::invalid_argument);
    grid.axes = {exports(2), pressure(2), exports(2)};
    EXPECT_THROW(sweep_svg(historical(), grid).text(), std::invalid_argument);
}

TEST(Shades, DarkenEvenlyInGreyscale) {
    const auto grey = [](double share) {
        const std::string text(chart::shade(share).text());
        const auto channel = [&](std::size_t i) {
            return std::pow(std::stoi(text.substr(i, 2), nullptr, 16) / 255.0, 2.2);
        };
        // Lightness of CIE 1976, nearly.
        return std::cbrt(0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5));
    };
    const double step = (grey(0) - grey(1)) / 20;
    for (int i = 0; i < 20; ++i) {
        const double fall = grey(i / 20.0) - grey((i + 1) / 20.0);
        EXPECT_GT(fall, 0.5 * step) << i;
        EXPECT_LT(fall, 1.6 * step) << i;
    }
    EXPECT_EQ(chart::shade(-1).text(), chart::shade(0).text());
    EXPECT_EQ(chart::shade(2).text(), chart::shade(1).text());
}

}  // namespace
}  // namespace granary::test

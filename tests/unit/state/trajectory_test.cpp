#include "granary/state/trajectory.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <utility>

#include "granary/analysis/outcome.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"

namespace granary {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const Trajectory<double>& historical_run() {
    static const auto run = simulate(load_scenario("historical"));
    return run;
}

const Trajectory<double>& two_provinces_run() {
    static const auto run = simulate(load_scenario("two-provinces"));
    return run;
}

/// The person-years that a month's figure counts with towards the year's.
double weight(Parts parts, const Trajectory<double>& run, const Instant& from, const Instant& to) {
    const auto lived = [&](auto key) {
        return run.sum(key, run.row(from), run.row(to), 0).value();
    };
    const double villagers = lived(flow::person_years_rural);
    const double townspeople = lived(flow::person_years_urban);
    if (parts == Parts::villagers_mean) return villagers;
    if (parts == Parts::townspeople_mean) return townspeople;
    return villagers + townspeople;
}

/// What the months from `from` on make of a figure, as its column says.
double made_of_months(const Column<double>& column, const Trajectory<double>& run,
                      const Instant& from) {
    double sum = 0, weighted = 0, weights = 0, last = 0;
    for (int i = 0; i < months_per_year; ++i) {
        const int month = static_cast<int>(std::lround(from.season * months_per_year)) + i;
        const auto at = [&](int m) { return month_start(from.year + m / 12, m % 12 + 1); };
        last = run.figures(at(month), at(month + 1)).*column.value;
        const double lived = weight(column.parts, run, at(month), at(month + 1));
        sum += last;
        weighted += lived * last;
        weights += lived;
    }
    if (column.parts == Parts::sum) return sum;
    return column.parts == Parts::last ? last : weighted / weights;
}

void expect_made_of_months(const Trajectory<double>& run, const Figures<double>& period,
                           const Instant& from) {
    for (const auto& column : figure_columns<double>) {
        if (column.parts == Parts::own) continue;
        EXPECT_NEAR(made_of_months(column, run, from), period.*column.value, 1e-9) << column.name;
    }
}

TEST(Trajectory, AYearIsMadeOfItsMonthsAsEachColumnSays) {
    for (const int year : {1957, 1958, 1959, 1960, 1961, 1962})
        expect_made_of_months(historical_run(), historical_run().annual(year), {year, 0});
}

TEST(Trajectory, AGrainYearIsMadeOfItsMonthsFromAprilToMarch) {
    expect_made_of_months(historical_run(), historical_run().grain_year(1959),
                          month_start(1959, 4));
}

TEST(Trajectory, AClaimIsThePeriodsHarvestExaggeratedAsAtItsEnd) {
    const auto& run = historical_run();
    for (const auto& column : figure_columns<double>)
        EXPECT_EQ(column.parts == Parts::own, column.name == "output_reported_mt") << column.name;
    for (const auto& [from, to] : {std::pair(Instant{1958, 0}, Instant{1959, 0}),
                                   {month_start(1958, 9), month_start(1958, 10)}}) {
        const auto figures = run.figures(from, to);
        const double exaggeration = run.exaggeration(run.layout().levels, run.row(to), 0);
        EXPECT_NEAR(figures.output_reported_mt, figures.output_actual_mt * std::exp(exaggeration),
                    1e-9);
    }
}

TEST(Trajectory, TheNationIsTheSumOfItsRegions) {
    const auto& run = two_provinces_run();
    const auto all = run.annual(1960), first = run.annual(1960, 0), second = run.annual(1960, 1);
    for (const auto value :
         {&Figures<double>::output_actual_mt, &Figures<double>::output_reported_mt,
          &Figures<double>::procurement_gross_mt, &Figures<double>::deaths_million,
          &Figures<double>::village_grain_mt, &Figures<double>::population_rural_million})
        EXPECT_NEAR(all.*value, first.*value + second.*value, 1e-9);
}

TEST(Trajectory, PerHeadFiguresRestOnPersonYearsLived) {
    const auto& run = historical_run();
    const auto from = run.row({1960, 0}), to = run.row({1961, 0});
    const double served = run.sum(flow::served, from, to, 0).value();
    const double lived = run.sum(flow::person_years_rural, from, to, 0).value();
    EXPECT_NEAR(run.annual(1960).rural_ration_kg, 870 * served / lived, 1e-9);
}

TEST(Trajectory, PersonYearsAreTheAreaUnderThePopulation) {
    const auto& run = historical_run();
    double area = 0;
    for (int month = 1; month <= 12; ++month) {
        const auto from = run.row(month_start(1960, month));
        const auto people = [&](std::size_t row) {
            return run.stock(stock::rural_population, row, 0).value() +
                   run.stock(stock::urban_population, row, 0).value();
        };
        area += 0.5 * (people(from) + people(from + 1)) / 12;
    }
    constexpr double error_of_monthly_trapezia = 0.03;
    EXPECT_NEAR(run.annual(1960).person_years_million, area, error_of_monthly_trapezia);
}

TEST(Trajectory, APartOfAYearCoversWhatWasRun) {
    auto scenario = load_scenario("historical").starting(instant_of(1957, 4, 11));
    scenario.end = instant_of(1958, 8, 21);
    const auto run = simulate(scenario);
    EXPECT_THAT(run.years(), ElementsAre(1957, 1958));
    EXPECT_EQ(run.annual(1957).births_million,
              run.figures(scenario.start, {1958, 0}).births_million);
    EXPECT_EQ(run.annual(1958).births_million, run.figures({1958, 0}, scenario.end).births_million);
}

TEST(Trajectory, ExcessDeathsOfTheRunAreTheSumOfItsYears) {
    const auto& run = historical_run();
    double sum = 0;
    for (const int year : run.years()) sum += run.annual(year).excess_deaths_million;
    EXPECT_NEAR(run.excess_deaths_million(), sum, 1e-9);
}

TEST(Trajectory, RecordsMonthStartsAndObservedInstants) {
    auto scenario = load_scenario("historical");
    scenario.observe = {instant_of(1959, 8, 15)};
    const auto run = simulate(scenario);
    EXPECT_NO_THROW(run.row(instant_of(1959, 8, 15)));
    EXPECT_NO_THROW(run.row(month_start(1962, 12)));
}

TEST(Trajectory, NamesTheInstantThatWasNotRecorded) {
    try {
        (void)historical_run().row(instant_of(1958, 2, 11));
        FAIL() << "the row should not have been found";
    } catch (const NotFound& error) {
        EXPECT_THAT(error.what(),
                    AllOf(HasSubstr("1958-02-11"), HasSubstr("1957-01"), HasSubstr("1963-01")));
    }
    EXPECT_THROW((void)historical_run().annual(1963), NotFound);
    EXPECT_THROW((void)historical_run().grain_year(1962), NotFound);
}

TEST(Trajectory, HasNoFiguresOfARegionThatIsNotThere) {
    const auto& one = historical_run();
    const auto& two = two_provinces_run();
    EXPECT_NO_THROW((void)one.annual(1960, 0));
    EXPECT_NO_THROW((void)two.annual(1960, 1));
    for (const std::size_t region : {std::size_t{1}, std::size_t{7}, std::size_t(-1)}) {
        EXPECT_THROW((void)one.annual(1960, region), NotFound);
        EXPECT_THROW((void)one.grain_year(1960, region), NotFound);
        EXPECT_THROW((void)one.excess_deaths_million(region), NotFound);
        EXPECT_THROW((void)yearly(one, region), NotFound);
        EXPECT_THROW((void)outcome(one, region), NotFound);
    }
    try {
        (void)two.figures({1960, 0}, {1961, 0}, 2);
        FAIL() << "there is no third";
    } catch (const NotFound& error) {
        EXPECT_STREQ(error.what(), "there is no region 2: they are counted from 0 to 1");
    }
}

TEST(Trajectory, HasNothingOfARowRegionOrLevelThatIsNotThere) {
    const auto& run = historical_run();
    const auto rows = run.times().size(), levels = run.layout().levels;
    EXPECT_THROW((void)run.state(rows), NotFound);
    EXPECT_THROW((void)run.stock(stock::state_grain, rows), NotFound);
    EXPECT_THROW((void)run.stock(stock::village_grain, 0, 1), NotFound);
    EXPECT_THROW((void)run.sum(flow::procurement, 0, rows, 0), NotFound);
    EXPECT_THROW((void)run.sum(flow::procurement, 0, 1, 1), NotFound);
    EXPECT_THROW((void)run.sum(flow::exports, rows, 0), NotFound);
    EXPECT_NO_THROW((void)run.exaggeration(levels, 0, 0));
    for (const std::size_t level : {std::size_t{0}, levels + 1})
        EXPECT_THROW((void)run.exaggeration(level, 0, 0), NotFound);
    EXPECT_THROW((void)run.layout().region_flows(1), NotFound);
    EXPECT_THROW((void)Scenario{}.schedule(0, 1), NotFound);
    EXPECT_THROW((void)Scenario{}.schedule(Lever::table.size(), 0), NotFound);
}

TEST(Trajectory, HasNoPeriodThatEndsBeforeItBegins) {
    EXPECT_THROW((void)historical_run().figures({1960, 0}, {1959, 0}), NotFound);
}

TEST(Trajectory, OfNothingHasNoYears) {
    const Scenario scenario;
    const Trajectory<double> nothing(scenario, scenario.constants, historical_run().layout());
    EXPECT_THROW((void)nothing.years(), NotFound);
    EXPECT_THROW((void)nothing.row({1957, 0}), NotFound);
    EXPECT_THROW((void)nothing.annual(1957), NotFound);
    EXPECT_THROW((void)nothing.excess_deaths_million(), NotFound);
}

TEST(Trajectory, HasNoFigurePerHeadWhereNobodyLives) {
    const auto run = simulate(Scenario{}.with(parameter::urban_population_start_million, 5e-4));
    const auto figures = run.annual(1957);
    EXPECT_TRUE(std::isnan(figures.urban_ration_kg));
    EXPECT_TRUE(std::isnan(figures.crude_death_rate_urban_per_1000));
    EXPECT_TRUE(std::isfinite(figures.rural_ration_kg));
    EXPECT_TRUE(std::isfinite(figures.town_supply_mt));
    const auto enough = simulate(Scenario{}.with(parameter::urban_population_start_million, 2e-3));
    EXPECT_TRUE(std::isfinite(enough.annual(1957).urban_ration_kg));
}

TEST(Trajectory, GivesTradeAndTheStateStoreToTheNationAlone) {
    const auto region = two_provinces_run().annual(1959, 1);
    EXPECT_TRUE(std::isnan(region.export_mt));
    EXPECT_TRUE(std::isnan(region.state_grain_mt));
    EXPECT_TRUE(std::isfinite(two_provinces_run().annual(1959).export_mt));
}

}  // namespace
}  // namespace granary

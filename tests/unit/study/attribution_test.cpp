#include "granary/study/attribution.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <tuple>

#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"
#include "granary/study/published_splits.hpp"

namespace granary {
namespace {

/// Until the end of 1959, so that 512 runs take half the time.
Scenario until_1960(const std::string& name) {
    auto scenario = load_scenario(name);
    scenario.end = {1960, 0};
    return scenario;
}

std::size_t row_of(std::string_view driver) {
    for (std::size_t i = 0; i < drivers.size(); ++i)
        if (drivers[i].name == driver) return i;
    throw std::logic_error("no such driver");
}

Effects difference(const Scenario& a, const Scenario& b, int year) {
    const auto with = simulate(a).annual(year), without = simulate(b).annual(year);
    Effects effects;
    for (const auto& column : effect_columns)
        effects.*column.value = with.*column.figure.value - without.*column.figure.value;
    return effects;
}

void expect_equal(const Effects& a, const Effects& b) {
    for (const auto& column : effect_columns)
        EXPECT_NEAR(a.*column.value, b.*column.value, 1e-9) << column.figure.name;
}

const AttributedPeriod& period_of(const Attribution& attribution, const std::string& label) {
    for (const auto& period : attribution.periods)
        if (period.label == label) return period;
    throw std::logic_error("no such period");
}

/// A year and a quarter.
const Attribution& briefly_attributed() {
    static const auto attribution = [] {
        auto scenario = load_scenario("historical");
        scenario.end = {1958, 0.25};
        return attribute(scenario);
    }();
    return attribution;
}

TEST(Attribution, CountsAPartOfAYearAsAPart) {
    const auto& [year, part, all] =
        std::tie(briefly_attributed().periods[0], briefly_attributed().periods[1],
                 briefly_attributed().periods[2]);
    EXPECT_FALSE(year.is_part_of_year);
    EXPECT_TRUE(part.is_part_of_year);
    EXPECT_EQ(part.from, (Instant{1958, 0}));
    EXPECT_EQ(all.to, (Instant{1958, 0.25}));
    const auto base = [](const AttributedPeriod& period) {
        return period.reference.excess_deaths_million -
               period.reference_change.excess_deaths_million;
    };
    const double of_a_year = year.scenario.excess_deaths_million;
    EXPECT_NE(of_a_year, 0);
    EXPECT_NEAR(base(part), 0.25 * of_a_year, 1e-12);
    EXPECT_NEAR(base(all), 1.25 * of_a_year, 1e-12);
}

TEST(Attribution, HoldsNoHarvestOrRationOfAPartOfAYearAgainstAWholeOne) {
    for (const auto& period : briefly_attributed().periods)
        for (const auto& column : effect_columns)
            EXPECT_EQ(std::isfinite(period.reference_change.*column.value),
                      column.summed || !period.is_part_of_year)
                << period.label << ' ' << column.figure.name;
}

const Attribution& history_attributed() {
    static const auto attribution = attribute(until_1960("historical"), true);
    return attribution;
}

TEST(Drivers, TogetherAreTheScenario) {
    const auto scenario = until_1960("two-provinces");
    const auto same = with_drivers(scenario, all_drivers);
    EXPECT_EQ(simulate(same).states(), simulate(scenario).states());
}

TEST(Drivers, AreAtTheirReferencesInEveryRegionWithoutThem) {
    auto scenario = load_scenario("two-provinces");
    scenario.regions[0].levers[lever::pressure.index] = Schedule(Height::number(0.7));
    scenario.regions[1].levers[lever::disaster_share.index] = Schedule(Height::number(0.25));
    const auto quiet = with_drivers(scenario, 0);
    const Instant late{1960, 0.3};
    const auto at = [&](auto key, std::size_t region) {
        return quiet.schedule(key.index, region).value(late, quiet.constants);
    };
    EXPECT_EQ(at(lever::pressure, 0), 0);
    EXPECT_EQ(at(lever::verification, 0), 2);
    EXPECT_EQ(at(lever::export_mt, 0), 2.09);
    EXPECT_EQ(at(lever::import_mt, 0), 0.17);
    EXPECT_EQ(at(lever::labour_diversion, 0), 0);
    EXPECT_EQ(at(lever::sown_area, 0), 1);
    EXPECT_EQ(at(lever::commune_intensity, 0), 0);
    EXPECT_EQ(at(lever::canteens, 0), 0);
    EXPECT_EQ(at(lever::private_plots, 0), 1);
    EXPECT_EQ(at(lever::disaster_share, 0), scenario.constants[parameter::base_disaster_share]);
    EXPECT_EQ(at(lever::disaster_share, 1), 0.25);
    EXPECT_EQ(at(lever::urban_migration, 0), 4.19);
    EXPECT_EQ(at(lever::radicalism, 1), 1.7);
    EXPECT_EQ(at(lever::urban_ration, 0), 193);
}

TEST(Attribution, SumsToTheWholeAndToTheChangeSinceTheFirstYear) {
    const auto scenario = until_1960("historical");
    const auto run = simulate(scenario);
    const auto& attribution = history_attributed();
    ASSERT_EQ(attribution.first_year, 1957);
    for (const int year : {1957, 1958, 1959}) {
        const auto& period = period_of(attribution, std::to_string(year));
        Effects sum;
        for (const auto& driver : period.by_driver)
            for (const auto& column : effect_columns)
                sum.*column.value += driver.shapley.*column.value;
        expect_equal(sum, period.whole);
        expect_equal(period.whole, difference(scenario, with_drivers(scenario, 0), year));
        for (const auto& column : effect_columns)
            EXPECT_NEAR(
                period.whole.*column.value + period.reference_change.*column.value,
                run.annual(year).*column.figure.value - run.annual(1957).*column.figure.value,
                1e-9);
    }
}

TEST(Attribution, OfAllYearsIsTheMeanAndForDeathsTheSum) {
    const auto& attribution = history_attributed();
    const auto& all = attribution.periods.back();
    ASSERT_EQ(all.label, "all");
    const auto expect_all = [&](auto pick) {
        for (const auto& column : effect_columns) {
            double sum = 0;
            for (std::size_t p = 0; p < 3; ++p) sum += pick(attribution.periods[p]).*column.value;
            EXPECT_NEAR(pick(all).*column.value, column.summed ? sum : sum / 3, 1e-9);
        }
    };
    expect_all([](const AttributedPeriod& p) { return p.whole; });
    expect_all([](const AttributedPeriod& p) { return p.reference_change; });
    for (std::size_t i = 0; i < drivers.size(); ++i)
        expect_all([&](const AttributedPeriod& p) { return p.by_driver[i].shapley; });
}

TEST(Attribution, GivesOneDriverAloneFromBothEnds) {
    const auto scenario = until_1960("historical");
    const auto& period = period_of(history_attributed(), "1959");
    expect_equal(period.by_driver[row_of("pressure")].alone_taken,
                 difference(scenario, scenario.with(lever::pressure, 0.0), 1959));
    const auto quiet = with_drivers(scenario, 0);
    auto wasted = quiet;
    wasted.levers[lever::labour_diversion.index] = scenario.levers[lever::labour_diversion.index];
    expect_equal(period.by_driver[row_of("labour_diversion")].alone_added,
                 difference(wasted, quiet, 1959));
}

TEST(Attribution, FindsThatPairsActOnEachOther) {
    const auto& pairs = period_of(history_attributed(), "1959").interactions;
    const auto of = [&](std::string_view a, std::string_view b) {
        return pairs[row_of(a) * drivers.size() + row_of(b)].rural_ration_kg;
    };
    EXPECT_EQ(of("pressure", "verification"), of("verification", "pressure"));
    // With surveys at work claims are corrected, so that each makes the other worse.
    EXPECT_LT(of("pressure", "verification"), -0.1);
}

TEST(Attribution, GivesNothingToADriverAtItsReference) {
    const auto honest = until_1960("historical").with(lever::pressure, 0.0);
    const auto attribution = attribute(honest, true);
    for (const auto& period : attribution.periods) {
        const auto i = row_of("pressure");
        for (const auto& column : effect_columns) {
            EXPECT_EQ(period.by_driver[i].shapley.*column.value, 0);
            EXPECT_EQ(period.by_driver[i].alone_added.*column.value, 0);
            EXPECT_EQ(period.interactions[i * drivers.size() + 3].*column.value, 0);
        }
    }
}

TEST(Attribution, HasTheSameBitsOnAnyNumberOfThreads) {
    auto scenario = load_scenario("two-provinces");
    scenario.end = {1958, 0.5};
    const auto one = attribute(scenario, true, {1, {}});
    const auto five = attribute(scenario, true, {5, {}});
    ASSERT_EQ(one.periods.size(), five.periods.size());
    for (std::size_t p = 0; p < one.periods.size(); ++p)
        for (const auto& column : effect_columns) {
            for (std::size_t i = 0; i < drivers.size(); ++i)
                EXPECT_EQ(one.periods[p].by_driver[i].shapley.*column.value,
                          five.periods[p].by_driver[i].shapley.*column.value);
            for (std::size_t k = 0; k < one.periods[p].interactions.size(); ++k)
                EXPECT_EQ(one.periods[p].interactions[k].*column.value,
                          five.periods[p].interactions[k].*column.value);
        }
}

TEST(Waterfall, GoesFromTheFirstYearToTheScenarioWithoutAGap) {
    const auto& attribution = history_attributed();
    const auto& period = period_of(attribution, "1959");
    const auto bars = waterfall(attribution, period, effect_columns[0]);
    const auto run = simulate(until_1960("historical"));
    ASSERT_EQ(bars.size(), drivers.size() + 3);
    EXPECT_NEAR(bars.front().to, run.annual(1957).rural_ration_kg, 1e-9);
    EXPECT_NEAR(bars[bars.size() - 2].to, run.annual(1959).rural_ration_kg, 1e-9);
    EXPECT_EQ(bars.back().to, run.annual(1959).rural_ration_kg);
    for (std::size_t i = 1; i + 1 < bars.size(); ++i) EXPECT_EQ(bars[i].from, bars[i - 1].to);
    for (std::size_t i = 3; i + 1 < bars.size(); ++i)
        EXPECT_LE(std::fabs(bars[i].to - bars[i].from),
                  std::fabs(bars[i - 1].to - bars[i - 1].from));
}

TEST(ExportsUndone, SaveMoreWhereTheGrainGoesBackToTheVillages) {
    const auto history = load_scenario("historical");
    const auto undone = undo_exports(history);
    EXPECT_EQ(undone.excess_deaths_million, simulate(history).excess_deaths_million());
    EXPECT_NEAR(undone.returned_to_villages_million,
                simulate(load_scenario("no-exports")).excess_deaths_million(), 1e-9);
    EXPECT_LT(undone.returned_to_villages_million, undone.kept_in_granary_million);
    EXPECT_LT(undone.kept_in_granary_million, undone.excess_deaths_million);
}

TEST(PublishedSplits, AreNotHeldAgainstARunThatDoesNotReachTheYears) {
    EXPECT_TRUE(published_splits(until_1960("historical"), history_attributed()).empty());
}

}  // namespace
}  // namespace granary

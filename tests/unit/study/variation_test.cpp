#include "granary/study/variation.hpp"

#include <gtest/gtest.h>

#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"

namespace granary {
namespace {

double height(const Scenario& scenario, std::size_t lever, std::size_t region, const Instant& at) {
    return scenario.schedule(lever, region).value(at, scenario.constants);
}

TEST(Variation, HoldsALeverInEveryRegion) {
    const auto scenario = load_scenario("two-provinces");
    const auto held = varied(scenario, Variation::lever(lever::radicalism.index), 0.4);
    for (const std::size_t region : {0U, 1U})
        EXPECT_EQ(height(held, lever::radicalism.index, region, {1959, 0.5}), 0.4);
    EXPECT_EQ(height(scenario, lever::radicalism.index, 1, {1959, 0.5}), 1.7);
}

TEST(Variation, ScalesTheSchedulesOfNationAndRegions) {
    const auto scenario = load_scenario("two-provinces");
    const auto more = varied(scenario, Variation::scale(lever::radicalism.index), 1.5);
    EXPECT_DOUBLE_EQ(height(more, lever::radicalism.index, 0, {1959, 0.5}), 0.45);
    const auto less = varied(scenario, Variation::scale(lever::export_mt.index), 0.5);
    EXPECT_DOUBLE_EQ(height(less, lever::export_mt.index, 0, {1959, 0.5}), 4.1575 / 2);
}

TEST(Variation, DecidesFromADateOn) {
    const auto scenario = load_scenario("historical");
    const auto decision =
        Variation::date({{lever::pressure.index, 0.0}, {lever::verification.index, 3.0}});
    const auto changed = varied(scenario, decision, 1958.8);
    const Instant before{1958, 0.79}, after{1958, 0.81};
    EXPECT_EQ(height(changed, lever::pressure.index, 0, before),
              height(scenario, lever::pressure.index, 0, before));
    EXPECT_EQ(height(changed, lever::pressure.index, 0, after), 0);
    EXPECT_EQ(height(changed, lever::verification.index, 0, after), 3);
}

TEST(Variation, OfADateReachesFromThroughoutToNever) {
    const auto scenario = load_scenario("historical");
    const auto variation = Variation::date({{lever::pressure.index, 0.0}});
    const auto range = *range_of(scenario, variation);
    EXPECT_EQ(range.low, 1957);
    EXPECT_EQ(range.high, 1963);
    EXPECT_EQ(simulate(varied(scenario, variation, range.high)).excess_deaths_million(),
              simulate(scenario).excess_deaths_million());
    EXPECT_EQ(simulate(varied(scenario, variation, range.low)).excess_deaths_million(),
              simulate(scenario.with(lever::pressure, 0.0)).excess_deaths_million());
}

TEST(Variation, OfADateIsContinuousAcrossAMonthStart) {
    const auto scenario = load_scenario("historical");
    const auto variation = Variation::date({{lever::pressure.index, 0.0}});
    const auto deaths = [&](double date) {
        return simulate(varied(scenario, variation, date)).excess_deaths_million();
    };
    const double month = 1959 + 2.0 / 12;
    for (const double away : {1e-12, 1e-9, 1e-7}) {
        EXPECT_NEAR(deaths(month - away), deaths(month), 1e-5);
        EXPECT_NEAR(deaths(month + away), deaths(month), 1e-5);
    }
}

TEST(Variation, SetsAConstantAndTheNumberOfLevels) {
    const auto scenario = load_scenario("historical");
    const auto lag = Variation::parameter(parameter::belief_lag_years.index);
    EXPECT_EQ(varied(scenario, lag, 0.6).constants.values[parameter::belief_lag_years.index], 0.6);
    EXPECT_EQ(varied(scenario, Variation::levels(), 8).reporting_levels, 8U);
}

TEST(Variation, ScalesAsFarAsTheLeverGoes) {
    const auto scenario = load_scenario("historical");
    const auto most = [&](auto key) { return range_of(scenario, Variation::scale(key.index)); };
    // 0.45 at most, -0.0973 at least, where the lever may go from -0.2 to 0.6.
    EXPECT_DOUBLE_EQ(most(lever::labour_diversion)->high, 0.6 / 0.45);
    EXPECT_DOUBLE_EQ(most(lever::export_mt)->high, 25 / 4.1575);
    EXPECT_EQ(most(lever::export_mt)->low, 0);
    EXPECT_FALSE(most(lever::relief));
}

TEST(Variation, KnowsWhereTheScenarioStands) {
    const auto scenario = load_scenario("historical");
    EXPECT_NEAR(present_value(scenario, Variation::lever(lever::export_mt.index)),
                (2.09 + 2.8834 + 4.1575 + 2.7204 + 1.355 + 1.0309) / 6, 1e-12);
    EXPECT_EQ(present_value(scenario, Variation::scale(lever::export_mt.index)), 1);
    EXPECT_EQ(present_value(scenario, Variation::levels()), 4);
    EXPECT_EQ(present_value(scenario, Variation::date({})), 1963);
}

TEST(Variation, HasANameForATable) {
    EXPECT_EQ(Variation::scale(lever::export_mt.index).name(), "scale of export_mt");
    EXPECT_EQ(Variation::lever(lever::export_mt.index).name(), "export_mt held");
    EXPECT_EQ(
        Variation::date({{lever::pressure.index, 0.0}, {lever::verification.index, 2.5}}).name(),
        "date of pressure = 0, verification = 2.5");
    EXPECT_EQ(Variation::lever(lever::export_mt.index).unit(), "Mt/yr");
}

TEST(Variation, OfARowThatIsNotThereIsNotFound) {
    for (const auto& variation :
         {Variation::lever(Lever::table.size()), Variation::scale(Lever::table.size()),
          Variation::parameter(Parameter::table.size()),
          Variation::date({{Lever::table.size(), 0.0}})}) {
        EXPECT_THROW((void)variation.name(), NotFound);
        EXPECT_THROW((void)varied({}, variation, 1), NotFound);
    }
    EXPECT_THROW((void)range_of({}, Variation::scale(Lever::table.size())), NotFound);
    EXPECT_THROW((void)present_value({}, Variation::lever(Lever::table.size())), NotFound);
    EXPECT_THROW((void)present_value({}, Variation::parameter(Parameter::table.size())), NotFound);
}

TEST(Variation, TurnsDatesIntoYearsAndBack) {
    EXPECT_EQ(years_of({1959, 0.25}), 1959.25);
    for (const double years : {1957.0, 1958.75, 1959.123456, 1962.999999}) {
        const auto at = instant_at(years);
        EXPECT_EQ(years_of(at), years);
        EXPECT_GE(at.season, 0);
        EXPECT_LT(at.season, 1);
    }
}

TEST(Variation, IsTheSameAsTheSettingThatItNames) {
    const auto scenario = load_scenario("historical");
    for (const auto& variation :
         {Variation::lever(lever::pressure.index), Variation::scale(lever::pressure.index),
          Variation::parameter(parameter::belief_lag_years.index)}) {
        const auto ran = simulate(varied(scenario, variation, 0.5));
        const std::string settings[] = {variation.setting(0.5)};
        EXPECT_EQ(ran.annual(1960).rural_ration_kg,
                  simulate(load_scenario("historical", settings)).annual(1960).rural_ration_kg)
            << settings[0];
    }
}

}  // namespace
}  // namespace granary

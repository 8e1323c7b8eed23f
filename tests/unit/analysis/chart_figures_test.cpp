/// What charts show beside the year table: needs, uses of grain, the ladder, the titles.

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <string>

#include "granary/analysis/grain_uses.hpp"
#include "granary/analysis/headlines.hpp"
#include "granary/analysis/ladder.hpp"
#include "granary/analysis/need.hpp"
#include "granary/granary.hpp"

namespace granary::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const Trajectory<double>& run_of(const char* name) {
    static std::map<std::string, Trajectory<double>> runs;
    auto found = runs.find(name);
    if (found == runs.end()) found = runs.emplace(name, simulate(load_scenario(name))).first;
    return found->second;
}

TEST(Headlines, CallAPartOfAYearWhatItIs) {
    const auto cut = [](const char* end) {
        return simulate(load_scenario("historical", std::vector<std::string>{end}));
    };
    const auto spring = cut("end=\"1957-06\""), autumn = cut("end=\"1957-11\"");
    const std::vector<TitledRun> in_spring{{"a", &spring}}, in_autumn{{"b", &autumn}};
    EXPECT_EQ(ration_headline(in_spring),
              "In a part of 1957 the rural ration is 185 kg a head, as a yearly rate");
    EXPECT_THAT(ladder_headline(in_autumn, 1957), HasSubstr("a part of 1957"));
    const std::vector<TitledRun> both{{"a", &spring}, {"b", &autumn}};
    EXPECT_THAT(ladder_headline(both, 1957), HasSubstr("The claim for a part of 1957"));
}

TEST(GrainUses, HaveTheSameSumOnBothSides) {
    for (const auto* name : {"historical", "two-provinces", "no-exports"})
        for (int year = 1957; year <= 1962; ++year) {
            const auto u = grain_uses(run_of(name), {year, 0}, {year + 1, 0});
            const double uses = u.served + u.seed_feed_spoilage + u.towns + u.crews + u.other +
                                u.exports + u.into_stores;
            EXPECT_NEAR(uses, u.sum(), 1e-9) << name << year;
            EXPECT_EQ(std::min(u.from_stores, u.into_stores), 0);
        }
}

TEST(GrainUses, AgreeWithTheYearTable) {
    const auto f = run_of("historical").annual(1960);
    const auto u = grain_uses(run_of("historical"), {1960, 0}, {1961, 0});
    EXPECT_DOUBLE_EQ(u.harvest, f.output_actual_mt);
    EXPECT_DOUBLE_EQ(u.towns, f.town_supply_mt);
}

TEST(Ladder, EndsAtThePublishedClaimAndNeverFalls) {
    for (const auto* name : {"historical", "two-provinces"})
        for (int year = 1957; year <= 1962; ++year) {
            const auto steps = ladder(run_of(name), year);
            const auto f = run_of(name).annual(year);
            EXPECT_NEAR(steps.harvest_mt, f.output_actual_mt, 1e-9);
            EXPECT_NEAR(steps.claims_mt.back(), f.output_reported_mt, 1e-9);
        }
}

/// In a world without pressure nobody exaggerates; under constant pressure each level multiplies by
/// the same factor e^{e_l}, as long as villagers keep their grain: where they starve fewer press.
TEST(Ladder, HasEqualStepsUnderConstantPressure) {
    const auto still = simulate(load_scenario("historical").with(lever::pressure, 0.0));
    const auto none = ladder(still, 1960);
    for (const double claim : none.claims_mt) EXPECT_DOUBLE_EQ(claim, none.harvest_mt);

    const auto scenario = load_scenario("historical")
                              .with(lever::pressure, 1.0)
                              .with(lever::radicalism, 1.0)
                              .with(lever::quota_rate, 0.0);
    const auto steps = ladder(simulate(scenario), 1960);
    const double factor = exp(scenario.constants[parameter::exaggeration_per_level]);
    double below = steps.harvest_mt;
    for (const double claim : steps.claims_mt) {
        EXPECT_NEAR(claim / below, factor, 1e-6);
        below = claim;
    }
}

TEST(Ladder, IsHighestIn1958AndRefusesYearsNotRun) {
    EXPECT_EQ(peak_year(run_of("historical")), 1958);
    EXPECT_THROW(ladder(run_of("historical"), 1963), NotFound);
    EXPECT_EQ(level_names(4).back(), "province");
    EXPECT_EQ(level_names(8).size(), 8U);
}

/// With the levers of a year at rest need is what its closed form says: energy less what plots
/// give.
TEST(Need, IsTheGrainThatCoversTheEnergyWithoutMobilisation) {
    const auto scenario = load_scenario("historical")
                              .with(lever::labour_diversion, -1.0)
                              .with(lever::private_plots, 0.0);
    const auto& c = scenario.constants;
    const double kg =
        c[parameter::energy_need_kcal] * c[parameter::days_per_year] / c[parameter::kcal_per_kg];
    EXPECT_NEAR(rural_need_kg(scenario, simulate(scenario), 1959), kg, 1e-3 * kg);
}

TEST(Need, RisesWhereLabourIsMobilisedAndPlotsAreTaken) {
    const auto scenario = load_scenario("historical");
    const auto& run = run_of("historical");
    EXPECT_GT(rural_need_kg(scenario, run, 1959), rural_need_kg(scenario, run, 1957) + 20);
    EXPECT_THROW(rural_need_kg(scenario, run, 1970), NotFound);
}

TEST(Headlines, SayTheFiguresOfTheYearTable) {
    const TitledRun one[] = {{"Historical", &run_of("historical")}};
    EXPECT_EQ(ration_headline(one),
              "The rural ration falls from 205 kg a head in 1957 to 154 kg in 1961");
    EXPECT_THAT(claim_headline(one), AllOf(HasSubstr("1958"), HasSubstr("370 Mt")));
    EXPECT_THAT(take_headline(one), AllOf(HasSubstr("1959"), HasSubstr("47 of 165 Mt")));
    EXPECT_THAT(deaths_headline(one), AllOf(HasSubstr("In 1960 26"), HasSubstr("15.6 million")));
    EXPECT_THAT(stores_headline(one), HasSubstr("May 1961"));
    EXPECT_THAT(ladder_headline(one, 1958), HasSubstr("Four levels"));
}

TEST(Headlines, SayNoMoreThanTheRunBearsOut) {
    const TitledRun honest[] = {{"Honest", &run_of("honest-reporting")}};
    EXPECT_EQ(claim_headline(honest), "Claims keep to the harvest");
    EXPECT_THAT(ladder_headline(honest, 1958), HasSubstr("as it was"));
}

TEST(Headlines, GiveTheRangeOverSeveralRuns) {
    const TitledRun two[] = {{"A", &run_of("historical")}, {"B", &run_of("honest-reporting")}};
    EXPECT_EQ(ration_headline(two),
              "The lowest rural ration ranges from 154 kg a head (A) to 160 kg a head (B)");
    EXPECT_THAT(deaths_headline(two), HasSubstr("15.6 million (A)"));
    const TitledRun same[] = {{"A", &run_of("historical")}, {"B", &run_of("historical")}};
    EXPECT_THAT(ration_headline(same), AllOf(HasSubstr("in all"), Not(HasSubstr("(A)"))));
}

}  // namespace
}  // namespace granary::test

#include "granary/rooms/vital_rates.hpp"

#include <gtest/gtest.h>

#include "granary/rooms/access.hpp"
#include "unit/rooms/bench.hpp"

namespace granary {
namespace {

using bench::Bench;
using bench::Moment;

/// Deaths and births at a bench's values, where `harvest` is what the fields could give.
class Vitals {
  public:
    explicit Vitals(const Bench& bench, double harvest = 197) : now(bench) {
        for (auto& site : now.sites()) {
            site.flows.potential = ActualOutput<double>(GrainRate<double>(harvest));
            site.flows.assessed_harvest = site.here[stock::believed_harvest];
            rooms::access(site.here, site.flows);
            rooms::vital_rates(site.here, site.flows);
        }
    }
    double rural_deaths_per_head() const {
        return now[flow::deaths_rural] / now[flow::person_years_rural];
    }
    double urban_deaths_per_head() const {
        return now[flow::deaths_urban] / now[flow::person_years_urban];
    }
    double rural_births_per_head() const {
        return now[flow::births_rural] / now[flow::person_years_rural];
    }
    double urban_births_per_head() const {
        return now[flow::births_urban] / now[flow::person_years_urban];
    }
    Moment now;
};

TEST(Deaths, OfAQuietWorldAreThoseOfTheBaseRates) {
    const Bench bench;
    const Vitals quiet(bench);
    const double base = bench[parameter::base_death_rate_per_year];
    EXPECT_NEAR(quiet.rural_deaths_per_head(), base, 2e-5);
    EXPECT_NEAR(quiet.urban_deaths_per_head(), bench[parameter::urban_base_death_ratio] * base,
                2e-5);
    EXPECT_DOUBLE_EQ(quiet.now[flow::deaths_rural_base], base * bench[stock::rural_population]);
    EXPECT_DOUBLE_EQ(quiet.now[flow::deaths_urban_base], bench[parameter::urban_base_death_ratio] *
                                                             base * bench[stock::urban_population]);
}

/// Villages, towns and what counts as no excess alike.
TEST(Deaths, WithoutHungerFallByTheirYearlyDecline) {
    const auto bench = Bench().set(parameter::base_death_decline_per_year, 0.04);
    const Vitals start(bench), later(Bench(bench).set_years_elapsed(2.5));
    const double left = granary::exp(-0.04 * 2.5);
    for (const auto base : {flow::deaths_rural_base, flow::deaths_urban_base})
        EXPECT_NEAR(later.now[base] / start.now[base], left, 1e-15);
    EXPECT_NEAR(later.rural_deaths_per_head() - start.rural_deaths_per_head(),
                (left - 1) * bench[parameter::base_death_rate_per_year], 1e-15);
    EXPECT_NEAR(later.urban_deaths_per_head() - start.urban_deaths_per_head(),
                (left - 1) * bench[parameter::urban_base_death_ratio] *
                    bench[parameter::base_death_rate_per_year],
                1e-15);
}

TEST(Deaths, WithoutADeclineHaveTheSameBitsInEveryYear) {
    const auto bench = Bench().set(parameter::base_death_decline_per_year, 0);
    const Vitals start(bench), later(Bench(bench).set_years_elapsed(5.3));
    EXPECT_EQ(later.now.rates(), start.now.rates());
}

TEST(Deaths, FollowTheNutritionOfTheirOwnPlace) {
    const Vitals well{Bench()};
    const Vitals hungry_villages{Bench().set(stock::nutrition_rural, 0.6)};
    const Vitals hungry_towns{Bench().set(stock::nutrition_urban, 0.6)};
    EXPECT_GT(hungry_villages.rural_deaths_per_head(), 3 * well.rural_deaths_per_head());
    EXPECT_EQ(hungry_villages.urban_deaths_per_head(), well.urban_deaths_per_head());
    EXPECT_GT(hungry_towns.urban_deaths_per_head(), 3 * well.urban_deaths_per_head());
    EXPECT_EQ(hungry_towns.rural_deaths_per_head(), well.rural_deaths_per_head());
}

TEST(Deaths, ByHungerAreAsManyAHeadInTownAndVillageOnTheSameFood) {
    const Vitals hungry{
        Bench().set(stock::nutrition_rural, 0.65).set(stock::nutrition_urban, 0.65)};
    const double rural = hungry.now[flow::deaths_rural] - hungry.now[flow::deaths_rural_base];
    const double urban = hungry.now[flow::deaths_urban] - hungry.now[flow::deaths_urban_base];
    EXPECT_NEAR(rural / hungry.now[flow::person_years_rural],
                urban / hungry.now[flow::person_years_urban], 1e-15);
}

TEST(PersonYears, AreThoseWhoLiveThere) {
    const Vitals vitals(
        Bench().set(stock::rural_population, 500).set(stock::urban_population, 120));
    EXPECT_EQ(vitals.now[flow::person_years_rural], 500);
    EXPECT_EQ(vitals.now[flow::person_years_urban], 120);
}

TEST(Conception, IsHalfAtItsMidpointAndSymmetricAboutIt) {
    const Bench bench;
    const double middle = bench[parameter::fertility_midpoint];
    const auto share = [&](double nutrition) {
        return rooms::conception_share(Moment(bench).here(), nutrition);
    };
    EXPECT_DOUBLE_EQ(share(middle), 0.5);
    EXPECT_DOUBLE_EQ(share(middle + 0.1) + share(middle - 0.1), 1);
    EXPECT_GT(share(middle + 0.1), 0.5);
}

const auto conception = [](Frame<double>& frame) {
    rooms::conception(frame.sites[0].here, frame.sites[0].flows);
};

TEST(Conception, ReachesBirthThroughThreeEqualStages) {
    const auto bench = Bench()
                           .set(stock::nutrition_rural, 0.7)
                           .set(stock::conception_1, 1)
                           .set(stock::conception_2, 1)
                           .set(stock::conception_3, 1);
    const double end = rooms::conception_share(Moment(bench).here(), 0.7);
    for (const double stages : {0.5, 2.0, 4.0}) {
        const auto later =
            bench.after(stages * bench[parameter::conception_stage_years], conception);
        EXPECT_NEAR(later[stock::conception_1], end + (1 - end) * bench::held_back(1, stages),
                    1e-10);
        EXPECT_NEAR(later[stock::conception_2], end + (1 - end) * bench::held_back(2, stages),
                    1e-10);
        EXPECT_NEAR(later[stock::conception_3], end + (1 - end) * bench::held_back(3, stages),
                    1e-10);
    }
}

TEST(Conception, RestsWhereAllStagesAreWhatNutritionAllows) {
    const auto settled = Bench().set(stock::nutrition_rural, 0.75).after(20, conception);
    const double allowed = rooms::conception_share(Moment(settled).here(), 0.75);
    EXPECT_NEAR(settled[stock::conception_1], allowed, 1e-9);
    EXPECT_NEAR(settled[stock::conception_3], allowed, 1e-9);
}

TEST(Births, AreAllBornAtFullTermAndAllPutOffAtNone) {
    const Bench bench;
    const double all = bench[parameter::base_birth_rate_per_year] * bench[stock::rural_population];
    const Vitals full(Bench(bench).set(stock::conception_3, 1));
    EXPECT_DOUBLE_EQ(full.now[flow::births_rural], all);
    EXPECT_EQ(full.now[flow::births_postponed], 0);
    const Vitals none(Bench(bench).set(stock::conception_3, 0));
    EXPECT_EQ(none.now[flow::births_rural], 0);
    EXPECT_DOUBLE_EQ(none.now[flow::births_postponed], all);
}

TEST(Births, AreBornOrPutOffAndThoseRecoveredWereWaiting) {
    const auto bench = Bench().set(stock::conception_3, 0.4).set(stock::postponed_births, 10);
    Vitals vitals(bench);
    const double all = bench[parameter::base_birth_rate_per_year] * bench[stock::rural_population];
    EXPECT_NEAR(vitals.now[flow::births_rural] - vitals.now[flow::births_recovered] +
                    vitals.now[flow::births_postponed],
                all, 1e-12);
    EXPECT_DOUBLE_EQ(vitals.now[flow::births_recovered],
                     0.4 * 10 * bench[parameter::birth_rebound_per_year]);
    EXPECT_DOUBLE_EQ(vitals.now.change(stock::postponed_births),
                     vitals.now[flow::births_postponed] - vitals.now[flow::births_recovered]);
}

TEST(Births, MobilisationTakesItsShareOfThoseNotRecovered) {
    const auto bench = Bench()
                           .set(parameter::hinge_width, 1e-9)
                           .set(lever::labour_diversion, 0.3)
                           .set(stock::conception_3, 1);
    EXPECT_NEAR(Vitals(bench).rural_births_per_head(),
                (1 - 0.3 * bench[parameter::mobilisation_birth_loss]) *
                    bench[parameter::base_birth_rate_per_year],
                1e-12);
}

TEST(Births, InTownsFollowTheVillagesTimesTheirRatio) {
    const auto bench = Bench().set(stock::conception_3, 0.6).set(stock::postponed_births, 5);
    const Vitals fed(bench);
    EXPECT_NEAR(fed.urban_births_per_head() / fed.rural_births_per_head(),
                bench[parameter::urban_birth_ratio], 1e-12);
    const Vitals twice(Bench(bench).set(stock::urban_population, 2 * 91.85));
    EXPECT_NEAR(twice.now[flow::births_urban] / fed.now[flow::births_urban], 2, 1e-12);
}

TEST(Births, InTownsFallWithTheTownsOwnHunger) {
    const double middle = Bench()[parameter::fertility_midpoint];
    const Vitals hungry(Bench().set(stock::nutrition_urban, middle)), fed{Bench()};
    const double allowed_by_plenty = rooms::conception_share(Moment(Bench()).here(), 1.0);
    EXPECT_NEAR(hungry.now[flow::births_urban] / fed.now[flow::births_urban],
                0.5 / allowed_by_plenty, 1e-12);
    EXPECT_EQ(hungry.now[flow::births_rural], fed.now[flow::births_rural]);
}

TEST(Births, OfAQuietWorldLoseNone) {
    const Vitals quiet{Bench()};
    EXPECT_NEAR(quiet.now[flow::births_full],
                quiet.now[flow::births_rural] + quiet.now[flow::births_urban], 1e-12);
}

/// With the chain held at one half, those who wait settle where as many return as are put off: in
/// the end every birth is made up.
TEST(Births, ThatWaitAreAllMadeUpInTheEnd) {
    const auto bench = Bench().set(stock::conception_3, 0.5);
    const auto settled = bench.after(60, [](Frame<double>& frame) {
        auto& [here, flows] = frame.sites[0];
        rooms::births(here, flows);
        flows.set(flow::births_rural, PeopleRate<double>(0.0));
    });
    const Vitals vitals(settled);
    EXPECT_NEAR(vitals.now[flow::births_postponed], vitals.now[flow::births_recovered], 1e-8);
    EXPECT_NEAR(vitals.rural_births_per_head(), bench[parameter::base_birth_rate_per_year], 1e-10);
}

TEST(VitalRates, AddBirthsToAndTakeDeathsFromTheirOwnPlace) {
    Vitals vitals(Bench().set(stock::nutrition_rural, 0.7));
    EXPECT_DOUBLE_EQ(vitals.now.change(stock::rural_population),
                     vitals.now[flow::births_rural] - vitals.now[flow::deaths_rural]);
    EXPECT_DOUBLE_EQ(vitals.now.change(stock::urban_population),
                     vitals.now[flow::births_urban] - vitals.now[flow::deaths_urban]);
}

}  // namespace
}  // namespace granary

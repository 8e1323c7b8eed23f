#include "granary/state/account.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "granary/state/trajectory.hpp"

namespace granary {
namespace {

/// A recording of one year written by hand: what stands at its end, and what flowed in between.
class Ledger {
  public:
    explicit Ledger(std::size_t regions = 1) : layout_{regions, 2} {
        scenario_.end = month_start(1958, 1);
        scenario_.reporting_levels = layout_.levels;
        scenario_.regions.assign(regions, Region{"", 1.0 / static_cast<double>(regions), {}});
        begin_.assign(layout_.size(), 0.0);
        end_.assign(layout_.size(), 0.0);
    }
    template <class D>
    Ledger& stands(Key<RegionStock, D> key, double value, std::size_t region = 0) {
        end_[layout_.region(region) + key.index] = value;
        return *this;
    }
    Ledger& exaggerates(std::size_t level, double value, std::size_t region = 0) {
        end_[layout_.exaggeration(region) + level - 1] = value;
        return *this;
    }
    /// The sums of flows do not begin at zero: only their difference may count.
    template <class D>
    Ledger& flowed(Key<RegionFlow, D> key, double amount, std::size_t region = 0) {
        begin_[layout_.region_flows(region) + key.index] = 1000;
        end_[layout_.region_flows(region) + key.index] = 1000 + amount;
        return *this;
    }
    template <class D>
    Ledger& flowed(Key<NationFlow, D> key, double amount) {
        begin_[layout_.nation_flows() + key.index] = 1000;
        end_[layout_.nation_flows() + key.index] = 1000 + amount;
        return *this;
    }
    Figures<double> figures(Area area = whole_nation) const {
        Trajectory<double> run(scenario_, scenario_.constants, layout_);
        run.record(scenario_.start, begin_);
        run.record(scenario_.end, end_);
        return run.annual(1957, area);
    }

  private:
    Layout layout_;
    Scenario scenario_;
    std::vector<double> begin_, end_;
};

/// 100 Mt served to 500 million villagers: 200 kg of grain, 174 kg of it trade grain.
TEST(Account, RationsAreTradeGrainAHeadOfThoseWhoShareIt) {
    const auto f = Ledger()
                       .flowed(flow::served, 100)
                       .flowed(flow::eaten, 90)
                       .flowed(flow::town_supply, 25)
                       .flowed(flow::person_years_rural, 500)
                       .flowed(flow::person_years_urban, 100)
                       .figures();
    EXPECT_NEAR(f.rural_ration_kg, 174, 1e-9);
    EXPECT_NEAR(f.eaten_kg, 0.9 * 174, 1e-9);
    EXPECT_NEAR(f.urban_ration_kg, 217.5, 1e-9);
}

TEST(Account, RationsOfFewerThanAThousandPeopleAreUndefined) {
    const auto f =
        Ledger().flowed(flow::served, 1).flowed(flow::person_years_rural, 5e-4).figures();
    EXPECT_TRUE(std::isnan(f.rural_ration_kg));
    EXPECT_TRUE(std::isnan(f.urban_ration_kg));
}

TEST(Account, NetProcurementAndWhatIsLeftFollowFromTheFlows) {
    const auto f = Ledger()
                       .flowed(flow::harvest_summer, 40)
                       .flowed(flow::harvest_autumn, 150)
                       .flowed(flow::procurement, 60)
                       .flowed(flow::resale, 20)
                       .flowed(flow::relief, 3)
                       .figures();
    EXPECT_EQ(f.output_actual_mt, 190);
    EXPECT_EQ(f.procurement_gross_mt, 60);
    EXPECT_EQ(f.procurement_net_mt, 40);
    EXPECT_EQ(f.left_in_village_mt, 190 - 40 + 3);
}

TEST(Account, TheClaimIsTheHarvestAsTheLastLevelPassesItOn) {
    const auto f = Ledger()
                       .flowed(flow::harvest_autumn, 200)
                       .exaggerates(1, granary::log(1.5))
                       .exaggerates(2, granary::log(2.0))
                       .figures();
    EXPECT_NEAR(f.output_reported_mt, 400, 1e-10);
}

TEST(Account, TheNationsClaimIsTheSumOfTheRegions) {
    const auto ledger = Ledger(2)
                            .flowed(flow::harvest_autumn, 100, 0)
                            .flowed(flow::harvest_autumn, 60, 1)
                            .exaggerates(2, granary::log(3.0), 1);
    EXPECT_NEAR(ledger.figures().output_reported_mt, 100 + 180, 1e-10);
    EXPECT_NEAR(ledger.figures(1).output_reported_mt, 180, 1e-10);
}

TEST(Account, ExcessDeathsAreThoseAboveTheBaseRates) {
    const auto f = Ledger()
                       .flowed(flow::deaths_rural, 12)
                       .flowed(flow::deaths_rural_base, 6)
                       .flowed(flow::deaths_urban, 2)
                       .flowed(flow::deaths_urban_base, 0.75)
                       .figures();
    EXPECT_EQ(f.excess_deaths_rural_million, 6);
    EXPECT_EQ(f.excess_deaths_urban_million, 1.25);
    EXPECT_EQ(f.excess_deaths_million, 7.25);
    EXPECT_EQ(f.deaths_million, 14);
}

TEST(Account, CrudeRatesAreOverAllPersonYears) {
    const auto f = Ledger()
                       .flowed(flow::deaths_rural, 10)
                       .flowed(flow::deaths_urban, 2)
                       .flowed(flow::births_rural, 15)
                       .flowed(flow::births_urban, 6)
                       .flowed(flow::births_full, 24)
                       .flowed(flow::person_years_rural, 500)
                       .flowed(flow::person_years_urban, 100)
                       .figures();
    EXPECT_DOUBLE_EQ(f.crude_death_rate_per_1000, 20);
    EXPECT_DOUBLE_EQ(f.crude_birth_rate_per_1000, 35);
    EXPECT_DOUBLE_EQ(f.crude_death_rate_rural_per_1000, 20);
    EXPECT_DOUBLE_EQ(f.births_lost_million, 3);
}

TEST(Account, IndicesOfTheNationAreWeightedByPeople) {
    const auto f = Ledger(2)
                       .stands(stock::rural_population, 300, 0)
                       .stands(stock::rural_population, 100, 1)
                       .stands(stock::nutrition_rural, 1, 0)
                       .stands(stock::nutrition_rural, 0.6, 1)
                       .figures();
    EXPECT_NEAR(f.nutrition_rural, 0.9, 1e-15);
    EXPECT_EQ(f.population_rural_million, 400);
}

TEST(Account, TradeIsTheNationsAndUndefinedForARegion) {
    const auto ledger = Ledger(2).flowed(flow::exports, 4).flowed(flow::imports, 1);
    EXPECT_EQ(ledger.figures().export_mt, 4);
    EXPECT_EQ(ledger.figures().import_mt, 1);
    EXPECT_TRUE(std::isnan(ledger.figures(0).export_mt));
    EXPECT_TRUE(std::isnan(ledger.figures(0).state_grain_mt));
}

}  // namespace
}  // namespace granary

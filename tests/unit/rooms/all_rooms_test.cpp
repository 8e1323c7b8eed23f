/// All rooms together: what the country's grain and people as a whole may do, whatever the rooms
/// say. The balance of each stock closes by construction; these sums run across the stocks.

#include <gtest/gtest.h>

#include "granary/model.hpp"
#include "unit/rooms/bench.hpp"

namespace granary {
namespace {

using bench::Bench;
using bench::Moment;

/// A hungry year under pressure in which every lever acts.
Bench busy(std::size_t seed) {
    const auto level = [&](std::size_t i) {
        return 0.1 + 0.8 * static_cast<double>((seed * 7 + i * 13) % 17) / 17.0;
    };
    Bench bench;
    bench.set(stock::standing_summer_crop, 40 * level(1))
        .set(stock::standing_autumn_crop, 90 * level(2))
        .set(stock::village_grain, 60 * level(3))
        .set(stock::state_grain, 20 * level(4))
        .set(stock::nutrition_rural, level(5))
        .set(stock::nutrition_urban, level(6))
        .set(stock::farm_capital, level(7))
        .set(stock::postponed_births, 10 * level(8))
        .set(stock::conception_3, level(9))
        .set(lever::pressure, level(10))
        .set(lever::relief, 5 * level(11))
        .set(lever::relief_on_sight, level(12))
        .set(lever::relief_from_exports, level(13))
        .set(lever::labour_diversion, 0.5 * level(14))
        .set(lever::canteens, level(15))
        .set(lever::urban_migration, 20 * level(16) - 10);
    return bench.set_season(level(17));
}

/// What all rooms in the model's order declare at a bench's values.
struct Evaluated : Moment {
    explicit Evaluated(const Bench& bench, double undeclared = 0) : Moment(bench) {
        fill_rates(undeclared);
        auto& [here, flows] = frame.sites[0];
        Rooms::harvest(here, flows);
        Rooms::assessment(here, flows);
        frame.add_up_assessments();
        Rooms::access(here, flows);
        Rooms::forbearance(here, flows);
        Rooms::full_stores(here, flows);
        Rooms::reporting(here, flows);
        Rooms::belief(here, flows);
        Rooms::procurement(here, flows);
        Rooms::resale(here, flows);
        Rooms::state_granary(centre(), sites(), frame.nation);
        Rooms::village(here, flows);
        Rooms::nutrition(here, flows);
        Rooms::vital_rates(here, flows);
        Rooms::capital(here, flows);
        Rooms::migration(here, flows);
    }
};

TEST(AllRooms, GrainComesFromFieldsAndAbroadAndEndsEatenSownSpoiltOrSold) {
    for (std::size_t seed = 0; seed < 17; ++seed) {
        Evaluated now(busy(seed));
        const double grain = now.change(stock::standing_summer_crop) +
                             now.change(stock::standing_autumn_crop) +
                             now.change(stock::village_grain) + now.change(stock::state_grain);
        const double gained =
            now[flow::growth_summer] + now[flow::growth_autumn] + now[flow::imports];
        const double lost = now[flow::rot_summer] + now[flow::rot_autumn] + now[flow::served] +
                            now[flow::seed] + now[flow::feed] + now[flow::spoilage] +
                            now[flow::town_supply] + now[flow::crew_supply] + now[flow::other_use] +
                            now[flow::exports];
        EXPECT_NEAR(grain, gained - lost, 1e-10) << seed;
    }
}

TEST(AllRooms, PeopleAreOnlyBornAndOnlyDie) {
    for (std::size_t seed = 0; seed < 17; ++seed) {
        Evaluated now(busy(seed));
        const double people =
            now.change(stock::rural_population) + now.change(stock::urban_population);
        const double born = now[flow::births_rural] + now[flow::births_urban];
        const double died = now[flow::deaths_rural] + now[flow::deaths_urban];
        EXPECT_NEAR(people, born - died, 1e-12) << seed;
    }
}

TEST(AllRooms, NoFlowRunsBackwards) {
    for (std::size_t seed = 0; seed < 17; ++seed) {
        Evaluated now(busy(seed));
        const double* flows = now.rates().data() + now.layout().region_flows(0);
        for (std::size_t i = 0; i < RegionFlow::table.size(); ++i) {
            const auto& row = RegionFlow::table[i];
            if (row.unit != "Mt/yr" && row.unit != "million/yr") continue;
            EXPECT_GE(flows[i], 0) << row.name;
        }
    }
}

/// An evaluation leaves nothing unsaid: each flow is declared by some room.
TEST(AllRooms, DeclareEveryFlow) {
    const Evaluated now(busy(3), -1e300);
    const double* flows = now.rates().data() + now.layout().region_flows(0);
    for (std::size_t i = 0; i < RegionFlow::table.size(); ++i)
        EXPECT_NE(flows[i], -1e300) << RegionFlow::table[i].name;
    for (std::size_t i = 0; i < NationFlow::table.size(); ++i)
        EXPECT_NE(now.rates()[now.layout().nation_flows() + i], -1e300)
            << NationFlow::table[i].name;
}

/// Where villagers starve less is claimed and less is taken than there would be if nobody cared.
TEST(AllRooms, PressAndTakeLessWhereVillagersStarve) {
    const auto starving = busy(3).set(stock::nutrition_rural, 0.3).set(stock::village_grain, 100);
    const Evaluated minded(starving);
    const Evaluated unminded(Bench(starving).set(parameter::reaction_death_rate_per_year, 1e6));
    EXPECT_LT(minded[flow::procurement], 0.6 * unminded[flow::procurement]);
    EXPECT_LT(minded.exaggeration_change(1), 0.6 * unminded.exaggeration_change(1));
}

}  // namespace
}  // namespace granary

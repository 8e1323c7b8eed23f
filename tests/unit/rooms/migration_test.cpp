#include "granary/rooms/migration.hpp"

#include <gtest/gtest.h>

#include "unit/rooms/bench.hpp"

namespace granary {
namespace {

using bench::Bench;
using bench::Moment;

const auto migration = [](Frame<double>& frame) {
    for (auto& [here, flows] : frame.sites) rooms::migration(here, flows);
};

struct Migrated : Moment {
    explicit Migrated(const Bench& bench) : Moment(bench) { migration(frame); }
};

/// So many people that no source runs short of them.
Bench crowded(const std::vector<double>& shares = {1.0}) {
    return Bench(shares).set(stock::rural_population, 1e9).set(stock::urban_population, 1e9);
}

TEST(Migration, GoesToTownsWhereTheLeverIsPositive) {
    Migrated now(crowded().set(lever::urban_migration, 14));
    EXPECT_NEAR(now[flow::migration_to_towns], 14, 1e-9);
    EXPECT_EQ(now[flow::migration_to_villages], 0);
    EXPECT_NEAR(now.change(stock::urban_population), 14, 1e-9);
    EXPECT_NEAR(now.change(stock::rural_population), -14, 1e-9);
}

TEST(Migration, GoesBackToVillagesWhereTheLeverIsNegative) {
    Migrated now(crowded().set(lever::urban_migration, -14));
    EXPECT_NEAR(now[flow::migration_to_villages], 14, 1e-9);
    EXPECT_EQ(now[flow::migration_to_towns], 0);
    EXPECT_NEAR(now.change(stock::rural_population), 14, 1e-9);
    EXPECT_NEAR(now.change(stock::urban_population), -14, 1e-9);
}

TEST(Migration, RestsWhereTheLeverDoes) {
    Migrated now(crowded().set(lever::urban_migration, 0));
    EXPECT_EQ(now[flow::migration_to_towns], 0);
    EXPECT_EQ(now[flow::migration_to_villages], 0);
}

TEST(Migration, TakesNobodyFromWhereNobodyIsLeft) {
    Migrated away(Bench().set(stock::rural_population, 0).set(lever::urban_migration, 14));
    EXPECT_EQ(away[flow::migration_to_towns], 0);
    Migrated back(Bench().set(stock::urban_population, 0).set(lever::urban_migration, -14));
    EXPECT_EQ(back[flow::migration_to_villages], 0);
}

TEST(Migration, IsSplitByTheRegionsShares) {
    Migrated now(crowded({0.25, 0.75}).set(lever::urban_migration, 8));
    EXPECT_NEAR(now.at(flow::migration_to_towns, 0), 2, 1e-9);
    EXPECT_NEAR(now.at(flow::migration_to_towns, 1), 6, 1e-9);
}

TEST(Migration, OfHalfACountryIsStillTheWholeLever) {
    Migrated now(crowded({0.125, 0.375}).set(lever::urban_migration, 8));
    EXPECT_NEAR(now.at(flow::migration_to_towns, 0), 2, 1e-9);
    EXPECT_NEAR(now.at(flow::migration_to_towns, 1), 6, 1e-9);
}

TEST(Migration, EmptiesASmallTownWithoutLeavingLessThanNobody) {
    const auto later = Bench()
                           .set(stock::urban_population, 1)
                           .set(lever::urban_migration, -30)
                           .after(1, migration);
    EXPECT_GE(later[stock::urban_population], 0);
    EXPECT_LT(later[stock::urban_population], 1e-6);
}

}  // namespace
}  // namespace granary

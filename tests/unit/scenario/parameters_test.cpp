#include "granary/scenario/parameters.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "granary/read/scenario_file.hpp"
#include "granary/read/study/calibration_file.hpp"
#include "granary/scenario/levers.hpp"

namespace granary {
namespace {

TEST(ParameterTable, NamesEachParameterOnceWithMeaningSourceAndASymbolOfItsOwn) {
    std::set<std::string_view> names, symbols;
    for (const auto& row : Parameter::table) {
        EXPECT_TRUE(names.insert(row.name).second) << row.name;
        EXPECT_TRUE(row.symbol.empty() || symbols.insert(row.symbol).second)
            << row.name << ": " << row.symbol;
        EXPECT_FALSE(row.meaning.empty()) << row.name;
        EXPECT_FALSE(row.source.empty()) << row.name;
    }
}

TEST(ParameterTable, SharesNoNameWithTheLevers) {
    for (const auto& row : Parameter::table) EXPECT_FALSE(find_row<Lever>(row.name)) << row.name;
}

TEST(ParameterTable, HasItsValuesInsideTheirBounds) {
    for (const auto& row : Parameter::table) {
        EXPECT_LE(row.low, row.value) << row.name;
        EXPECT_GE(row.high, row.value) << row.name;
        EXPECT_LT(row.low, row.high) << row.name;
    }
}

TEST(ParameterTable, SaysWhyAValueIsAssumedThatNoCalibrationFinds) {
    const auto historical = load_scenario(history_scenario);
    for (std::size_t i = 0; i < Parameter::table.size(); ++i) {
        const auto& row = Parameter::table[i];
        if (historical.constant_priors[i].is_known()) continue;
        EXPECT_THAT(std::string(row.source), ::testing::HasSubstr("assumed")) << row.name;
    }
}

TEST(ParameterTable, HasTheUnitOfItsNameLast) {
    struct Ending {
        std::string_view name, unit;
    };
    for (const auto& row : Parameter::table)
        for (const auto& ending : {Ending{"_million", "million"}, Ending{"_years", "yr"},
                                   Ending{"_kg", "kg"}, Ending{"_kcal", "kcal/day"}}) {
            const bool named = row.name.ends_with(ending.name) && row.name != "kcal_per_kg";
            EXPECT_TRUE(!named || row.unit == ending.unit) << row.name << ": " << row.unit;
        }
}

/// The table of fitted constants of the model's design, the two heights of pressure among them.
TEST(DefaultReading, FitsTheConstantsOfTheModelsTable) {
    std::vector<std::string_view> fitted;
    for (const auto& constant : load_calibration().fitted)
        fitted.push_back(Parameter::table[constant.row].name);
    EXPECT_THAT(
        fitted,
        ::testing::UnorderedElementsAre(
            "reference_output_mt", "area_elasticity", "capital_elasticity", "commune_loss",
            "disaster_loss", "capital_loss_per_year", "exaggeration_per_level", "belief_lag_years",
            "quota_rate_level", "quota_by_needs", "resale_share", "feed_share",
            "store_stretch_years", "other_state_use_mt", "mobilisation_need",
            "hunger_death_rate_per_year", "hunger_midpoint", "inequality_by_lies",
            "base_birth_rate_per_year", "fertility_midpoint", "birth_rebound_per_year",
            "mobilisation_birth_loss", "state_grain_start_mt", "pressure_lull", "pressure_lushan"));
}

}  // namespace
}  // namespace granary

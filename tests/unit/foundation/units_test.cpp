#include "granary/foundation/units.hpp"

#include <gtest/gtest.h>

#include <type_traits>

namespace granary {
namespace {

TEST(Quantity, MultipliesAndDividesItsDimensions) {
    const GrainRate<double> rate(4.0);
    const Years<double> half(0.5);
    static_assert(std::is_same_v<decltype(rate * half), Grain<double>>);
    static_assert(std::is_same_v<decltype(Grain<double>() / half), GrainRate<double>>);
    static_assert(
        std::is_same_v<decltype(PerYear<double>() * People<double>()), PeopleRate<double>>);
    EXPECT_EQ((rate * half).value(), 2);
    EXPECT_EQ((Grain<double>(3.0) / half).value(), 6);
}

TEST(Quantity, IsAPlainNumberWhereTheDimensionsCancel) {
    static_assert(std::is_same_v<decltype(Grain<double>() / Grain<double>()), double>);
    static_assert(std::is_same_v<decltype(PerYear<double>() * Years<double>()), double>);
    EXPECT_EQ(Grain<double>(3.0) / Grain<double>(4.0), 0.75);
}

TEST(Quantity, AddsSubtractsScalesAndCompares) {
    const People<double> villagers(500.0), townspeople(100.0);
    EXPECT_EQ((villagers + townspeople).value(), 600);
    EXPECT_EQ((villagers - townspeople).value(), 400);
    EXPECT_EQ((-villagers).value(), -500);
    EXPECT_EQ((2.0 * villagers).value(), 1000);
    EXPECT_EQ((villagers * 2.0).value(), 1000);
    EXPECT_EQ((villagers / 2.0).value(), 250);
    EXPECT_TRUE(townspeople < villagers);
    EXPECT_TRUE(villagers > townspeople);
    auto total = villagers;
    total += townspeople;
    EXPECT_EQ(total.value(), 600);
}

/// A million people at 1 kg of trade grain a year eat 1/870 Mt: 1000 t of trade grain, from 0.87
/// of what was harvested.
TEST(GrainPerHead, OneKilogramForAMillionPeople) {
    EXPECT_DOUBLE_EQ((People<double>(1.0) * grain_per_head(1.0, 0.87)).value(), 1e-3 / 0.87);
}

TEST(GrainPerHead, ARationForACountryIsOfTheRightSize) {
    const double tonnes = 500e6 * 205 / 1000 / 0.87;
    EXPECT_NEAR((People<double>(500.0) * grain_per_head(205.0, 0.87)).value(), tonnes / 1e6, 1e-10);
}

TEST(RationKg, UndoesGrainPerHead) {
    const double grain = (People<double>(512.0) * grain_per_head(173.0, 0.87)).value();
    EXPECT_DOUBLE_EQ(ration_kg(grain, 512.0, 0.87), 173);
}

TEST(Reported, IsTheHarvestWhereNothingIsExaggerated) {
    const ActualOutput<double> harvest(GrainRate<double>(195.0));
    EXPECT_EQ(reported(harvest, 0.0).rate.value(), 195);
}

TEST(Reported, MultipliesByTheExponentialOfTheLogRatio) {
    const ActualOutput<double> harvest(GrainRate<double>(200.0));
    const double log_ratio = granary::log(375.0 / 200.0);
    EXPECT_NEAR(reported(harvest, log_ratio).rate.value(), 375, 1e-12);
    EXPECT_NEAR(reported(harvest, -log_ratio).rate.value(), 200.0 * 200 / 375, 1e-12);
}

TEST(Reported, NeverTurnsIntoAnActualOutput) {
    static_assert(!std::is_convertible_v<ReportedOutput<double>, ActualOutput<double>>);
    static_assert(!std::is_constructible_v<ActualOutput<double>, ReportedOutput<double>>);
    static_assert(!std::is_constructible_v<ReportedOutput<double>, ActualOutput<double>>);
    static_assert(!std::is_convertible_v<GrainRate<double>, ActualOutput<double>>);
    static_assert(!std::is_convertible_v<double, Grain<double>>);
    static_assert(!std::is_convertible_v<Grain<double>, double>);
}

TEST(UnitTexts, StandForTheirDimensions) {
    EXPECT_TRUE(same_dimension("Mt", 1, 0, 0));
    EXPECT_TRUE(same_dimension("Mt/yr", 1, 0, -1));
    EXPECT_TRUE(same_dimension("million/yr", 0, 1, -1));
    EXPECT_TRUE(same_dimension("1/yr", 0, 0, -1));
    EXPECT_FALSE(same_dimension("Mt", 0, 1, 0));
    EXPECT_FALSE(same_dimension("yr", 0, 0, -1));
}

TEST(UnitTexts, OfFiguresAHeadArePlainNumbers) {
    for (const auto* text : {"1", "kg", "kcal/day", "kcal/kg", "days"}) {
        EXPECT_TRUE(same_dimension(text, 0, 0, 0)) << text;
        EXPECT_FALSE(same_dimension(text, 1, 0, 0)) << text;
    }
}

}  // namespace
}  // namespace granary

#include "granary/analysis/run_measures.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <set>

#include "granary/foundation/error.hpp"

namespace granary {
namespace {

YearFigures year(int number, double ration, double claimed, double harvested, bool whole = true) {
    Figures<double> f;
    f.rural_ration_kg = ration;
    f.output_reported_mt = claimed;
    f.output_actual_mt = harvested;
    f.export_mt = 1.5;
    return {number, whole, f};
}

const std::vector<YearFigures> some{year(1957, 205, 195, 195), year(1958, 160, 375, 200),
                                    year(1959, 160, 170, 170), year(1960, 90, 900, 100, false)};

double of(std::string_view name, const std::vector<YearFigures>& years) {
    return run_measure_called(name).of(years);
}

TEST(RunMeasures, AreNamedOnceAndASumIsNamedAsItsFigure) {
    std::set<std::string_view> names;
    for (const auto& measure : run_measures()) {
        EXPECT_TRUE(names.insert(measure.name).second) << measure.name;
        const auto& figure = column_of<double>(measure.figure);
        EXPECT_EQ(measure.reading == Reading::sum, measure.name == figure.name) << measure.name;
    }
    EXPECT_THROW(run_measure_called("export_sum_mt"), NotFound);
}

TEST(RunMeasures, AreReadOffAsTheirRowSays) {
    EXPECT_EQ(of("lowest_ration_kg", some), 160);
    EXPECT_EQ(of("lowest_ration_year", some), 1958) << "the first of two";
    EXPECT_EQ(of("largest_claim", some), 1.875) << "a part of a year is no year";
    EXPECT_EQ(of("export_mt", some), 6) << "a sum has all years";
    EXPECT_EQ(run_measure_called("largest_claim").extreme(some)->year, 1958);
    EXPECT_FALSE(run_measure_called("export_mt").extreme(some));
}

TEST(RunMeasures, AreUndefinedWhereNoYearHasTheFigure) {
    const std::vector<YearFigures> nobody{
        year(1957, std::numeric_limits<double>::quiet_NaN(), 0, 0)};
    for (const auto* name : {"lowest_ration_kg", "lowest_ration_year", "largest_claim"})
        EXPECT_TRUE(std::isnan(of(name, nobody))) << name;
}

TEST(RunMeasures, TellNoShareOfAHarvestOfWhichOnlyAPartWasRun) {
    const std::vector<YearFigures> winter{year(1957, 205, 0.001, 1e-6, false)};
    EXPECT_TRUE(std::isnan(of("largest_claim", winter)));
    EXPECT_TRUE(std::isnan(of("largest_take", winter)));
    EXPECT_EQ(of("lowest_ration_kg", winter), 205) << "which stands with its star";
}

TEST(RunMeasures, CallTheYearOfAnExtremeByItsName) {
    EXPECT_EQ(run_measure_called("lowest_ration_kg").year_name(), "lowest_ration_year");
    EXPECT_EQ(run_measure_called("largest_claim").year_name(), "largest_claim_year");
    EXPECT_EQ(run_measure_called("excess_deaths_million").year_name(), std::nullopt);
}

TEST(RunMeasures, StandWithTheirUnit) {
    EXPECT_EQ(run_measure_called("lowest_ration_kg").heading(), "lowest ration, kg");
    EXPECT_EQ(run_measure_called("largest_claim").heading(), "largest claim over harvest");
}

}  // namespace
}  // namespace granary

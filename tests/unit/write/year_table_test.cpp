#include "granary/write/year_table.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "granary/run.hpp"
#include "granary/write/version.hpp"

namespace granary {
namespace {

TEST(YearTable, LeavesACellEmptyForWhatIsUndefined) {
    Figures<double> figures;
    figures.rural_ration_kg = std::numeric_limits<double>::quiet_NaN();
    figures.urban_ration_kg = 0.1;
    const auto cells = figure_cells(figures);
    ASSERT_EQ(cells.size(), figure_columns<double>.size());
    EXPECT_EQ(cells[0], "");
    EXPECT_EQ(cells[1], "0.1");
}

TEST(YearTable, BeginsWithTheRegionWhereThereAreSeveral) {
    Scenario scenario;
    scenario.end = {1958, 0};
    scenario.regions = {{"East, and South", 0.5, {}}, {"West", 0.5, {}}};
    Csv csv;
    add_year_table(simulate(scenario), Every::year, true, csv);
    EXPECT_EQ(csv.text().substr(0, 12), "region,year,");
    EXPECT_NE(csv.text().find("\n\"East, and South\",1957,"), std::string::npos);
    EXPECT_NE(csv.text().find("\nnational,1957,"), std::string::npos);
}

TEST(Version, IsThreeNumbers) {
    EXPECT_EQ(std::count(version().begin(), version().end(), '.'), 2);
}

}  // namespace
}  // namespace granary

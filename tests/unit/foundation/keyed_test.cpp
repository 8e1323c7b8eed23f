#include "granary/foundation/keyed.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string_view>
#include <type_traits>

#include "granary/scenario/kernels.hpp"
#include "granary/scenario/levers.hpp"
#include "granary/scenario/parameters.hpp"
#include "granary/state/flows.hpp"
#include "granary/state/stocks.hpp"

namespace granary {
namespace {

struct Row {
    std::string_view name, unit;
};

struct Shelf {
    static constexpr std::array table =
        std::to_array<Row>({{"rice", "Mt"}, {"visitors", "million"}, {"share", "1"}});
};

TEST(Key, FindsItsRow) {
    EXPECT_EQ((key<Shelf, unit::mt>("rice").index), 0U);
    EXPECT_EQ((key<Shelf, unit::number>("share").index), 2U);
    EXPECT_EQ(find_row<Shelf>("visitors"), 1U);
    EXPECT_EQ(find_row<Shelf>("visitor"), std::nullopt);
}

TEST(Keyed, ReadsAValueWithItsDimension) {
    constexpr auto rice = key<Shelf, unit::mt>("rice");
    constexpr auto share = key<Shelf, unit::number>("share");
    const Keyed<Shelf, double> values{{3.0, 4.0, 0.5}};
    static_assert(std::is_same_v<decltype(values[rice]), Grain<double>>);
    static_assert(std::is_same_v<decltype(values[share]), double>);
    EXPECT_EQ(values[rice].value(), 3);
    EXPECT_EQ(values[share], 0.5);
}

TEST(RowNames, ComeInTheOrderOfTheTable) {
    const auto names = row_names<Shelf>();
    EXPECT_EQ(names[0], "rice");
    EXPECT_EQ(names[2], "share");
}

template <class Kind>
class Table : public testing::Test {};

using Kinds =
    testing::Types<Lever, Parameter, Kernel, RegionStock, NationStock, RegionFlow, NationFlow>;
TYPED_TEST_SUITE(Table, Kinds);

TYPED_TEST(Table, NamesEachRowOnce) {
    std::set<std::string_view> names;
    for (const auto& row : TypeParam::table) {
        EXPECT_FALSE(row.name.empty());
        EXPECT_TRUE(names.insert(row.name).second) << row.name;
    }
}

}  // namespace
}  // namespace granary

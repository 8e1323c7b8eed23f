#include "granary/state/layout.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <vector>

namespace granary {
namespace {

/// How many names each place of the flat state has.
std::vector<int> names_of_each_place(const Layout& layout) {
    std::vector<int> names(layout.size(), 0);
    const auto take = [&](std::size_t first, std::size_t number) {
        for (std::size_t i = first; i < first + number; ++i) ++names.at(i);
    };
    take(0, NationStock::table.size());
    take(layout.nation_flows(), NationFlow::table.size());
    for (std::size_t r = 0; r < layout.regions; ++r) {
        take(layout.region(r), RegionStock::table.size());
        take(layout.exaggeration(r), layout.levels);
        take(layout.region_flows(r), RegionFlow::table.size());
    }
    return names;
}

TEST(Layout, GivesEveryPlaceToOneName) {
    for (const std::size_t regions : {1u, 2u, 7u})
        for (const std::size_t levels : {1u, 4u, 8u})
            for (const int names : names_of_each_place({regions, levels})) EXPECT_EQ(names, 1);
}

TEST(Layout, GrowsByTheSameWithEveryRegion) {
    const Layout one{1, 5}, two{2, 5}, three{3, 5};
    EXPECT_EQ(three.size() - two.size(), two.size() - one.size());
    EXPECT_EQ(three.stocks() - two.stocks(), three.region(2) - three.region(1));
}

TEST(Layout, PutsAllThatTheRoomsReadBeforeTheRunningSums) {
    const Layout layout{3, 4};
    const std::size_t last_level = layout.exaggeration(2) + layout.levels - 1;
    EXPECT_LT(last_level, layout.stocks());
    EXPECT_GE(layout.nation_flows(), layout.stocks());
    EXPECT_GE(layout.region_flows(0), layout.stocks());
}

}  // namespace
}  // namespace granary

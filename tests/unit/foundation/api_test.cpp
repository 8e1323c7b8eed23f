#include "granary/foundation/api.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "granary/scenario/levers.hpp"
#include "granary/scenario/parameters.hpp"
#include "granary/state/figures.hpp"
#include "granary/state/flows.hpp"
#include "granary/state/layout.hpp"
#include "granary/state/stocks.hpp"
#include "granary/write/version.hpp"

namespace granary {
namespace {

/// A number that another text seldom has (Fowler, Noll and Vo's hash of 32 bits).
std::uint32_t hash_of(std::string_view text) {
    std::uint32_t hash = 2166136261;
    for (const char letter : text) hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619;
    return hash;
}

/// The names of a table's rows, in their order.
template <class Table>
std::string names(const Table& table) {
    std::string text;
    for (const auto& row : table) text += std::string(row.name) + ' ';
    return text + '\n';
}

/// Where the values of a state of two regions and three levels stand.
std::string places() {
    const Layout layout{2, 3};
    return fmt::format("{} {} {} {} {} {}", layout.size(), layout.region(1), layout.exaggeration(1),
                       layout.nation_flows(), layout.region_flows(0), layout.region_flows(1));
}

TEST(Api, TagChangesWithTheVersionTheTablesAndTheLayout) {
    const auto tables = names(Parameter::table) + names(Lever::table) + names(NationStock::table) +
                        names(RegionStock::table) + names(NationFlow::table) +
                        names(RegionFlow::table) + names(figure_columns<double>) + places();
    std::string release(version());
    std::replace(release.begin(), release.end(), '.', '_');
    EXPECT_EQ(std::string(GRANARY_ABI), fmt::format("v{}_tables_{:08x}", release, hash_of(tables)))
        << "write the second as GRANARY_ABI in include/granary/foundation/api.hpp, so that "
           "programs compiled with the headers of before do not link";
}

}  // namespace
}  // namespace granary

#pragma once
/// Where each named value stands in the flat state: the nation's block, then one per region. A
/// block holds its stocks, then (regions) the exaggeration of each reporting level, then the
/// running sum of each of its flows.

#include <cstddef>

#include "granary/foundation/checked.hpp"
#include "granary/state/flows.hpp"
#include "granary/state/stocks.hpp"

namespace granary {

/// Places in the flat state for so many regions and reporting levels. A region that is not there
/// is NotFound.
struct Layout {
    std::size_t regions = 1, levels = 4;

    static constexpr std::size_t nation_size = NationStock::table.size() + NationFlow::table.size();

    /// Values of one region's block.
    std::size_t region_size() const {
        return RegionStock::table.size() + levels + RegionFlow::table.size();
    }
    /// Values of the whole state.
    std::size_t size() const { return nation_size + regions * region_size(); }

    /// Where the sums of the nation's flows begin.
    std::size_t nation_flows() const { return NationStock::table.size(); }
    /// Where the stocks of region r begin.
    std::size_t region(std::size_t r) const {
        return nation_size + checked("region", r, regions) * region_size();
    }
    /// Where its reporting levels begin.
    std::size_t exaggeration(std::size_t r) const { return region(r) + RegionStock::table.size(); }
    /// Where the sums of its flows begin.
    std::size_t region_flows(std::size_t r) const { return exaggeration(r) + levels; }
};

}  // namespace granary

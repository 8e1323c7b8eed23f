#pragma once
/// Where each named value stands in the flat state: first what the rooms read, the nation's stocks
/// and each region's with the exaggeration of its reporting levels; behind them the running sum of
/// each flow, which nothing in the model reads.

#include <cstddef>

#include "granary/foundation/checked.hpp"
#include "granary/state/flows.hpp"
#include "granary/state/stocks.hpp"

namespace granary {

/// Places in the flat state for so many regions and reporting levels. A region that is not there
/// is NotFound.
struct Layout {
    std::size_t regions = 1, levels = 4;

    /// Values that the rooms read: the state but for the running sums.
    std::size_t stocks() const { return NationStock::table.size() + regions * region_stocks(); }
    /// Values of the whole state.
    std::size_t size() const { return region_flows_begin() + regions * RegionFlow::table.size(); }

    /// Where the stocks of region r begin.
    std::size_t region(std::size_t r) const {
        return NationStock::table.size() + checked("region", r, regions) * region_stocks();
    }
    /// Where its reporting levels begin.
    std::size_t exaggeration(std::size_t r) const { return region(r) + RegionStock::table.size(); }

    /// Where the sums of the nation's flows begin.
    std::size_t nation_flows() const { return stocks(); }
    /// Where the sums of the flows of region r begin.
    std::size_t region_flows(std::size_t r) const {
        return region_flows_begin() + checked("region", r, regions) * RegionFlow::table.size();
    }

  private:
    std::size_t region_stocks() const { return RegionStock::table.size() + levels; }
    std::size_t region_flows_begin() const { return stocks() + NationFlow::table.size(); }
};

}  // namespace granary

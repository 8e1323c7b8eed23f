#pragma once
/// Whether a run's books close: each stock's change against the sums of the flows into and out of
/// it.

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "granary/state/recording.hpp"

namespace granary {

/// A stock's change over a period, what flowed in and what flowed out, in the stock's unit.
struct Balance {
    double change = 0, inflow = 0, outflow = 0;

    /// What the flows do not explain, relative to the largest of the three amounts and of 1.
    double imbalance() const {
        const double size =
            std::max({1.0, magnitude(change), magnitude(inflow), magnitude(outflow)});
        return magnitude(change - (inflow - outflow)) / size;
    }

  private:
    static double magnitude(double x) { return x < 0 ? -x : x; }
};

/// The books of a recording between two rows: the nation's stocks, then each region's, in the order
/// of the stock tables.
class Books {
  public:
    Books(const Recording<double>& run, std::size_t from, std::size_t to)
        : layout_(run.layout()),
          before_(run.state(from)),
          after_(run.state(to)),
          balances_(NationStock::table.size() + layout_.regions * RegionStock::table.size()) {
        for (std::size_t i = 0; i < NationStock::table.size(); ++i) balances_[i].change = moved(i);
        post<NationFlow>(layout_.nation_flows(), 0);
        for (std::size_t r = 0; r < layout_.regions; ++r) {
            for (std::size_t i = 0; i < RegionStock::table.size(); ++i)
                balances_[row(r) + i].change = moved(layout_.region(r) + i);
            post<RegionFlow>(layout_.region_flows(r), row(r));
        }
    }

    /// One balance a stock, the nation's first.
    const std::vector<Balance>& balances() const { return balances_; }

    /// The largest imbalance of any stock.
    double worst() const {
        double worst = 0;
        for (const auto& balance : balances_) worst = std::max(worst, balance.imbalance());
        return worst;
    }

  private:
    double moved(std::size_t i) const { return after_[i] - before_[i]; }
    std::size_t row(std::size_t region) const {
        return NationStock::table.size() + region * RegionStock::table.size();
    }

    template <class Kind>
    void post(std::size_t first_flow, std::size_t first_stock) {
        constexpr auto ends = flow_ends<Kind>();
        for (std::size_t i = 0; i < ends.size(); ++i) {
            const double amount = moved(first_flow + i);
            if (ends[i].region_from != Ends::none)
                balances_[first_stock + ends[i].region_from].outflow += amount;
            if (ends[i].region_to != Ends::none)
                balances_[first_stock + ends[i].region_to].inflow += amount;
            if (ends[i].nation_from != Ends::none) balances_[ends[i].nation_from].outflow += amount;
            if (ends[i].nation_to != Ends::none) balances_[ends[i].nation_to].inflow += amount;
        }
    }

    const Layout& layout_;
    const double* before_;
    const double* after_;
    std::vector<Balance> balances_;
};

}  // namespace granary

#pragma once
/// The books of grain and of people as wholes, added up from named flows and not from the flows'
/// declared ends: a flow that is declared from or to the wrong place shows here.

#include <algorithm>
#include <cstddef>

#include "granary/state/balance.hpp"
#include "granary/state/trajectory.hpp"

namespace granary::laws {

/// Sums over all regions between two rows.
struct Sums {
    const Trajectory<double>& run;
    std::size_t from, to;

    template <class... D>
    double of(Key<RegionFlow, D>... flows) const {
        double sum = 0;
        for (std::size_t r = 0; r < run.layout().regions; ++r)
            ((sum += bare(run.sum(flows, from, to, r))), ...);
        return sum;
    }
    template <class... D>
    double of(Key<NationFlow, D>... flows) const {
        return (bare(run.sum(flows, from, to)) + ...);
    }
    template <class... D>
    double change(Key<RegionStock, D>... stocks) const {
        double change = 0;
        for (std::size_t r = 0; r < run.layout().regions; ++r)
            ((change += bare(run.stock(stocks, to, r)) - bare(run.stock(stocks, from, r))), ...);
        return change;
    }
};

/// Grain on the fields, in villages and in state stores: what grew and was bought, less what
/// rotted, was eaten, sown, fed, spoiled, used or sold.
inline Balance grain_balance(const Trajectory<double>& run, std::size_t from, std::size_t to) {
    const Sums sums{run, from, to};
    const double stored =
        run.stock(stock::state_grain, to).value() - run.stock(stock::state_grain, from).value();
    return {stored + sums.change(stock::standing_summer_crop, stock::standing_autumn_crop,
                                 stock::village_grain),
            sums.of(flow::growth_summer, flow::growth_autumn) + sums.of(flow::imports),
            sums.of(flow::rot_summer, flow::rot_autumn, flow::served, flow::seed, flow::feed,
                    flow::spoilage, flow::town_supply, flow::crew_supply) +
                sums.of(flow::other_use, flow::exports)};
}

inline Balance people_balance(const Trajectory<double>& run, std::size_t from, std::size_t to) {
    const Sums sums{run, from, to};
    return {sums.change(stock::rural_population, stock::urban_population),
            sums.of(flow::births_rural, flow::births_urban),
            sums.of(flow::deaths_rural, flow::deaths_urban)};
}

}  // namespace granary::laws

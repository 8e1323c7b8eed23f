#pragma once
/// The state granary: towns, crews, other uses, exports, resale and relief draw on one
/// store. Where regions draw together their wants are summed, drawn once and split by want.

#include <span>

#include "granary/state/here.hpp"
#include "granary/state/store.hpp"

namespace granary::rooms {

/// What townspeople and work crews would eat: in trade grain, and as original grain of all heads
/// in towns, or of all villagers.
template <Real T>
struct WantTerms {
    T crew_kg;  ///< c_cr (d)+, kg a villager and year
    GrainPerHead<T> town, crew;

    explicit WantTerms(const Now<T>& now)
        : crew_kg(now[parameter::crew_food_kg] *
                  hinge(now[lever::labour_diversion], now[parameter::hinge_width])),
          town(grain_per_head(now[lever::urban_ration], now[parameter::grain_to_trade])),
          crew(grain_per_head(crew_kg, now[parameter::grain_to_trade])) {}
};

/// U c_u/(1e3 kappa).
template <Real T>
GrainRate<T> town_want(const Here<T>& here) {
    return here[stock::urban_population] * terms<WantTerms>(here).town;
}

/// What the region's work crews would eat, Mt of original grain a year.
template <Real T>
GrainRate<T> crew_want(const Here<T>& here) {
    return here[stock::rural_population] * terms<WantTerms>(here).crew;
}

/// The sum over regions of `want(site)`.
template <Real T, class Want>
GrainRate<T> sum(std::span<const Site<T>> sites, Want want) {
    GrainRate<T> total(T(0.0));
    for (const auto& site : sites) total += want(site);
    return total;
}

/// Exports, less the share `relief_from_exports`, leave; that share and the relief drawn are split
/// over the regions by visible need.
template <Real T>
void trade_and_relief(const Centre<T>& centre, std::span<Site<T>> sites, NationFlows<T>& nation) {
    const auto store = centre[stock::state_grain];
    const auto cover = centre[parameter::protected_cover_years];
    const auto all_sites = std::span<const Site<T>>(sites);
    const auto on_sight = sum(all_sites, [](auto& s) { return s.flows.relief_on_sight_want; });
    const auto need = sum(all_sites, [](auto& s) { return s.flows.visible_need; });

    const auto drawn_for_export = draw(centre[lever::export_mt], store, cover);
    const auto diverted = centre[lever::relief_from_exports] * drawn_for_export;
    const auto relief = draw(centre[lever::relief] + on_sight, store, cover) + diverted;
    nation.set(flow::exports, drawn_for_export - diverted);
    nation.set(flow::imports, centre[lever::import_mt]);
    for (auto& site : sites) site.flows.set(flow::relief, site.flows.visible_need / need * relief);
}

/// dX/dt = (resale + relief - X)/tau_M: what villages were given back in the last year.
template <Real T>
void remember_returns(const Here<T>& here, RegionFlows<T>& flows) {
    flows.set(flow::return_memory_change,
              (flows[flow::resale] + flows[flow::relief] - here[stock::return_memory]) /
                  here[parameter::memory_years]);
}

/// Towns are served first, as far as `protected_cover_years` of the store allows; crews, resale and
/// other uses draw with `slack_cover_years`.
template <Real T>
void state_granary(const Centre<T>& centre, std::span<Site<T>> sites, NationFlows<T>& nation) {
    const auto store = centre[stock::state_grain];
    const auto slack = centre[parameter::slack_cover_years];
    const auto all_sites = std::span<const Site<T>>(sites);
    const T town_fill = fill(sum(all_sites, [](auto& s) { return town_want(s.here); }), store,
                             centre[parameter::protected_cover_years]);
    const T crew_fill =
        fill(sum(all_sites, [](auto& s) { return crew_want(s.here); }), store, slack);
    const T resale_fill =
        fill(sum(all_sites, [](auto& s) { return s.flows.resale_want; }), store, slack);
    for (auto& [here, flows] : sites) {
        flows.town_kg = town_fill * here[lever::urban_ration];
        flows.crew_kg = crew_fill * terms<WantTerms>(here).crew_kg;
        flows.set(flow::town_supply, town_fill * town_want(here));
        flows.set(flow::crew_supply, crew_fill * crew_want(here));
        flows.set(flow::resale, resale_fill * flows.resale_want);
    }
    const auto other = centre.sums.believed_harvest / centre.start.reference_output *
                       centre[parameter::other_state_use_mt];
    nation.set(flow::other_use, draw(other, store, slack));
    trade_and_relief(centre, sites, nation);
    for (auto& [here, flows] : sites) remember_returns(here, flows);
}

}  // namespace granary::rooms

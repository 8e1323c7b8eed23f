#pragma once
/// Resale and relief: what villages ask back, and what of their need is seen.
/// Source: Fan, Xiong & Zhou 2016 (no relief for two years; the worst provinces asked for least).

#include "granary/state/here.hpp"
#include "granary/state/store.hpp"

namespace granary::rooms {

/// The share of need that still shows under pressure: 1 - k_c (1 - e^{-s_c p r}).
template <Real T>
T visible_share(const Now<T>& now) {
    const T steepness = now[parameter::concealment_steepness];
    const T shown = exp(-(steepness * now[lever::pressure] * now[lever::radicalism]));
    return 1.0 - now[parameter::concealment] * (1.0 - shown);
}

/// What a villager without food would need, what of it shows, and the season of resale.
template <Real T>
struct ResaleTerms {
    GrainPerHead<T> full_need;  ///< e0 days/(q_k 1e3 kappa)
    T visible_share, resale;    ///< x0 V

    explicit ResaleTerms(const Now<T>& now)
        : full_need(grain_per_head(now[parameter::energy_need_kcal] *
                                       now[parameter::days_per_year] / now[parameter::kcal_per_kg],
                                   now[parameter::grain_to_trade])),
          visible_share(rooms::visible_share(now)),
          resale(now[parameter::resale_share] * now[kernel::resale]) {}
};

/// The food gap below the relief target, in grain: (N_sight - N)+ P e0 days/(q_k 1e3 kappa).
template <Real T>
GrainRate<T> food_gap(const Here<T>& here) {
    const T gap = hinge(here[parameter::relief_target] - here[stock::nutrition_rural],
                        here[parameter::hinge_width]);
    return gap * (here[stock::rural_population] * terms<ResaleTerms>(here).full_need);
}

/// Resale want x0 M V; relief on sight as a share of the gap; visible need splits all relief, with
/// a small part by procurement so that it is defined where nobody is seen to need any.
template <Real T>
void resale_and_relief(const Here<T>& here, RegionFlows<T>& flows) {
    const auto& seen = terms<ResaleTerms>(here);
    const auto memory = here[stock::procurement_memory];
    const auto gap = food_gap(here);
    flows.resale_want = seen.resale * memory;
    flows.relief_on_sight_want = here[lever::relief_on_sight] * gap;
    flows.visible_need = seen.visible_share * gap + here[parameter::relief_floor] * memory;
}

}  // namespace granary::rooms

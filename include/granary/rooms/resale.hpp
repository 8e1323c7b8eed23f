#pragma once
/// Resale and relief: what villages ask back, and what of their need is seen.
/// Source: Fan, Xiong & Zhou 2016 (no relief for two years; the worst provinces asked for least).

#include "granary/state/here.hpp"
#include "granary/state/store.hpp"

namespace granary::rooms {

/// The food gap below the relief target, in grain: (N_sight - N)+ P e0 days/(q_k 1e3 kappa).
template <Real T>
GrainRate<T> food_gap(const Here<T>& here) {
    const T gap = hinge(here[parameter::relief_target] - here[stock::nutrition_rural],
                        here[parameter::hinge_width]);
    const T gap_kg = gap * here[parameter::energy_need_kcal] * here[parameter::days_per_year] /
                     here[parameter::kcal_per_kg];
    return grain_for(here[stock::rural_population], gap_kg, here[parameter::grain_to_trade]);
}

/// The share of need that still shows under pressure: 1 - k_c (1 - e^{-s_c p r}).
template <Real T>
T visible_share(const Here<T>& here) {
    const T steepness = here[parameter::concealment_steepness];
    const T shown = exp(-(steepness * here[lever::pressure] * here[lever::radicalism]));
    return 1.0 - here[parameter::concealment] * (1.0 - shown);
}

/// Resale want x0 M V; relief on sight as a share of the gap; visible need splits all relief, with
/// a small part by procurement so that it is defined where nobody is seen to need any.
template <Real T>
void resale_and_relief(const Here<T>& here, RegionFlows<T>& flows) {
    const auto memory = here[stock::procurement_memory];
    const auto gap = food_gap(here);
    flows.resale_want = here[parameter::resale_share] * here[kernel::resale] * memory;
    flows.relief_on_sight_want = here[lever::relief_on_sight] * gap;
    flows.visible_need = visible_share(here) * gap + here[parameter::relief_floor] * memory;
}

}  // namespace granary::rooms

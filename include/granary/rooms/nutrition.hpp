#pragma once
/// Bodies: the nutritional reserve follows food over need.
/// Source: Ashton et al. 1984 (food balance); needs and lag assumed.

#include "granary/state/here.hpp"
#include "granary/state/store.hpp"

namespace granary::rooms {

/// kcal a day from so many kg of trade grain a year, with what private plots give.
template <Real T>
T energy_kcal(const Here<T>& here, const T& grain_kg) {
    return here[parameter::kcal_per_kg] / here[parameter::days_per_year] * grain_kg +
           here[parameter::other_food_kcal] * here[lever::private_plots];
}

/// Energy a villager needs, kcal a day: e0 (1 + e1 (d)+), more where labour is mobilised.
template <Real T>
T rural_need_kcal(const Here<T>& here) {
    const T mobilised = hinge(here[lever::labour_diversion], here[parameter::hinge_width]);
    return here[parameter::energy_need_kcal] *
           (1.0 + here[parameter::mobilisation_need] * mobilised);
}

/// dN/dt = (kcal/e_req - N)/tau_N; towns the same with their ration and without mobilisation: their
/// greens and meat come from the same plots.
template <Real T>
void nutrition(const Here<T>& here, RegionFlows<T>& flows) {
    const auto lag = here[parameter::nutrition_lag_years];
    const T rural = energy_kcal(here, flows.eaten_kg + flows.crew_kg) / rural_need_kcal(here);
    const T urban = energy_kcal(here, flows.town_kg) / here[parameter::energy_need_kcal];
    flows.set(flow::nutrition_change_rural,
              PerYear<T>((rural - here[stock::nutrition_rural]) / lag.value()));
    flows.set(flow::nutrition_change_urban,
              PerYear<T>((urban - here[stock::nutrition_urban]) / lag.value()));
}

}  // namespace granary::rooms

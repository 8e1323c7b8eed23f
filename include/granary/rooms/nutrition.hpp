#pragma once
/// Bodies: the nutritional reserve follows food over need.
/// Source: Ashton et al. 1984 (food balance); needs and lag assumed.

#include "granary/state/here.hpp"
#include "granary/state/store.hpp"

namespace granary::rooms {

/// kcal a day from 1 kg of trade grain a year.
template <Real T>
T kcal_of_a_kg(const Always<T>& always) {
    return always[parameter::kcal_per_kg] / always[parameter::days_per_year];
}

/// kcal a day that private plots give.
template <Real T>
T other_food_kcal(const Now<T>& now) {
    return now[parameter::other_food_kcal] * now[lever::private_plots];
}

/// Energy a villager needs, kcal a day: e0 (1 + e1 (d)+), more where labour is mobilised.
template <Real T>
T rural_need_kcal(const Now<T>& now) {
    const T mobilised = hinge(now[lever::labour_diversion], now[parameter::hinge_width]);
    return now[parameter::energy_need_kcal] * (1.0 + now[parameter::mobilisation_need] * mobilised);
}

/// Food over need: what 1 kg of grain a year is of it, and what other food is.
template <Real T>
struct Diet {
    T of_a_kg, of_other_food;

    Diet(const Now<T>& now, const T& need_kcal)
        : of_a_kg(kcal_of_a_kg(now) / need_kcal), of_other_food(other_food_kcal(now) / need_kcal) {}
    /// With so many kg of trade grain a year.
    T food_over_need(const T& grain_kg) const { return of_a_kg * grain_kg + of_other_food; }
};

/// The diets of villages and towns, and how fast bodies follow them.
template <Real T>
struct NutritionTerms {
    Diet<T> rural, urban;
    PerYear<T> adaptation;  ///< 1/tau_N

    explicit NutritionTerms(const Now<T>& now)
        : rural(now, rural_need_kcal(now)),
          urban(now, now[parameter::energy_need_kcal]),
          adaptation(1.0 / now[parameter::nutrition_lag_years]) {}
};

/// dN/dt = (kcal/e_req - N)/tau_N; towns the same with their ration and without mobilisation: their
/// greens and meat come from the same plots.
template <Real T>
void nutrition(const Here<T>& here, RegionFlows<T>& flows) {
    const auto& [rural, urban, adaptation] = terms<NutritionTerms>(here);
    const T rural_food = rural.food_over_need(flows.eaten_kg + flows.crew_kg);
    const T urban_food = urban.food_over_need(flows.town_kg);
    flows.set(flow::nutrition_change_rural,
              (rural_food - here[stock::nutrition_rural]) * adaptation);
    flows.set(flow::nutrition_change_urban,
              (urban_food - here[stock::nutrition_urban]) * adaptation);
}

}  // namespace granary::rooms

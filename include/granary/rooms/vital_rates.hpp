#pragma once
/// Births and deaths.
/// Source: Ashton et al. 1984 (mortality and births).

#include "granary/state/here.hpp"
#include "granary/state/store.hpp"

namespace granary::rooms {

/// Death rate of villagers without hunger: mu_0 e^{-k (t - t0)}.
template <Real T>
PerYear<T> base_death_rate(const Here<T>& here) {
    const T decline = here[parameter::base_death_decline_per_year].value();
    return exp(-(here.years_elapsed * decline)) * here[parameter::base_death_rate_per_year];
}

/// D = (base + hunger) P in villages, (q_u base + hunger) U in towns, million a year; the part
/// without hunger is tallied beside it.
template <Real T>
void deaths(const Here<T>& here, RegionFlows<T>& flows) {
    const auto villagers = here[stock::rural_population];
    const auto townspeople = here[stock::urban_population];
    const auto rural_base = base_death_rate(here);
    const auto urban_base = here[parameter::urban_base_death_ratio] * rural_base;
    flows.set(flow::deaths_rural, (rural_base + flows.hunger_rural) * villagers);
    flows.set(flow::deaths_urban, (urban_base + flows.hunger_urban) * townspeople);
    flows.set(flow::deaths_rural_base, rural_base * villagers);
    flows.set(flow::deaths_urban_base, urban_base * townspeople);
    flows.set(flow::person_years_rural, villagers);
    flows.set(flow::person_years_urban, townspeople);
}

/// Share of conceptions that nutrition N allows: psi(N) = 1/(1 + e^{-(N - f50)/w_f}). `constants`
/// is whatever reads them by key: a region's view or the constants alone.
template <class View, Real T>
T conception_share(const View& constants, const T& nutrition) {
    return 1.0 / (1.0 + exp((constants[parameter::fertility_midpoint] - nutrition) /
                            constants[parameter::fertility_width]));
}

/// The three stages of the nine months: dG1/dt = (psi(N) - G1)/tau_G, and so on.
template <Real T>
void conception(const Here<T>& here, RegionFlows<T>& flows) {
    const T stage = here[parameter::conception_stage_years].value();
    const T conceived = conception_share(here, here[stock::nutrition_rural]);
    const T first = here[stock::conception_1];
    const T second = here[stock::conception_2];
    flows.set(flow::conception_change_1, PerYear<T>((conceived - first) / stage));
    flows.set(flow::conception_change_2, PerYear<T>((first - second) / stage));
    flows.set(flow::conception_change_3, PerYear<T>((second - here[stock::conception_3]) / stage));
}

/// Rural births b0 (1 - chi (d)+) G3 P + reb Db G3; those postponed, b0 (1 - G3) P, wait in Db.
/// Urban births follow the rural rate, times beta_u psi(Nu)/psi(1).
template <Real T>
void births(const Here<T>& here, RegionFlows<T>& flows) {
    const T term = here[stock::conception_3];
    const T full = conception_share(here, T(1.0));
    const T mobilised = hinge(here[lever::labour_diversion], here[parameter::hinge_width]);
    const auto base = here[parameter::base_birth_rate_per_year];
    const auto villagers = here[stock::rural_population];
    const auto townspeople = here[stock::urban_population];
    const T urban_ratio = here[parameter::urban_birth_ratio];

    const auto recovered =
        term * here[parameter::birth_rebound_per_year] * here[stock::postponed_births];
    const auto rural =
        (1.0 - here[parameter::mobilisation_birth_loss] * mobilised) * term * base * villagers +
        recovered;
    const T conceived_urban = conception_share(here, here[stock::nutrition_urban]) / full;
    flows.set(flow::births_rural, rural);
    flows.set(flow::births_urban,
              urban_ratio * conceived_urban * (rural / villagers * townspeople));
    flows.set(flow::births_postponed, (1.0 - term) * base * villagers);
    flows.set(flow::births_recovered, recovered);
    flows.set(flow::births_full, full * base * (villagers + urban_ratio * townspeople));
}

/// Deaths, conceptions and births of a year, million a year.
template <Real T>
void vital_rates(const Here<T>& here, RegionFlows<T>& flows) {
    deaths(here, flows);
    conception(here, flows);
    births(here, flows);
}

}  // namespace granary::rooms

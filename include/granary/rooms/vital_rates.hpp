#pragma once
/// Births and deaths.
/// Source: Ashton et al. 1984 (mortality and births).

#include "granary/state/here.hpp"
#include "granary/state/store.hpp"

namespace granary::rooms {

/// Death rate of villagers without hunger: mu_0 e^{-k (t - t0)}.
template <Real T>
PerYear<T> base_death_rate(const Now<T>& now) {
    const T decline = now[parameter::base_death_decline_per_year].value();
    return exp(-(now.years_elapsed * decline)) * now[parameter::base_death_rate_per_year];
}

/// Share of conceptions that nutrition N allows: psi(N) = 1/(1 + e^{-(N - f50)/w_f}). `constants`
/// is whatever reads them by key: a region's view or the constants alone.
template <class View, Real T>
T conception_share(const View& constants, const T& nutrition) {
    return 1.0 / (1.0 + exp((constants[parameter::fertility_midpoint] - nutrition) /
                            constants[parameter::fertility_width]));
}

/// What births rest on through the whole run.
template <Real T>
struct BirthTerms {
    T full_conception;      ///< psi(1)
    PerYear<T> conception;  ///< 1/tau_G
    PerYear<T> full_urban;  ///< b0 beta_u

    explicit BirthTerms(const Always<T>& always)
        : full_conception(conception_share(always, T(1.0))),
          conception(1.0 / always[parameter::conception_stage_years]),
          full_urban(always[parameter::urban_birth_ratio] *
                     always[parameter::base_birth_rate_per_year]) {}
};

/// Death rates without hunger, and the birth rate under mobilisation.
template <Real T>
struct VitalTerms {
    PerYear<T> rural_base, urban_base;  ///< deaths
    PerYear<T> births_at_term;          ///< b0 (1 - chi (d)+)

    explicit VitalTerms(const Now<T>& now)
        : rural_base(base_death_rate(now)),
          urban_base(now[parameter::urban_base_death_ratio] * rural_base) {
        const T mobilised = hinge(now[lever::labour_diversion], now[parameter::hinge_width]);
        births_at_term = (1.0 - now[parameter::mobilisation_birth_loss] * mobilised) *
                         now[parameter::base_birth_rate_per_year];
    }
};

/// D = (base + hunger) P in villages, (q_u base + hunger) U in towns, million a year; the part
/// without hunger is tallied beside it.
template <Real T>
void deaths(const Here<T>& here, RegionFlows<T>& flows) {
    const auto& rates = terms<VitalTerms>(here);
    const auto villagers = here[stock::rural_population];
    const auto townspeople = here[stock::urban_population];
    flows.set(flow::deaths_rural, (rates.rural_base + flows.hunger_rural) * villagers);
    flows.set(flow::deaths_urban, (rates.urban_base + flows.hunger_urban) * townspeople);
    flows.set(flow::deaths_rural_base, rates.rural_base * villagers);
    flows.set(flow::deaths_urban_base, rates.urban_base * townspeople);
    flows.set(flow::person_years_rural, villagers);
    flows.set(flow::person_years_urban, townspeople);
}

/// The three stages of the nine months: dG1/dt = (psi(N) - G1)/tau_G, and so on.
template <Real T>
void conception(const Here<T>& here, RegionFlows<T>& flows) {
    const auto rate = terms<BirthTerms>(here).conception;
    const T conceived = conception_share(here, here[stock::nutrition_rural]);
    const T first = here[stock::conception_1];
    const T second = here[stock::conception_2];
    flows.set(flow::conception_change_1, (conceived - first) * rate);
    flows.set(flow::conception_change_2, (first - second) * rate);
    flows.set(flow::conception_change_3, (second - here[stock::conception_3]) * rate);
}

/// Rural births b0 (1 - chi (d)+) G3 P + reb Db G3; those postponed, b0 (1 - G3) P, wait in Db.
/// Urban births follow the rural rate, times beta_u psi(Nu)/psi(1).
template <Real T>
void births(const Here<T>& here, RegionFlows<T>& flows) {
    const auto& always = terms<BirthTerms>(here);
    const T term = here[stock::conception_3];
    const auto full_rural = here[parameter::base_birth_rate_per_year];
    const auto villagers = here[stock::rural_population];
    const auto townspeople = here[stock::urban_population];

    const auto recovered =
        term * here[parameter::birth_rebound_per_year] * here[stock::postponed_births];
    const auto rural = term * (terms<VitalTerms>(here).births_at_term * villagers) + recovered;
    const T conceived_urban =
        conception_share(here, here[stock::nutrition_urban]) / always.full_conception;
    flows.set(flow::births_rural, rural);
    flows.set(flow::births_urban, here[parameter::urban_birth_ratio] * conceived_urban *
                                      (rural / villagers * townspeople));
    flows.set(flow::births_postponed, (1.0 - term) * (full_rural * villagers));
    flows.set(flow::births_recovered, recovered);
    flows.set(flow::births_full,
              always.full_conception * (full_rural * villagers + always.full_urban * townspeople));
}

/// Deaths, conceptions and births of a year, million a year.
template <Real T>
void vital_rates(const Here<T>& here, RegionFlows<T>& flows) {
    deaths(here, flows);
    conception(here, flows);
    births(here, flows);
}

}  // namespace granary::rooms

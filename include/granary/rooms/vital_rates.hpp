#pragma once
/// Room 9, births and deaths.
/// Sources: Meng, Qian & Yared 2015 (inequality of access); Ashton et al. 1984 (mortality).

#include "granary/state/here.hpp"
#include "granary/state/store.hpp"

namespace granary::rooms {

/// Variance of the log of access to food: sig0^2 + (sigI (M/M_ref) (ln(Rb/Y*))+)^2 with
/// M_ref = rho_level Yref: over-procurement on false reports strikes places unevenly, and only
/// where grain is taken.
template <Real T>
T access_variance(const Here<T>& here, const RegionFlows<T>& flows) {
    const T over_belief = hinge(log(here[stock::believed_harvest] / flows.potential.rate),
                                here[parameter::hinge_width]);
    const T taken = here[stock::procurement_memory] /
                    (here[parameter::quota_rate_level] * here.start.reference_output);
    const T uneven = here[parameter::inequality_by_procurement] * taken * over_belief;
    const T base = here[parameter::inequality_base];
    return base * base + uneven * uneven;
}

/// The normal distribution function.
template <Real T>
T normal_cdf(const T& z) {
    constexpr double sqrt_half = 0.70710678118654752440;
    return 0.5 * erfc(-(sqrt_half * z));
}

/// Further death rate by hunger: mu_x Phi((ln(n50/N) + sig^2/2)/sqrt(w^2 + sig^2)), the exact mean
/// of a probit in log access over a lognormal access of mean 1.
template <Real T>
PerYear<T> hunger_death_rate(const Here<T>& here, const T& nutrition, const T& variance) {
    const T width = here[parameter::hunger_width];
    const T z = (log(here[parameter::hunger_midpoint] / nutrition) + 0.5 * variance) /
                sqrt(width * width + variance);
    return normal_cdf(z) * here[parameter::hunger_death_rate_per_year];
}

/// D = (mu_0 + hunger) P in villages, (beta mu_0 + hunger) U in towns, million a year; the part
/// without hunger is tallied beside it.
template <Real T>
void deaths(const Here<T>& here, RegionFlows<T>& flows) {
    const T variance = access_variance(here, flows);
    const auto villagers = here[stock::rural_population];
    const auto townspeople = here[stock::urban_population];
    const auto rural_base = here[parameter::base_death_rate_per_year];
    const auto urban_base = here[parameter::urban_base_death_ratio] * rural_base;
    const auto rural = hunger_death_rate(here, here[stock::nutrition_rural], variance);
    const auto urban = hunger_death_rate(here, here[stock::nutrition_urban], variance);
    flows.set(flow::deaths_rural, (rural_base + rural) * villagers);
    flows.set(flow::deaths_urban, (urban_base + urban) * townspeople);
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

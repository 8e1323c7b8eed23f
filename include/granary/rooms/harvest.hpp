#pragma once
/// The field: what grows, what is brought in, what is lost standing.
/// Sources: Li & Yang 2005 (inputs and elasticities), Lin & Yang 2000.

#include "granary/state/here.hpp"

namespace granary::rooms {

/// Share of the capacity for work left at nutrition N: w(N) = 1/(1 + e^{-(N - n_w)/w_w}).
template <Real T>
T work_capacity(const Here<T>& here, const T& nutrition) {
    return 1.0 /
           (1.0 + exp((here[parameter::work_midpoint] - nutrition) / here[parameter::work_width]));
}

/// E = (1 - d) w(N)/w(1) P/P(t0): hands in the fields against those of t0.
template <Real T>
T effective_labour(const Here<T>& here) {
    const T capacity =
        work_capacity(here, here[stock::nutrition_rural]) / work_capacity(here, T(1.0));
    const T hands = here[stock::rural_population] / here.start.rural_population;
    return (1.0 - here[lever::labour_diversion]) * capacity * hands;
}

/// Y* = Yref e^{g(t-t0)} A^aA E^aL K^aK W (1 - th_c J), with W = 1 - th_w (a - a_ref). Mt a year.
template <Real T>
ActualOutput<T> potential_output(const Here<T>& here) {
    const T trend = exp(here.years_elapsed * here[parameter::technical_growth_per_year].value());
    const T area = pow(here[lever::sown_area], here[parameter::area_elasticity]);
    const T labour = pow(effective_labour(here), here[parameter::labour_elasticity]);
    const T capital = pow(here[stock::farm_capital], here[parameter::capital_elasticity]);
    const T weather = 1.0 - here[parameter::disaster_loss] * (here[lever::disaster_share] -
                                                              here[parameter::base_disaster_share]);
    const T organisation = 1.0 - here[parameter::commune_loss] * here[lever::commune_intensity];
    return ActualOutput<T>(trend * area * labour * capital * weather * organisation *
                           here.start.reference_output);
}

/// Crop k grows at share_k Y* V, is brought in at h (1 - d) V B_k and lost at l V B_k: in 1958 ripe
/// grain rotted while the hands of the harvest made steel.
template <Real T>
void harvest(const Here<T>& here, RegionFlows<T>& flows) {
    flows.potential = potential_output(here);
    const GrainRate<T> growth = flows.potential.rate;
    const T summer = here[parameter::summer_share];
    flows.set(flow::growth_summer, summer * here[kernel::growth_summer] * growth);
    flows.set(flow::growth_autumn, (1.0 - summer) * here[kernel::growth_autumn] * growth);

    const auto hands =
        (1.0 - here[lever::labour_diversion]) * here[parameter::harvest_rate_per_year];
    const auto summer_crop = here[stock::standing_summer_crop];
    const auto autumn_crop = here[stock::standing_autumn_crop];
    flows.set(flow::harvest_summer, here[kernel::harvest_summer] * hands * summer_crop);
    flows.set(flow::harvest_autumn, here[kernel::harvest_autumn] * hands * autumn_crop);

    const auto rot = here[parameter::rot_rate_per_year];
    flows.set(flow::rot_summer, here[kernel::rot_summer] * rot * summer_crop);
    flows.set(flow::rot_autumn, here[kernel::rot_autumn] * rot * autumn_crop);
}

}  // namespace granary::rooms

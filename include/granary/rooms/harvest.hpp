#pragma once
/// The field: what grows, what is brought in, what is lost standing.
/// Sources: Li & Yang 2005 (inputs and elasticities), Lin & Yang 2000.

#include "granary/state/here.hpp"

namespace granary::rooms {

/// Share of the capacity for work left at nutrition N: w(N) = 1/(1 + e^{-(N - n_w)/w_w}).
template <Real T>
T work_capacity(const Always<T>& always, const T& nutrition) {
    return 1.0 / (1.0 + exp((always[parameter::work_midpoint] - nutrition) /
                            always[parameter::work_width]));
}

/// Work in the fields at t0.
template <Real T>
struct LabourTerms {
    Quantity<T, unit::per_million> hands;  ///< 1/(w(1) P(t0))

    explicit LabourTerms(const Always<T>& always)
        : hands(1.0 / (work_capacity(always, T(1.0)) * always.start.rural_population)) {}
};

/// What work in the fields and the crops' seasons make of the levers.
template <Real T>
struct HarvestTerms {
    T log_of_land;                         ///< g (t - t0) + aA ln A
    GrainRate<T> on_that_land;             ///< Yref W (1 - th_c J), with W = 1 - th_w (a - a_ref)
    Quantity<T, unit::per_million> hands;  ///< (1 - d)/(w(1) P(t0)), of which E is w(N) P
    T growth_summer, growth_autumn;        ///< share_k V
    PerYear<T> harvest_summer, harvest_autumn, rot_summer, rot_autumn;  ///< h (1 - d) V, l V

    explicit HarvestTerms(const Now<T>& now) {
        const T trend = now.years_elapsed * now[parameter::technical_growth_per_year].value();
        log_of_land = trend + now[parameter::area_elasticity] * log(now[lever::sown_area]);
        const T weather =
            1.0 - now[parameter::disaster_loss] *
                      (now[lever::disaster_share] - now[parameter::base_disaster_share]);
        const T organisation = 1.0 - now[parameter::commune_loss] * now[lever::commune_intensity];
        on_that_land = weather * organisation * now.start.reference_output;
        const T in_the_fields = 1.0 - now[lever::labour_diversion];
        hands = in_the_fields * terms<LabourTerms>(now).hands;
        const T summer = now[parameter::summer_share];
        growth_summer = summer * now[kernel::growth_summer];
        growth_autumn = (1.0 - summer) * now[kernel::growth_autumn];
        const auto brought_in = in_the_fields * now[parameter::harvest_rate_per_year];
        harvest_summer = now[kernel::harvest_summer] * brought_in;
        harvest_autumn = now[kernel::harvest_autumn] * brought_in;
        const auto rot = now[parameter::rot_rate_per_year];
        rot_summer = now[kernel::rot_summer] * rot;
        rot_autumn = now[kernel::rot_autumn] * rot;
    }
};

/// E = (1 - d) w(N)/w(1) P/P(t0): hands in the fields against those of t0.
template <Real T>
T effective_labour(const Here<T>& here) {
    return work_capacity(here, here[stock::nutrition_rural]) *
           (terms<HarvestTerms>(here).hands * here[stock::rural_population]);
}

/// Y* = Yref e^{g(t-t0)} A^aA E^aL K^aK W (1 - th_c J), its powers by one exponential. Mt a year.
template <Real T>
ActualOutput<T> potential_output(const Here<T>& here) {
    const auto& given = terms<HarvestTerms>(here);
    const T labour = here[parameter::labour_elasticity] * log(effective_labour(here));
    const T capital = here[parameter::capital_elasticity] * log(here[stock::farm_capital]);
    return ActualOutput<T>(exp(given.log_of_land + labour + capital) * given.on_that_land);
}

/// Crop k grows at share_k Y* V, is brought in at h (1 - d) V B_k and lost at l V B_k: in 1958 ripe
/// grain rotted while the hands of the harvest made steel.
template <Real T>
void harvest(const Here<T>& here, RegionFlows<T>& flows) {
    flows.potential = potential_output(here);
    const auto& season = terms<HarvestTerms>(here);
    flows.set(flow::growth_summer, season.growth_summer * flows.potential.rate);
    flows.set(flow::growth_autumn, season.growth_autumn * flows.potential.rate);

    const auto summer_crop = here[stock::standing_summer_crop];
    const auto autumn_crop = here[stock::standing_autumn_crop];
    flows.set(flow::harvest_summer, season.harvest_summer * summer_crop);
    flows.set(flow::harvest_autumn, season.harvest_autumn * autumn_crop);
    flows.set(flow::rot_summer, season.rot_summer * summer_crop);
    flows.set(flow::rot_autumn, season.rot_autumn * autumn_crop);
}

}  // namespace granary::rooms

#pragma once
/// Procurement: quotas follow belief or a census, needs, or both; they are collected from
/// actual grain.
/// Sources: Lin & Yang 2000 (shares), Fan, Xiong & Zhou 2016 against Dikotter 2010 (belief or
/// needs).

#include "granary/state/here.hpp"
#include "granary/state/store.hpp"

namespace granary::rooms {

/// The harvest that quotas are set on: H = (1 - q) Rb + q Y*, belief but for the share of the quota
/// that is set by a census of the fields.
template <Real T>
void assessment(const Here<T>& here, RegionFlows<T>& flows) {
    const T census = here[lever::quota_by_census];
    flows.assessed_harvest =
        (1.0 - census) * here[stock::believed_harvest] + census * flows.potential.rate;
}

/// What a plan of the state's uses rests on.
template <Real T>
struct Plan {
    People<T> urban_population;
    T urban_ration_kg;
    GrainRate<T> assessed_harvest, procurement_memory, exports, imports;
};

/// Planned uses D over the reference output: (x)+ with
/// x = (U c_u/(1e3 kappa) + o sum H/sum Yref + ex + x0 sum M - im)/sum Yref.
template <Real T>
T planned_uses(const Always<T>& nation, const Plan<T>& plan) {
    const auto reference = nation.start.reference_output;
    const auto towns = plan.urban_population *
                       grain_per_head(plan.urban_ration_kg, nation[parameter::grain_to_trade]);
    const auto other = plan.assessed_harvest / reference * nation[parameter::other_state_use_mt];
    const auto resale = nation[parameter::resale_share] * plan.procurement_memory;
    const T uses = (towns + other + plan.exports + resale - plan.imports) / reference;
    return hinge(uses, nation[parameter::hinge_width]);
}

/// What the state's plan was at the start.
template <Real T>
struct PlanTerms {
    T uses_at_start;  ///< D_ref

    explicit PlanTerms(const Always<T>& nation)
        : uses_at_start(planned_uses(
              nation,
              Plan<T>{nation.start.urban_population, nation[parameter::planned_urban_ration_kg],
                      nation.start.reference_output,
                      nation[parameter::quota_rate_level] * nation.start.reference_output,
                      nation[parameter::planned_export_mt],
                      nation[parameter::planned_import_mt]})) {}
};

/// Needs against the harvest assessed, both relative to the start: (D/D_ref)/(sum H/sum Yref).
template <Real T>
T needs_over_harvest(const Centre<T>& centre) {
    const auto& sums = centre.sums;
    const Plan<T> plan{sums.urban_population,    centre[lever::urban_ration],
                       sums.assessed_harvest,    sums.procurement_memory,
                       centre[lever::export_mt], centre[lever::import_mt]};
    return planned_uses(centre, plan) / terms<PlanTerms>(centre).uses_at_start /
           (sums.assessed_harvest / centre.start.reference_output);
}

/// Gross procurement target, Mt a year: rho H [needs over harvest]^eta, of which the share that
/// full stores still ask for and that is still carried out where people die.
template <Real T>
GrainRate<T> procurement_target(const Here<T>& here, const RegionFlows<T>& flows) {
    const T needs = pow(needs_over_harvest(here.centre), here[parameter::quota_by_needs]);
    return here[lever::quota_rate] * needs * flows.asked_for * flows.carried_out *
           flows.assessed_harvest;
}

/// The seasons of collection, q(s).
template <Real T>
struct ProcurementTerms {
    T season;

    explicit ProcurementTerms(const Now<T>& now) {
        const T summer = now[parameter::summer_share];
        season = summer * now[kernel::procurement_summer] +
                 (1.0 - summer) * now[kernel::procurement_autumn];
    }
};

/// F = draw(T q(s), S, T_p) with the seasons of collection q; dM/dt = (F - M)/tau_M.
template <Real T>
void procurement(const Here<T>& here, RegionFlows<T>& flows) {
    const auto collected =
        draw(terms<ProcurementTerms>(here).season * procurement_target(here, flows),
             here[stock::village_grain], here[parameter::collection_cover_years]);
    flows.set(flow::procurement, collected);
    flows.set(flow::procurement_memory_change,
              (collected - here[stock::procurement_memory]) / here[parameter::memory_years]);
}

}  // namespace granary::rooms

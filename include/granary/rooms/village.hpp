#pragma once
/// The village store: people stretch it before it ends, so there is a spring hunger gap.
/// Sources: Yang Jisheng, Tombstone (canteens); seed and feed shares assumed.

#include "granary/state/here.hpp"
#include "granary/state/store.hpp"

namespace granary::rooms {

/// Seed want: sd Yref A (autumn crop sown in spring, summer crop in autumn), Mt a year.
template <Real T>
GrainRate<T> seed_want(const Here<T>& here) {
    const T summer = here[parameter::summer_share];
    const T season = (1.0 - summer) * here[kernel::sowing_autumn_crop] +
                     summer * here[kernel::sowing_summer_crop];
    return here[parameter::seed_share] * here[lever::sown_area] * season *
           here.start.reference_output;
}

/// Served C = draw(n, S, T0) with n = P c_want/(1e3 kappa) and phi = C/n. Canteens waste the share
/// om phi^4 of it: eating without limit only while stocks look full.
template <Real T>
void meals(const Here<T>& here, RegionFlows<T>& flows) {
    const T wanted_kg = here[parameter::wanted_ration_kg];
    const auto want =
        grain_for(here[stock::rural_population], wanted_kg, here[parameter::grain_to_trade]);
    const T phi = fill(want, here[stock::village_grain], here[parameter::store_stretch_years]);
    // Within a step a store may be tried a little below nothing; nothing is wasted of that.
    const T plenty = select(phi > T(0.0), phi, T(0.0));
    const T wasted = here[parameter::canteen_waste] * here[lever::canteens] *
                     pow(plenty, here[parameter::waste_power]);
    flows.set(flow::served, phi * want);
    flows.set(flow::eaten, (1.0 - wasted) * (phi * want));
    flows.eaten_kg = (1.0 - wasted) * phi * wanted_kg;
}

/// Seed is drawn like any use; feed fd H K is taken from the harvest as it comes in, and spoilage
/// l_s S is a rate, so neither needs a draw.
template <Real T>
void village(const Here<T>& here, RegionFlows<T>& flows) {
    meals(here, flows);
    const auto store = here[stock::village_grain];
    const auto harvested = flows[flow::harvest_summer] + flows[flow::harvest_autumn];
    flows.set(flow::seed, draw(seed_want(here), store, here[parameter::collection_cover_years]));
    flows.set(flow::feed, here[parameter::feed_share] * here[stock::farm_capital] * harvested);
    flows.set(flow::spoilage, here[parameter::spoilage_per_year] * store);
}

}  // namespace granary::rooms

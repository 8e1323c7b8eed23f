#pragma once
/// The village store: people stretch it before it ends, so there is a spring hunger gap.
/// Sources: Yang Jisheng, Tombstone (canteens); seed and feed shares assumed.

#include "granary/state/here.hpp"
#include "granary/state/store.hpp"

namespace granary::rooms {

/// Seed want: sd Yref A (autumn crop sown in spring, summer crop in autumn), Mt a year.
template <Real T>
GrainRate<T> seed_want(const Now<T>& now) {
    const T summer = now[parameter::summer_share];
    const T season =
        (1.0 - summer) * now[kernel::sowing_autumn_crop] + summer * now[kernel::sowing_summer_crop];
    return now[parameter::seed_share] * now[lever::sown_area] * season * now.start.reference_output;
}

/// What is wanted of the village store, and what canteens waste of it while it looks full.
template <Real T>
struct VillageTerms {
    GrainRate<T> seed_want;
    GrainPerHead<T> meals;  ///< c_want/(1e3 kappa)
    T waste;                ///< om, where there are canteens

    explicit VillageTerms(const Now<T>& now)
        : seed_want(rooms::seed_want(now)),
          meals(grain_per_head(now[parameter::wanted_ration_kg], now[parameter::grain_to_trade])),
          waste(now[parameter::canteen_waste] * now[lever::canteens]) {}
};

/// Served C = draw(n, S, T0) with n = P c_want/(1e3 kappa) and phi = C/n. Canteens waste the share
/// om phi^4 of it: eating without limit only while stocks look full.
template <Real T>
void meals(const Here<T>& here, RegionFlows<T>& flows) {
    const auto& wanted = terms<VillageTerms>(here);
    const auto want = here[stock::rural_population] * wanted.meals;
    const T phi = fill(want, here[stock::village_grain], here[parameter::store_stretch_years]);
    // Within a step a store may be tried a little below nothing; nothing is wasted of that.
    const T plenty = select(phi > T(0.0), phi, T(0.0));
    const T eaten = 1.0 - wanted.waste * pow(plenty, here[parameter::waste_power]);
    flows.set(flow::served, phi * want);
    flows.set(flow::eaten, eaten * (phi * want));
    flows.eaten_kg = eaten * phi * here[parameter::wanted_ration_kg];
}

/// Seed is drawn like any use; feed fd H K is taken from the harvest as it comes in, and spoilage
/// l_s S is a rate, so neither needs a draw.
template <Real T>
void village(const Here<T>& here, RegionFlows<T>& flows) {
    meals(here, flows);
    const auto store = here[stock::village_grain];
    const auto harvested = flows[flow::harvest_summer] + flows[flow::harvest_autumn];
    flows.set(flow::seed, draw(terms<VillageTerms>(here).seed_want, store,
                               here[parameter::collection_cover_years]));
    flows.set(flow::feed, here[parameter::feed_share] * here[stock::farm_capital] * harvested);
    flows.set(flow::spoilage, here[parameter::spoilage_per_year] * store);
}

}  // namespace granary::rooms

#pragma once
/// Migration between villages and towns, split over the regions by their share.

#include "granary/state/here.hpp"
#include "granary/state/store.hpp"

namespace granary::rooms {

/// draw(mig, P, T_m) into towns where mig > 0, draw(-mig, U, T_m) back where mig < 0.
template <Real T>
void migration(const Here<T>& here, RegionFlows<T>& flows) {
    const T moved = here.start.weight * here[lever::urban_migration].value();
    const T none(0.0);
    const PeopleRate<T> to_towns(select(moved > none, moved, none));
    const PeopleRate<T> to_villages(select(moved < none, -moved, none));
    const auto cover = here[parameter::people_cover_years];
    flows.set(flow::migration_to_towns, draw(to_towns, here[stock::rural_population], cover));
    flows.set(flow::migration_to_villages, draw(to_villages, here[stock::urban_population], cover));
}

}  // namespace granary::rooms

#pragma once
/// Migration between villages and towns, split over the regions by their share.

#include "granary/state/here.hpp"
#include "granary/state/store.hpp"

namespace granary::rooms {

/// Who would move into towns where mig > 0, and back where mig < 0.
template <Real T>
struct MigrationTerms {
    PeopleRate<T> to_towns, to_villages;

    explicit MigrationTerms(const Now<T>& now) {
        const T moved = now.start.weight * now[lever::urban_migration].value();
        const T none(0.0);
        to_towns = PeopleRate<T>(select(moved > none, moved, none));
        to_villages = PeopleRate<T>(select(moved < none, -moved, none));
    }
};

/// draw(mig, P, T_m) into towns, draw(-mig, U, T_m) back.
template <Real T>
void migration(const Here<T>& here, RegionFlows<T>& flows) {
    const auto& [to_towns, to_villages] = terms<MigrationTerms>(here);
    const auto cover = here[parameter::people_cover_years];
    flows.set(flow::migration_to_towns, draw(to_towns, here[stock::rural_population], cover));
    flows.set(flow::migration_to_villages, draw(to_villages, here[stock::urban_population], cover));
}

}  // namespace granary::rooms

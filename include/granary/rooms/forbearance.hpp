#pragma once
/// Forbearance: where people die of hunger, cadres press less and collectors take less.
/// Source: assumed; the record has the end of the campaign where it killed most, in 1960-61.

#include "granary/state/here.hpp"

namespace granary::rooms {

/// The share of the pressure and of the quota that is still carried out: 1/(1 + (m_h/m_0)^2), with
/// m_h the death rate of villagers by hunger.
template <Real T>
void forbearance(const Here<T>& here, RegionFlows<T>& flows) {
    const T deaths = flows.hunger_rural / here[parameter::reaction_death_rate_per_year];
    flows.carried_out = 1.0 / (1.0 + deaths * deaths);
}

}  // namespace granary::rooms

#pragma once
/// Farm capital: animals, manure, tools and soil, together one index.
/// Source: Li & Yang 2005 (draught animals); recovery assumed.

#include "granary/state/here.hpp"
#include "granary/state/store.hpp"

namespace granary::rooms {

/// dK/dt = -d_K (1 - N)+ K + r_K (1 - K).
template <Real T>
void capital(const Here<T>& here, RegionFlows<T>& flows) {
    const T held = here[stock::farm_capital];
    const T hunger = hinge(1.0 - here[stock::nutrition_rural], here[parameter::hinge_width]);
    flows.set(flow::capital_loss, hunger * held * here[parameter::capital_loss_per_year]);
    flows.set(flow::capital_recovery, (1.0 - held) * here[parameter::capital_recovery_per_year]);
}

}  // namespace granary::rooms

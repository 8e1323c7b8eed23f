#pragma once
/// Full stores: the state asks for less while it holds more than at the start.
/// Source: assumed; no constant of its own.

#include "granary/state/here.hpp"
#include "granary/state/store.hpp"

namespace granary::rooms {

/// The share of the quota that is still asked for: 1/(1 + (Z/Z0 - 1)+).
template <Real T>
void full_stores(const Here<T>& here, RegionFlows<T>& flows) {
    const T held = here.centre[stock::state_grain] / here[parameter::state_grain_start_mt];
    flows.asked_for = 1.0 / (1.0 + hinge(held - 1.0, here[parameter::hinge_width]));
}

}  // namespace granary::rooms

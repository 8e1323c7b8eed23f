#pragma once
/// Belief: the centre follows the claims with a lag; statisticians pull it to the fields.
/// Source: Meng, Qian & Yared 2015 (inflexible procurement is slow belief).

#include "granary/state/here.hpp"

namespace granary::rooms {

/// dRb/dt = (Rr - Rb)/tau_b + v (Y* - Rb).
template <Real T>
void belief(const Here<T>& here, RegionFlows<T>& flows) {
    const auto believed = here[stock::believed_harvest];
    flows.set(flow::belief_change,
              (flows.claim.rate - believed) / here[parameter::belief_lag_years] +
                  here[lever::verification] * (flows.potential.rate - believed));
}

}  // namespace granary::rooms

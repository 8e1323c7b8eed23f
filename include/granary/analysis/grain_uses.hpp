#pragma once
/// Where the grain of a year came from and where it went, so that both sides have the same sum.

#include "granary/analysis/periods.hpp"
#include "granary/foundation/api.hpp"

namespace granary {

/// All in Mt of original grain. What stores gave (`from_stores`) or took (`into_stores`) is the
/// change of village and state stores together; one of the two is 0.
struct GrainUses {
    double harvest = 0, imports = 0, from_stores = 0;
    double served = 0;  ///< to villagers out of their own stores, canteen waste included
    double seed_feed_spoilage = 0;
    double towns = 0, crews = 0, other = 0, exports = 0;
    double into_stores = 0;

    /// What came in, which is also what went out, in Mt.
    double sum() const { return harvest + imports + from_stores; }
};

/// The nation's account between two recorded instants. Throws NotFound.
GRANARY_API GrainUses grain_uses(const Trajectory<double>& run, const Instant& from,
                                 const Instant& to);

}  // namespace granary

#pragma once
/// How unevenly the deaths of a year fall on places: what counties can be held against.

#include "granary/foundation/api.hpp"
#include "granary/state/trajectory.hpp"

namespace granary {

/// Of the villagers' death rates of a year over places, all people weighing alike.
struct PlaceSpread {
    double mean_per_1000 = 0;
    double deviation_per_1000 = 0;  ///< standard deviation
    double worst_tenth_share = 0;   ///< of the deaths by hunger, in the tenth of people worst off
    double worst_hundredth_per_1000 = 0;  ///< the rate that one place in a hundred exceeds
};

/// The spread if all unequal access lies between places, each of which keeps its rank through the
/// year: a place of quantile z has access a = e^{sig z - sig^2/2} and the further death rate mu_x
/// Phi(ln(n50/(a N))/w), of which the model's own is the mean over z. By the trapezoidal rule over
/// z and the months. Throws NotFound where the year was not run whole, or there is no such region.
GRANARY_API PlaceSpread spread_between_places(const Trajectory<double>& run, int year,
                                              std::size_t region = 0);

}  // namespace granary

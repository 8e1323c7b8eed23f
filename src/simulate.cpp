#include "granary/simulate.hpp"

#include "granary/run.hpp"

namespace granary {

template class Trajectory<double>;

Trajectory<double> simulate(const Scenario& scenario) {
    return simulate<Rooms>(scenario);
}

}  // namespace granary

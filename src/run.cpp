#include "granary/run.hpp"

#include "granary/simulate.hpp"

namespace granary {

template class Trajectory<double>;

Trajectory<double> detail::simulate_watched(const Scenario& scenario, const Watcher& watcher) {
    return simulate<Rooms, double>(
        scenario, scenario.constants,
        [&](const Trajectory<double>& run) { watcher.see(watcher.observer, run); });
}

Trajectory<double> simulate(const Scenario& scenario) {
    return detail::simulate_watched(scenario, {nullptr, [](void*, const Trajectory<double>&) {}});
}

}  // namespace granary

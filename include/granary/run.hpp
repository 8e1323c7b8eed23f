#pragma once
/// Running a scenario with the shipped rooms: compiled into the library. For other rooms or another
/// number type include granary/simulate.hpp.

#include <type_traits>

#include "granary/scenario/scenario.hpp"
#include "granary/state/trajectory.hpp"

namespace granary {

extern template class Trajectory<double>;

/// Runs the scenario with its own constants, from its start to its end. Throws ScenarioError where
/// it cannot be run at all, and IntegrationError where a step leaves the range of the equations.
Trajectory<double> simulate(const Scenario& scenario);

namespace detail {
/// An observer of any type, for the compiled run.
struct Watcher {
    void* observer;
    void (*see)(void* observer, const Trajectory<double>& run);
};
Trajectory<double> simulate_watched(const Scenario& scenario, const Watcher& watcher);
}  // namespace detail

/// The same, and `observe(run)` sees the run so far at each instant as it is recorded: the start,
/// every month start, the knots of levers and what the scenario observes. What it throws ends the
/// run and reaches the caller.
template <class Observer>
Trajectory<double> simulate(const Scenario& scenario, Observer&& observe) {
    using Plain = std::remove_reference_t<Observer>;
    const auto see = [](void* observer, const Trajectory<double>& run) {
        (*static_cast<Plain*>(observer))(run);
    };
    const void* address = &observe;
    return detail::simulate_watched(scenario, {const_cast<void*>(address), see});
}

}  // namespace granary

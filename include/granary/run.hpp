#pragma once
/// Running a scenario with the shipped rooms: compiled into the library. For other rooms or another
/// number type include granary/simulate.hpp.

#include "granary/foundation/api.hpp"
#include "granary/scenario/scenario.hpp"
#include "granary/state/trajectory.hpp"

namespace granary {

extern template class Trajectory<double>;

/// Runs the scenario with its own constants, from its start to its end. Throws ScenarioError where
/// it cannot be run at all, and IntegrationError where a step leaves the range of the equations.
GRANARY_API Trajectory<double> simulate(const Scenario& scenario);

}  // namespace granary

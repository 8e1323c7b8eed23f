#pragma once
/// How much grain villagers would have needed: the ration at which their reserve would settle at
/// "adequate".

#include "granary/foundation/api.hpp"
#include "granary/scenario/scenario.hpp"
#include "granary/state/trajectory.hpp"

namespace granary {

/// Grain that a villager needs in a calendar year of the run, in kg of trade grain a head and year:
/// the need for energy less what private plots give, by the rooms' own functions, mean over the
/// year's recorded stretches weighted by people. It rises where labour is mobilised and where
/// private plots are taken away. `run` must be a run of `scenario`. Throws NotFound where no part
/// of the year was run.
GRANARY_API double rural_need_kg(const Scenario& scenario, const Trajectory<double>& run, int year);

}  // namespace granary

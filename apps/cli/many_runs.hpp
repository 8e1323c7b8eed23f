#pragma once
/// What commands share that run a scenario many times: the grid of a sweep as it is asked for, and
/// long work with a progress bar.

#include <cstddef>
#include <functional>
#include <vector>

#include "cli/commands.hpp"
#include "granary/study/attribution.hpp"
#include "granary/study/sweep.hpp"

namespace granary::cli {

/// Tells what is wrong with the axes before a scenario is read.
std::vector<Axis> axes_of(const GridOptions& options);

/// The sweep asked for; a picture of it has less room.
SweepPlan plan_of(const GridOptions& options, const Scenario& scenario, bool picture);

/// Runs the sweep with a bar and hands it over. `write` has written when this throws because points
/// failed.
void sweep_and_write(const SweepPlan& plan, std::size_t threads,
                     const std::function<void(const SweepGrid&)>& write);

/// The attribution, with a bar.
Attribution shown_attribution(const Scenario& scenario, bool interactions);

}  // namespace granary::cli

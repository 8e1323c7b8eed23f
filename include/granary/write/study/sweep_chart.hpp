#pragma once
/// What a scenario comes to over a grid, as a picture in SVG, which looks like the charts of runs.
/// The same figures give the same bytes.

#include <cstddef>
#include <string>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/study/sweep.hpp"
#include "granary/write/safe_text.hpp"

namespace granary {

/// One panel for each measure: over one axis a curve, over the number of levels a ladder of steps,
/// over two axes a heat map. The scenario's own figure and setting are marked. Runs the scenario
/// once. `settings` go to the subtitle. Throws std::invalid_argument where the grid has more than
/// two axes or more points than limit::drawn_points, and what simulate throws.
GRANARY_API SvgText sweep_svg(const Scenario& scenario, const SweepGrid& grid,
                              const std::vector<std::string>& settings = {});

}  // namespace granary

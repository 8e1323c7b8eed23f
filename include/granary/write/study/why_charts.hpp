#pragma once
/// Pictures of why, as SVG: what each driver did, and what a scenario comes to over a grid. They
/// look like the charts of runs; the same figures give the same bytes.

#include <span>
#include <string>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/study/attribution.hpp"
#include "granary/study/sweep.hpp"
#include "granary/write/charts.hpp"

namespace granary {

/// The kinds of `chart_kinds` and, after them, those below.
GRANARY_API std::span<const ChartKind> all_chart_kinds();

/// What a waterfall shows.
struct WaterfallOptions {
    std::string figure = "rural_ration_kg";  ///< a name of `effect_columns`
    /// A period's label; empty: of deaths "all", of the rest the year of the lowest ration.
    std::string period{};
    std::vector<std::string> settings{};  ///< what was set beside the scenario, for the subtitle
};

/// From the first year's figure over the reference world's own change and each driver's Shapley
/// value, the largest first, to the period's figure; beside each driver what it does alone from
/// both ends. Throws NotFound where the attribution has no such figure or period.
GRANARY_API std::string waterfall_svg(const Scenario& scenario, const Attribution& attribution,
                                      const WaterfallOptions& options = {});

/// The most points that a picture of a sweep shows.
inline constexpr std::size_t most_drawn_points = 10'000;

/// One panel for each measure: over one axis a curve, over the number of levels a ladder of steps,
/// over two axes a heat map. The scenario's own figure and setting are marked. Runs the scenario
/// once. `settings` go to the subtitle. Throws std::invalid_argument where the grid has more than
/// two axes or `most_drawn_points`, and what simulate throws.
GRANARY_API std::string sweep_svg(const Scenario& scenario, const SweepGrid& grid,
                                  const std::vector<std::string>& settings = {});

}  // namespace granary

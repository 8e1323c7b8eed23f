#pragma once
/// What each driver did, as a picture in SVG, which looks like the charts of runs. The same figures
/// give the same bytes.

#include <string>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/study/attribution.hpp"
#include "granary/write/safe_text.hpp"

namespace granary {

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
GRANARY_API SvgText waterfall_svg(const Scenario& scenario, const Attribution& attribution,
                                  const WaterfallOptions& options = {});

}  // namespace granary

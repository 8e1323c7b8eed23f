#pragma once
/// What a picture of many runs shows, said in its title: one sentence without full stop.

#include <string>

#include "granary/analysis/headlines.hpp"
#include "granary/foundation/api.hpp"
#include "granary/study/attribution.hpp"
#include "granary/study/sweep.hpp"

namespace granary {

/// How far the period's figure lies from the first year's, and the drivers that move it most.
GRANARY_API std::string attribution_headline(const Attribution& attribution,
                                             const AttributedPeriod& period,
                                             const EffectColumn& column);
/// What the first two measures of a sweep come to: along one axis from its first to its last point,
/// over two axes from the least to the greatest.
GRANARY_API std::string sweep_headline(const SweepGrid& grid);

/// A name of tables as words: "labour diversion".
GRANARY_API std::string in_words(std::string_view name);
/// A measure without its unit: "lowest ration", "rural ration of 1960".
GRANARY_API std::string in_words(const Measure& measure);
/// What is turned, without its unit: "export".
GRANARY_API std::string in_words(const Variation& variation);

}  // namespace granary

#pragma once
/// What a chart shows, said in its title: one sentence without full stop for each kind, about one
/// run or the range over several. Nothing is said that the runs do not bear out.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "granary/analysis/attribution.hpp"
#include "granary/analysis/compare.hpp"
#include "granary/analysis/sweep.hpp"
#include "granary/foundation/api.hpp"

namespace granary {

/// A run under the title of its scenario.
struct TitledRun {
    std::string title;
    const Trajectory<double>* run;
};

/// All take at least one run.
GRANARY_API std::string ration_headline(std::span<const TitledRun> runs);
/// How far the claims left the fields.
GRANARY_API std::string claim_headline(std::span<const TitledRun> runs);
/// How much of the harvest was taken.
GRANARY_API std::string take_headline(std::span<const TitledRun> runs);
/// What became of the stores.
GRANARY_API std::string stores_headline(std::span<const TitledRun> runs);
/// How many died above the rates without hunger.
GRANARY_API std::string deaths_headline(std::span<const TitledRun> runs);
/// At the end of `year`, which must have been run. Throws NotFound.
GRANARY_API std::string ladder_headline(std::span<const TitledRun> runs, int year);
/// Claim, ration and deaths of one run; the deaths of several.
GRANARY_API std::string overview_headline(std::span<const TitledRun> runs);

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

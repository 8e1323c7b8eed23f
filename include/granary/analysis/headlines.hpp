#pragma once
/// What a chart shows, said in its title: one sentence without full stop for each kind, about one
/// run or the range over several. Nothing is said that the runs do not bear out.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "granary/analysis/outcome.hpp"
#include "granary/analysis/tolls.hpp"
#include "granary/foundation/api.hpp"

namespace granary {

/// A run under the title of its scenario.
struct TitledRun {
    std::string title;
    const Trajectory<double>* run;
    bool tested = true;            ///< whether its deaths are told
    std::vector<Toll> tolls = {};  ///< under every reading, to be told beside them
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

}  // namespace granary

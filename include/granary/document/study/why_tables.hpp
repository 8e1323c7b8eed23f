#pragma once
/// What stands beside an attribution: how it is reckoned, and what others have published.

#include <string>
#include <string_view>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/study/attribution.hpp"
#include "granary/study/published_splits.hpp"
#include "granary/write/text.hpp"

namespace granary::why {

/// How the figures of drivers are reckoned.
inline constexpr std::string_view method =
    "Shapley values: the mean, over all orders in which the drivers may join, of what each adds. "
    "Whole: the scenario less the world with every driver at its reference, in the same year; the "
    "drivers sum to it. Alone: added to the reference world, or taken from the scenario; where the "
    "two differ, the drivers act on each other.";

/// What no driver changes.
inline constexpr std::string_view all_else =
    "All else (quota rate, urban ration, relief, radicalism) is the scenario's in all 512 runs.";

/// What others found of the famine that happened, beside the model's: none where the scenario is
/// another.
GRANARY_API std::vector<PublishedSplit> splits_beside(const Scenario& scenario,
                                                      const Attribution& attribution);

/// The same as a table for each author.
GRANARY_API std::vector<TitledTable> published_tables(const Scenario& scenario,
                                                      const Attribution& attribution);

/// What a star beside a year means, where a part of one was run; else empty.
GRANARY_API std::string star_note(const Attribution& attribution);

/// What the marks in the tables of others mean.
GRANARY_API std::string published_note();

}  // namespace granary::why

#pragma once
/// What others have found the famine to come from, beside what the model says of the same question.

#include <string_view>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/study/attribution.hpp"

namespace granary {

/// A published share, in per cent, beside the model's own.
struct PublishedSplit {
    std::string_view who, whole, what;  ///< whose figure, what is split, the part
    double percent;
    bool verified;          ///< the figure was seen in print
    std::string_view here;  ///< what of the model stands beside it
    double model_percent;
    std::string_view note;  ///< why the two need not be the same
};

/// Grain exports undone from the second year on, in both ways that the question can be meant.
struct ExportsUndone {
    double excess_deaths_million = 0;    ///< of the scenario as it is
    double kept_in_granary_million = 0;  ///< none planned, none sent: what is not sent is stored
    double returned_to_villages_million = 0;  ///< planned and collected, then handed out as relief
};
/// Runs the scenario as it is and in both ways. Throws what simulate throws.
GRANARY_API ExportsUndone undo_exports(const Scenario& scenario);

/// Li & Yang 2005 of the fall of the harvest since 1957, mean of 1959-61; Kasahara & Li 2020 of the
/// excess deaths. Empty where the scenario does not run through these years, or without a fall.
GRANARY_API std::vector<PublishedSplit> published_splits(const Scenario& scenario,
                                                         const Attribution& attribution);

}  // namespace granary

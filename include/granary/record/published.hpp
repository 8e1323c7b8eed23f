#pragma once
/// What others have published, to stand beside a run: the range of counts of the dead.

#include <string>

#include "granary/foundation/api.hpp"

namespace granary {

/// The widest range that the literature on record gives of itself, and the counts at its ends.
struct GRANARY_API PublishedEstimates {
    double low_million, high_million;
    std::string low_author, high_author;
    std::string open_ended;  ///< counts without an upper figure

    /// "15-45 million".
    std::string range() const;
    /// Who stands for its ends, and who gives no upper figure.
    std::string authors() const;
};

/// From the embedded record, each time anew.
GRANARY_API PublishedEstimates published_estimates();

}  // namespace granary

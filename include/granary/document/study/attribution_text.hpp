#pragma once
/// What each driver did as tables, and as comma-separated values.

#include <string>

#include "granary/document/json_document.hpp"
#include "granary/document/text_style.hpp"
#include "granary/foundation/api.hpp"
#include "granary/study/attribution.hpp"
#include "granary/write/csv.hpp"

namespace granary {

/// The tables with how they are reckoned, the drivers' references, and what others have published.
GRANARY_API std::string attribution_text(const RunDescription& what, const Attribution& attribution,
                                         const TextStyle& style = {});

/// A row for each figure, period and driver; with what is to be said about them.
GRANARY_API Csv attribution_csv(const RunDescription& what, const Attribution& attribution);

}  // namespace granary

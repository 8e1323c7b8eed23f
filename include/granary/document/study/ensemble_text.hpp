#pragma once
/// What came out of an ensemble, as text.

#include <string>

#include "granary/foundation/api.hpp"
#include "granary/study/ensemble.hpp"
#include "granary/write/csv.hpp"

namespace granary {

/// The table of what is told first, what its spread is, and the published range of counts, from
/// which the deaths of a run must never be apart.
GRANARY_API std::string ensemble_text(const Ensemble& ensemble);

/// All measures as comma-separated values, with what is to be said about them.
GRANARY_API Csv ensemble_csv(const Ensemble& ensemble);

}  // namespace granary

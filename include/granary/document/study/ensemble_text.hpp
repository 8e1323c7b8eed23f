#pragma once
/// What came out of an ensemble, as text.

#include <string>

#include "granary/foundation/api.hpp"
#include "granary/study/ensemble.hpp"
#include "granary/write/csv.hpp"

namespace granary {

/// The table of what is told first of the whole country, and what its spread is.
GRANARY_API std::string ensemble_text(const Ensemble& ensemble);

/// All measures as comma-separated values, with what is to be said about them.
GRANARY_API Csv ensemble_csv(const Ensemble& ensemble);

}  // namespace granary

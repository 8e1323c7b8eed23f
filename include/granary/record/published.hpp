#pragma once
/// What others have published, to stand beside a run of what happened: counts of the dead, each
/// with its author. No range is made of them.

#include <string>
#include <string_view>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/foundation/calendar.hpp"
#include "granary/record/history.hpp"

namespace granary {

/// The counts of single authors whose whole period lies between two instants, the lowest first.
/// What surveys of the literature say of others' counts is not among them, nor what the record
/// derives from an author's rates.
GRANARY_API std::vector<DeathEstimate> published_counts(const Instant& from, const Instant& to);

/// "30", "4-5", "20 or more".
GRANARY_API std::string million_text(const DeathEstimate& estimate);

/// "15 (Houser, Sands & Xiao 2003/2009, 1959-1961), 16.5 (...), ...": each with author and period.
/// Empty where there is none.
GRANARY_API std::string published_counts_text(const Instant& from, const Instant& to);

}  // namespace granary

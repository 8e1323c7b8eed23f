#pragma once
/// Parts of one ensemble, put together.

#include <optional>
#include <span>
#include <string>

#include "granary/foundation/api.hpp"
#include "granary/netcdf/ensemble_file.hpp"

namespace granary {

/// "seed is 2, not 1": the first thing in which one is of another ensemble than the other, whatever
/// part of it each has; empty where they are of the same.
GRANARY_API std::string difference(const Ensemble& part, const Ensemble& first);

/// The whole ensemble of which the files hold the parts, the same in every bit whichever parts and
/// in whatever order. Holds one part at a time. Throws FileError, which names the file, where parts
/// are of different ensembles, have members in common, or some members are in none of them.
GRANARY_API Ensemble merged(std::span<const std::string> paths);

/// The figures of each member of the ensemble, read from its parts; nothing where one of them has
/// none. Throws FileError.
GRANARY_API std::optional<MemberRows> members_of(std::span<const std::string> paths);

}  // namespace granary

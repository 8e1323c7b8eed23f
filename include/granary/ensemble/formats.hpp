#pragma once
/// The files that an ensemble is written to.

#include <string>

#include "granary/foundation/api.hpp"
#include "granary/netcdf/ensemble_file.hpp"

namespace granary {

/// netCDF-4 with all that it takes to go on or to merge, or the table as comma-separated values.
enum class EnsembleFormat { netcdf, csv };

/// By the suffix, .nc or .csv. Throws Error (usage).
GRANARY_API EnsembleFormat ensemble_format(const std::string& file);

/// Throws Error (usage) where no ensemble can be written there: another suffix, or netCDF into what
/// is no file.
GRANARY_API void require_ensemble_file(const std::string& file);

/// Writes the file whole or not at all in the format of its suffix; with `members` the figures of
/// each member too, which netCDF alone has. Throws FileError.
GRANARY_API void write_in_format(const Ensemble& ensemble, const MemberRows* members,
                                 const std::string& file);

}  // namespace granary

#pragma once
/// How an ensemble leaves the program: as a file, and as a table on the standard output.

#include <string>

#include "netcdf/ensemble_file.hpp"

namespace granary::cli {

enum class EnsembleFormat { netcdf, csv };

/// By the suffix. Throws a usage error.
EnsembleFormat format_of(const std::string& file);

/// Writes the file in the format of its suffix. Throws FileError.
void write(const EnsembleFile& ensemble, const MemberRows* members, const std::string& file);

/// Prints a table unless asked not to. Throws IntegrationError afterwards where members have no
/// figures: "2 of 1000 members have no figures: 3, 17; member 3: ...".
void tell(const EnsembleFile& ensemble, bool quiet);

}  // namespace granary::cli

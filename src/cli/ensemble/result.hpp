#pragma once
/// How an ensemble leaves the program: as a file, and as a table on the standard output.

#include <string>

#include "netcdf/ensemble_file.hpp"

namespace granary::cli {

enum class EnsembleFormat { netcdf, csv };

/// By the suffix. Throws a usage error.
EnsembleFormat format_of(const std::string& file);

/// Writes the file, and prints a table unless asked not to. Throws IntegrationError, when all is
/// written, where members have no figures.
void deliver(const EnsembleFile& ensemble, const MemberRows* members, const std::string& file,
             bool quiet);

/// "members 3 and 17 of 1000 have no figures; the first, member 3: ..."; empty where all have.
std::string faults_text(const EnsembleFile& ensemble);

}  // namespace granary::cli

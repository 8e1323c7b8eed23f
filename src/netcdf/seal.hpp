#pragma once
/// The line at the end of an ensemble's file that tells whether its bytes are those that were
/// written. It is looked at before any library reads the file; other readers of netCDF do not see
/// it.

#include <string>

namespace granary::netcdf {

/// Puts the line at the end of a file that is closed.
void seal(const std::string& path);

/// Whether the file bears such a line: one that was written by another program does not. Throws
/// Fault where the line is not of these bytes, FileError where there is no such file.
bool is_sealed(const std::string& path);

}  // namespace granary::netcdf

#pragma once
/// All that an ensemble's file keeps of it, as bytes.

#include <string>
#include <string_view>

#include "granary/netcdf/ensemble_file.hpp"

namespace granary::netcdf {

/// Identity, years, inputs, measures, thresholds and the summary to the bit: two ensembles of the
/// same bytes are the same.
std::string packed(const Ensemble& ensemble);
/// The ensemble again. Throws Fault where the bytes are of none.
Ensemble unpacked(std::string_view bytes);

/// SHA-256 of the bytes: damage that HDF5 does not notice, in its own tables, changes it.
std::string digest_of(const Ensemble& ensemble);

}  // namespace granary::netcdf

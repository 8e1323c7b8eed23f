#pragma once
/// One number for all that an ensemble's file keeps.

#include <cstdint>

#include "granary/netcdf/ensemble_file.hpp"

namespace granary::netcdf {

/// Of identity, measures, thresholds and the summary to the bit: FNV-1a over words of 64 bits.
/// Damage that HDF5 does not notice, in its own tables, changes it.
std::uint64_t digest_of(const Ensemble& ensemble);

}  // namespace granary::netcdf

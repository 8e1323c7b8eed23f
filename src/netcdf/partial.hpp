#pragma once
/// The group of an ensemble's file that keeps its summary to the bit.

#include "granary/netcdf/ensemble_file.hpp"
#include "netcdf/dataset.hpp"

namespace granary::netcdf {

/// Makes the variables of the group.
void keep(const Ensemble& ensemble, const Group& group);

/// What is summarised, from the group. Throws Fault.
Summarised kept_what(const GroupRead& group);
/// The summary, from the group. Throws Fault.
Summary kept_summary(const GroupRead& group, const Summarised& what, std::uint64_t members);

}  // namespace granary::netcdf

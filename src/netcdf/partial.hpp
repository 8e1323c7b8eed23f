#pragma once
/// The group of an ensemble's file that keeps its summary to the bit.

#include "granary/netcdf/ensemble_file.hpp"
#include "netcdf/dataset.hpp"

namespace granary::netcdf {

/// The year of a measure as a file keeps it: 0 for one of a whole run.
std::int64_t kept_year(const Measure& measure);
/// The measure again. Throws Fault.
Measure kept_measure(const std::string& name, std::int64_t year, Area area);

/// Makes the variables of the group.
void keep(const Ensemble& ensemble, const Group& group);

/// Years, inputs and what is summarised, from the group. Throws Fault.
void take_axes(const GroupRead& group, Ensemble& ensemble);
/// The summary, from the group. Throws Fault.
Summary kept_summary(const GroupRead& group, const Summarised& what, std::uint64_t members);

}  // namespace granary::netcdf

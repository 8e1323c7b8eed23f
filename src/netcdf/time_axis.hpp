#pragma once
/// The years of an ensemble as CF has time.

#include <span>

#include "granary/study/ensemble.hpp"
#include "netcdf/dataset.hpp"

namespace granary::netcdf {

/// Makes the variables along the axis: `time`, the middle of each year or part of one, its limits
/// `time_bnds`, and `year`, the calendar year as a number.
void show_time(std::span<const EnsembleYear> years, const Group& root, Dimension time);

}  // namespace granary::netcdf

#pragma once
/// The figures of each member in an ensemble's file.

#include "granary/netcdf/ensemble_file.hpp"
#include "netcdf/dataset.hpp"
#include "netcdf/measure_series.hpp"

namespace granary::netcdf {

/// A variable for the members' values of each series.
struct MemberVariables {
    Variable number;  ///< the members' numbers, from 1
    std::vector<Variable> of_series;
};

MemberVariables make_members(std::span<const Series> all_series, std::uint64_t members,
                             const Group& root, Dimension year);

/// Puts in the chunks that the summary has, one after another.
void put_members(const Ensemble& ensemble, std::span<const Series> all_series,
                 const MemberVariables& variables, const MemberRows& rows);

/// The rows of a chunk. Throws Fault.
std::vector<double> kept_rows(const Ensemble& ensemble, std::span<const Series> all_series,
                              const GroupRead& root, std::uint64_t chunk);

}  // namespace granary::netcdf

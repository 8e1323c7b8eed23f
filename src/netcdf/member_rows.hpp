#pragma once
/// What an ensemble's file keeps of each member.

#include "granary/netcdf/ensemble_file.hpp"
#include "netcdf/dataset.hpp"
#include "netcdf/measure_series.hpp"

namespace granary::netcdf {

/// A variable for the members' values of each input and series.
struct MemberVariables {
    Variable number;  ///< the members' numbers, from 1
    std::vector<Variable> of_inputs, of_series;
    Variable digests;  ///< a number for each chunk's rows
};

/// The digests go into `partial`.
MemberVariables make_members(const Ensemble& ensemble, std::span<const Series> all_series,
                             const Group& root, const Group& partial);

/// Puts in the chunks that the summary has, one after another.
void put_members(const Ensemble& ensemble, std::span<const Series> all_series,
                 const MemberVariables& variables, const MemberRows& rows);

/// The rows of a chunk. Throws Fault.
std::vector<double> kept_rows(const Ensemble& ensemble, std::span<const Series> all_series,
                              const GroupRead& root, const GroupRead& partial, std::uint64_t chunk);

}  // namespace granary::netcdf

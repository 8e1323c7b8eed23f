#pragma once
/// The figures of each member in an ensemble's file.

#include "netcdf/dataset.hpp"
#include "netcdf/ensemble_file.hpp"
#include "netcdf/figures.hpp"

namespace granary::netcdf {

/// A variable for the members' values of each figure.
struct MemberVariables {
    Variable number;  ///< the members' numbers, from 1
    std::vector<Variable> of_figures;
};

MemberVariables make_members(std::span<const Figure> figures, std::uint64_t members,
                             const Group& root, Dimension year);

/// Puts in the chunks that the summary has, one after another.
void put_members(const EnsembleFile& ensemble, std::span<const Figure> figures,
                 const MemberVariables& variables, const MemberRows& rows);

/// The rows of a chunk. Throws Fault.
std::vector<double> kept_rows(const EnsembleFile& ensemble, std::span<const Figure> figures,
                              const GroupRead& root, std::uint64_t chunk);

}  // namespace granary::netcdf

#pragma once
/// An ensemble as a netCDF-4 file: what is shown of it for any reader of netCDF, and in the group
/// "/partial" all that it takes to go on with it or to put it together with others. The layout is
/// told in docs/cluster.md.

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/study/ensemble.hpp"

namespace granary {

/// The figures of a chunk's members: a row of all measures for each member, of faulty members not a
/// number throughout. Throws where it cannot tell.
using MemberRows = std::function<std::vector<double>(std::uint64_t chunk)>;

/// Writes the file whole or not at all, like `write_file`; with `members` also the figures of each
/// member, of those chunks that the summary has, a chunk at a time. Throws FileError.
GRANARY_API void write_ensemble(const std::string& path, const Ensemble& ensemble,
                                const MemberRows* members = nullptr);

/// Reads what `write_ensemble` wrote. Throws FileError, also where the file is of another kind, of
/// another layout or damaged.
GRANARY_API Ensemble read_ensemble(const std::string& path);

/// Whether a file has the figures of each member. Throws FileError.
GRANARY_API bool has_members(const std::string& path);

/// The figures of each member, read a chunk at a time from a file of this ensemble that stays open;
/// nothing where the file holds none. Throws FileError. One thread at a time may ask.
GRANARY_API std::optional<MemberRows> members_of(const std::string& path, const Ensemble& ensemble);

}  // namespace granary

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
#include "granary/write/output.hpp"

namespace granary {

/// What is kept of each of a chunk's members: a row of all inputs and then all measures, which are
/// not a number of faulty members. Throws where it cannot tell.
using MemberRows = std::function<std::vector<double>(std::uint64_t chunk)>;

/// Writes the file whole or not at all, like `write_file`; with `members` also what is kept of each
/// member, of those chunks that the summary has, a chunk at a time. Throws FileError.
GRANARY_API void write_ensemble(const std::string& path, const Ensemble& ensemble,
                                const MemberRows* members = nullptr,
                                Existing existing = Existing::replaced);

/// Reads what `write_ensemble` wrote. At its end such a file has a digest of its bytes, which is
/// looked at before the library for netCDF is; a file without one, as another program wrote it
/// anew, is read by a child process with limits of time and memory. Throws FileError, also where
/// the file is of another kind, of another layout or damaged, and std::bad_alloc where there is too
/// little memory to tell: no sound file is called damaged for want of it.
GRANARY_API Ensemble read_ensemble(const std::string& path);

/// The same of a file that nobody but `write_ensemble` can have written: without a digest it is
/// refused unread.
GRANARY_API Ensemble read_own_ensemble(const std::string& path);

/// SHA-256 of all that an ensemble is, without the members' figures.
GRANARY_API std::string ensemble_sha256(const Ensemble& ensemble);

/// Whether a file has what is kept of each member. Throws FileError.
GRANARY_API bool has_members(const std::string& path);

/// What is kept of each member, read a chunk at a time from a file of this ensemble that stays
/// open; nothing where the file holds none. Throws FileError. One thread at a time may ask.
GRANARY_API std::optional<MemberRows> members_of(const std::string& path, const Ensemble& ensemble);

}  // namespace granary

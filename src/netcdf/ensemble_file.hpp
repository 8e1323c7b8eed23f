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

#include "granary/study/summary.hpp"

namespace granary {

/// One line of what makes the ensemble what it is; a global attribute of the file. "command" and
/// "version" also make the attributes "history" and "source".
struct Fact {
    std::string key, text;

    friend bool operator==(const Fact&, const Fact&) = default;
};

/// An ensemble or a part of one. Equal ones give equal files.
struct EnsembleFile {
    std::vector<Fact> facts;
    std::uint64_t members = 0, seed = 0;  ///< of the whole ensemble
    std::vector<int> years;               ///< calendar years of the run
    Summarised what;
    Summary summary{0, 0};
};

/// The figures of a chunk's members: a row of all measures for each member, of faulty members not a
/// number throughout. Throws where it cannot tell.
using MemberRows = std::function<std::vector<double>(std::uint64_t chunk)>;

/// Writes the file whole or not at all, like `write_file`; with `members` also the figures of each
/// member, of those chunks that the summary has, a chunk at a time. Throws FileError.
void write_ensemble(const std::string& path, const EnsembleFile& ensemble,
                    const MemberRows* members = nullptr);

/// Reads what `write_ensemble` wrote. Throws FileError, also where the file is of another kind, of
/// another layout or damaged.
EnsembleFile read_ensemble(const std::string& path);

/// Whether a file has the figures of each member. Throws FileError.
bool has_members(const std::string& path);

/// The figures of each member, read a chunk at a time from a file of this ensemble that stays open;
/// nothing where the file holds none. Throws FileError. One thread at a time may ask.
std::optional<MemberRows> members_of(const std::string& path, const EnsembleFile& ensemble);

/// "members 2049 to 4096", counted from 1; empty where none is missing.
std::string missing_members(const EnsembleFile& ensemble);

}  // namespace granary

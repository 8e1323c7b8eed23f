#pragma once
/// What `granary ensemble` and `granary merge` are asked. Their work is done by a program of its
/// own: loading netCDF takes longer than a run, and would slow every other start.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace granary::cli {

struct EnsembleOptions {
    std::string scenario, vary, design = "mc", block, file;
    std::vector<std::string> settings, above;
    std::uint64_t members = 0, seed = 1;
    std::optional<std::uint64_t> member;
    std::uint64_t lanes = 0, threads = 0;
    bool keep_members = false, quiet = false;
};

struct MergeOptions {
    std::vector<std::string> parts;
    std::string file;
    bool quiet = false;
};

}  // namespace granary::cli

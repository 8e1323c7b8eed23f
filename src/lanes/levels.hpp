#pragma once
/// The levels of the processor that lanes were compiled for.

#include <span>
#include <string_view>

#include "lanes/pack.hpp"

namespace granary {

/// A level by the name that compilers have for it.
struct LaneLevel {
    std::string_view name;
    bool (*runs_here)();  ///< whether this processor has its instructions
    RunPack run;
};

/// From the lowest, which runs everywhere, to the highest.
std::span<const LaneLevel> lane_levels();
/// The highest that runs here.
const LaneLevel& best_lane_level();

}  // namespace granary

#include "lanes/levels.hpp"

extern "C" {
void granary_lanes_base(const granary::Pack& pack);
#ifdef GRANARY_X86_LEVELS
void granary_lanes_v3(const granary::Pack& pack);
void granary_lanes_v4(const granary::Pack& pack);
#endif
}

namespace granary {
namespace {

constexpr LaneLevel levels[] = {
    {"base", [] { return true; }, granary_lanes_base},
#ifdef GRANARY_X86_LEVELS
    {"x86-64-v3", [] { return __builtin_cpu_supports("x86-64-v3") != 0; }, granary_lanes_v3},
    {"x86-64-v4", [] { return __builtin_cpu_supports("x86-64-v4") != 0; }, granary_lanes_v4},
#endif
};

}  // namespace

std::span<const LaneLevel> lane_levels() {
    return levels;
}

const LaneLevel& best_lane_level() {
    const LaneLevel* best = levels;
    for (const auto& level : levels)
        if (level.runs_here()) best = &level;
    return *best;
}

}  // namespace granary

#pragma once
/// Many members of one scenario, drawn at random or evenly from what is not known for certain.

#include <cstdint>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/study/design.hpp"
#include "granary/study/prior.hpp"
#include "granary/study/summary.hpp"

namespace granary {

/// Which members there are and what is summarised of each. Member i has the same bits in any run of
/// the plan, in any lane, on any thread.
struct EnsemblePlan {
    Scenario scenario;
    std::vector<Varied> varied;
    Design design = Design::mc;
    std::uint64_t members = 0, seed = 0;
    Summarised what;
};

/// Every figure of every calendar year of a run of the scenario, and the measures of a whole run:
/// of the nation, then, where there are several regions, the same of each. Thresholds where the
/// record has a figure for them, which is the nation's; others may be added. Throws like
/// `simulate`, and Error (usage) where there are more regions than an ensemble keeps.
GRANARY_API Summarised summarised_figures(const Scenario& scenario);

/// A part of the chunks, from `begin` up to but without `end`.
struct Chunks {
    std::uint64_t begin = 0, end = 0;
};

/// One of `count` blocks that make the whole together.
struct Block {
    std::uint64_t number = 1, count = 1;  ///< the first is number 1
};

/// Block `number`, from 1, of `count` blocks of the chunks of so many members.
GRANARY_API Chunks block(std::uint64_t number, std::uint64_t count, std::uint64_t members);

/// The constants and heights of a member, in the order of `varied`.
GRANARY_API std::vector<double> drawn(const EnsemblePlan& plan, std::uint64_t member);
/// The scenario of a member: `granary run` of it gives the member's figures.
GRANARY_API Scenario member_of(const EnsemblePlan& plan, std::uint64_t member);

}  // namespace granary

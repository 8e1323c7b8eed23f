#pragma once
/// Many members of one scenario, drawn at random or evenly from what is not known for certain.

#include <cstdint>
#include <functional>
#include <string>
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

/// Every figure of every calendar year of a run of the scenario, and the measures of a whole run;
/// thresholds where the record has a figure for them, to which others may be added. Throws like
/// `simulate`.
GRANARY_API Summarised summarised_figures(const Scenario& scenario);

/// A part of the chunks, from `begin` up to but without `end`.
struct Chunks {
    std::uint64_t begin = 0, end = 0;
};

/// Block `number`, from 1, of `count` blocks of the chunks of so many members.
GRANARY_API Chunks block(std::uint64_t number, std::uint64_t count, std::uint64_t members);

/// How the members are run; no bit of the result depends on it.
struct Running {
    std::size_t lanes = 0;    ///< 1, 4, 8 or 16 side by side; 0: what serves best here
    std::size_t threads = 0;  ///< 0: as many as the machine runs at once
    /// Told the figures of each chunk's members as it is done, from one thread at a time: rows of
    /// all measures, of faulty members not a number throughout.
    std::function<void(std::uint64_t chunk, std::span<const double> figures)> keep;
    /// Asked after each chunk with what there is so far, from one thread at a time; where it says
    /// no, no further chunk is begun.
    std::function<bool(const Summary& so_far)> proceed;
};

/// Runs those of the chunks that `done` does not have. A member that leaves the range of the
/// equations is a fault of the summary. Throws ScenarioError where the members cannot be run at
/// all, IntegrationError where the plan's scenario leaves that range itself, Error (usage) where
/// `plan.what` is not what `summarised_figures` gives, with more thresholds or fewer, or `done` or
/// the chunks are not of the plan.
GRANARY_API Summary run_ensemble(const EnsemblePlan& plan, const Chunks& chunks, Summary done,
                                 const Running& running = {});

/// The constants and heights of a member, in the order of `varied`.
GRANARY_API std::vector<double> drawn(const EnsemblePlan& plan, std::uint64_t member);
/// The scenario of a member: `granary run` of it gives the member's figures.
GRANARY_API Scenario member_of(const EnsemblePlan& plan, std::uint64_t member);

}  // namespace granary

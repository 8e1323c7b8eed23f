#pragma once
/// The members of an ensemble, run side by side in lanes and on all cores, into a summary.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>

#include "granary/foundation/api.hpp"
#include "granary/study/ensemble_plan.hpp"

namespace granary {

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
GRANARY_API Summary run_members(const EnsemblePlan& plan, const Chunks& chunks, Summary done,
                                const Running& running = {});

}  // namespace granary

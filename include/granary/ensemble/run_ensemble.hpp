#pragma once
/// An ensemble that is run into a file: what is done is kept beside it, so that the same ensemble,
/// asked for again, goes on from there.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/study/ensemble.hpp"
#include "granary/study/ensemble_plan.hpp"

namespace granary {

/// What is to be run and where it goes. Plan, command and settings make the ensemble the one it is.
struct EnsembleJob {
    EnsemblePlan plan;
    /// .nc for all that it takes to merge it with others, .csv for the table alone.
    std::string file;
    std::string command{};                  ///< as which the file's history has it; may be empty
    std::vector<std::string> settings{};    ///< on top of the scenario's text, as it was loaded
    std::vector<std::string> files_read{};  ///< beside the scenario's own; none is ever replaced
    std::optional<Block> block{};           ///< it alone, into a file .nc for `merge_blocks`
    bool keep_members = false;              ///< each member's inputs and figures, in a .nc
    std::size_t lanes = 0, threads = 0;     ///< see Running; no bit depends on them
};

/// How many members are done, of those that are to be run.
struct EnsembleProgress {
    std::uint64_t done = 0, all = 0;
    bool resumed = false;  ///< whether a checkpoint was there to go on from
};

/// Who is told while it runs, from one thread at a time.
struct EnsembleWatch {
    /// Told before the first member is run.
    std::function<void(const EnsembleProgress&)> begun;
    /// Asked after each chunk of members; where it says no, no further one is begun.
    std::function<bool(const EnsembleProgress&)> proceed;
};

/// How a run ended: the file is written; it had the whole block before and was left alone; or it is
/// not whole, and the checkpoint has what is done.
enum class EnsembleEnd { written, there_before, stopped };

/// What came of it.
struct EnsembleRun {
    EnsembleEnd end;
    EnsembleProgress progress;
    Ensemble ensemble;  ///< what is done of it
};

/// What is done so far of an ensemble that goes into this file: a file of its own beside it, which
/// `read_ensemble` reads.
GRANARY_API std::string checkpoint_of(const std::string& file);

/// Goes on from the file's checkpoint where there is one, runs what is missing, and writes the file
/// whole or not at all. A checkpoint is written after a tenth of the time that the run took so far,
/// at least a second and at most a minute, and removed when the file stands. Members that leave the
/// range of the equations are faults of the summary; see `require_figures_of_all`. Throws
/// like `run_members`; FileError, also where what was kept on the way is damaged or where a file or
/// link that is not the program's own is in its way; Error (usage) where the file does not suit
/// what is asked, is one that is read, or its checkpoint is of another ensemble or build.
GRANARY_API EnsembleRun run_ensemble(const EnsembleJob& job, const EnsembleWatch& watch = {});

}  // namespace granary

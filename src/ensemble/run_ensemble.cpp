#include "granary/ensemble/run_ensemble.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "ensemble/identity.hpp"
#include "ensemble/member_store.hpp"
#include "granary/ensemble/formats.hpp"
#include "granary/foundation/error.hpp"
#include "granary/lanes/run_members.hpp"
#include "granary/write/output.hpp"
#include "granary/write/refuse_to_replace.hpp"

namespace granary {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds soonest_checkpoint{1}, latest_checkpoint{60};

[[noreturn]] void wrong(const std::string& message) {
    throw Error(ErrorClass::usage, message);
}

bool is_there(const std::string& file) {
    return ::access(file.c_str(), F_OK) == 0;
}

void require_file_suits(const EnsembleJob& job) {
    require_ensemble_file(job.file);
    if (ensemble_format(job.file) == EnsembleFormat::netcdf) return;
    if (job.block)
        wrong(fmt::format("{}: a block goes into a file .nc, which alone can be merged", job.file));
    if (job.keep_members) wrong(fmt::format("{}: members go into a file .nc", job.file));
}

void require_file_is_free(const EnsembleJob& job) {
    refuse_to_replace(job.plan.scenario, job.file);
    refuse_to_replace(job.files_read, job.file);
    require_writable(job.file);
}

Chunks chunks_of_job(const EnsembleJob& job) {
    const auto members = job.plan.members;
    return job.block ? block(job.block->number, job.block->count, members)
                     : Chunks{0, chunks_of(members)};
}

/// The ensemble before any member is run.
Ensemble nothing_of(const EnsembleJob& job) {
    const auto& plan = job.plan;
    Ensemble ensemble{identity_of(plan, job.command, job.settings),
                      plan.members,
                      plan.seed,
                      {},
                      plan.what,
                      {plan.what.measures.size(), plan.what.thresholds.size()}};
    auto& years = ensemble.years;
    for (const auto& measure : plan.what.measures)
        if (measure.year && (years.empty() || years.back() != *measure.year))
            years.push_back(*measure.year);
    return ensemble;
}

bool same_ensemble(const Ensemble& one, const Ensemble& other) {
    return one.identity == other.identity && one.members == other.members &&
           one.seed == other.seed && one.years == other.years && one.what == other.what;
}

/// A job on its way into its file.
class ResumableRun {
  public:
    ResumableRun(const EnsembleJob& job, const EnsembleWatch& watch)
        : job_(job),
          watch_(watch),
          chunks_(chunks_of_job(job)),
          checkpoint_(checkpoint_of(job.file)),
          ensemble_(nothing_of(job)),
          progress_{0, members_below(chunks_.end) - members_below(chunks_.begin), false} {}
    ~ResumableRun() {
        if (store_ && !is_there(checkpoint_)) store_->remove();  // alone it is of no use
    }
    ResumableRun(const ResumableRun&) = delete;
    ResumableRun& operator=(const ResumableRun&) = delete;

    /// Takes the file for the result where it has it all already.
    bool there_before() {
        if (!is_there(job_.file)) return false;
        try {
            auto found = read_ensemble(job_.file);
            if (!is_of_this(found) || done(found.summary) != progress_.all) return false;
            take(std::move(found.summary));
            return true;
        } catch (const FileError&) {
            return false;  // whatever it is, it is replaced
        }
    }

    /// Runs what is missing; false where it was stopped.
    bool run() {
        resume();
        Running running{job_.lanes, job_.threads, {}, {}};
        if (store_)
            running.keep = [&](std::uint64_t chunk, std::span<const double> rows) {
                store_->put(chunk, rows);
            };
        running.proceed = [&](const Summary& so_far) {
            progress_.done = done(so_far);
            if (checkpoint_due()) write_checkpoint(so_far);
            return !watch_.proceed || watch_.proceed(progress_);
        };
        take(run_members(job_.plan, chunks_, std::move(ensemble_.summary), running));
        const bool whole = progress_.done == progress_.all;
        if (!whole || store_) write_checkpoint(ensemble_.summary);  // members take long to write
        return whole;
    }

    /// Writes what is done to the file that was asked for; nothing else is left.
    void write() const {
        const MemberRows rows = [&](std::uint64_t chunk) {
            return store_->get(chunk, members_below(chunk + 1) - members_below(chunk));
        };
        write_in_format(ensemble_, store_ ? &rows : nullptr, job_.file);
        ::unlink(checkpoint_.c_str());
    }

    EnsembleRun result(EnsembleEnd end) { return {end, progress_, std::move(ensemble_)}; }

  private:
    std::uint64_t members_below(std::uint64_t chunk) const {
        return std::min(chunk * chunk_members, job_.plan.members);
    }
    std::uint64_t done(const Summary& summary) const {
        std::uint64_t members = 0;
        for (const auto& node : summary.nodes)
            members += members_below(node.first_chunk() + node.chunks()) -
                       members_below(node.first_chunk());
        return members;
    }
    void take(Summary summary) {
        ensemble_.summary = std::move(summary);
        progress_.done = done(ensemble_.summary);
    }

    /// What a kill loses is a tenth of the time that the run took so far, between these limits.
    bool checkpoint_due() const {
        const auto now = Clock::now();
        const Clock::duration tenth = (now - begun_) / 10;
        return now - last_checkpoint_ >
               std::clamp<Clock::duration>(tenth, soonest_checkpoint, latest_checkpoint);
    }

    void write_checkpoint(const Summary& so_far) {
        if (store_) store_->settle();
        write_ensemble(checkpoint_, {ensemble_.identity, ensemble_.members, ensemble_.seed,
                                     ensemble_.years, ensemble_.what, so_far});
        last_checkpoint_ = Clock::now();
    }

    /// Takes up what an earlier run of the same job left.
    void resume() {
        remove_left_parts(checkpoint_);
        if (is_there(checkpoint_)) take_checkpoint();
        if (watch_.begun) watch_.begun(progress_);
        if (!job_.keep_members) return;
        store_.emplace(job_.file + ".members.partial", job_.plan.what.measures.size(),
                       chunks_.begin);
        for (const auto& node : ensemble_.summary.nodes)
            store_->require(members_below(node.first_chunk() + node.chunks()), checkpoint_);
    }

    void take_checkpoint() {
        auto left = read_ensemble(checkpoint_);
        if (!is_of_this(left)) {
            const auto command = left.attribute("command");
            wrong(
                fmt::format("{} is left of another command{}: delete it, or write to another file",
                            checkpoint_, command.empty() ? "" : fmt::format(" ({})", command)));
        }
        take(std::move(left.summary));
        progress_.resumed = true;
    }

    /// Of the same ensemble, and of these chunks alone.
    bool is_of_this(const Ensemble& other) const {
        const auto& nodes = other.summary.nodes;
        return same_ensemble(other, ensemble_) &&
               std::all_of(nodes.begin(), nodes.end(), [&](const Node& node) {
                   return chunks_.begin <= node.first_chunk() &&
                          members_below(node.first_chunk() + node.chunks()) <=
                              members_below(chunks_.end);
               });
    }

    const EnsembleJob& job_;
    const EnsembleWatch& watch_;
    Chunks chunks_;
    std::string checkpoint_;
    Ensemble ensemble_;
    EnsembleProgress progress_;
    std::optional<MemberStore> store_;
    Clock::time_point begun_ = Clock::now(), last_checkpoint_ = begun_;
};

}  // namespace

std::string checkpoint_of(const std::string& file) {
    return file + ".partial";
}

EnsembleRun run_ensemble(const EnsembleJob& job, const EnsembleWatch& watch) {
    require_file_suits(job);
    require_file_is_free(job);
    ResumableRun run(job, watch);
    if (job.block && run.there_before()) return run.result(EnsembleEnd::there_before);
    if (!run.run()) return run.result(EnsembleEnd::stopped);
    run.write();
    return run.result(EnsembleEnd::written);
}

}  // namespace granary

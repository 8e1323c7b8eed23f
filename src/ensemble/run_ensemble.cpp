#include "granary/ensemble/run_ensemble.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <utility>

#include "ensemble/identity.hpp"
#include "ensemble/member_store.hpp"
#include "granary/analysis/periods.hpp"
#include "granary/ensemble/formats.hpp"
#include "granary/foundation/error.hpp"
#include "granary/lanes/run_members.hpp"
#include "granary/netcdf/merged.hpp"
#include "granary/run.hpp"
#include "granary/write/csv.hpp"
#include "granary/write/output.hpp"
#include "granary/write/refuse_to_replace.hpp"

namespace granary {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds soonest_checkpoint{1}, latest_checkpoint{60};

[[noreturn]] void wrong(const std::string& message) {
    throw Error(ErrorClass::usage, message);
}

/// Be it a link that leads nowhere.
bool is_there(const std::string& file) {
    struct stat found {};
    return ::lstat(file.c_str(), &found) == 0;
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
    if (ensemble_format(job.file) == EnsembleFormat::csv) require_own_about_file(job.file);
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
                      {},
                      plan.what,
                      {plan.what.measures.size(), plan.what.thresholds.size()}};
    for (const auto& period : periods(simulate(plan.scenario), Every::year))
        ensemble.years.push_back({period.year, period.from, period.to});
    for (const auto& [variation, distribution, source] : plan.varied)
        ensemble.inputs.push_back({variation.name(), variation.unit()});
    return ensemble;
}

/// The chunk's rows with what each member was run with before what came of it.
std::vector<double> with_inputs(const EnsemblePlan& plan, std::uint64_t chunk,
                                std::span<const double> figures) {
    const Points points(plan.design, plan.members, plan.varied.size(), plan.seed);
    const auto width = plan.what.measures.size();
    std::vector<double> rows;
    for (std::size_t i = 0; i < figures.size() / width; ++i) {
        const auto inputs = member_values(plan.varied, points.at(chunk * chunk_members + i));
        const auto row = figures.subspan(i * width, width);
        rows.insert(rows.end(), inputs.begin(), inputs.end());
        rows.insert(rows.end(), row.begin(), row.end());
    }
    return rows;
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
        if (store_ && !has_checkpoint_) store_->remove();  // alone it is of no use
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
            return with_inputs(job_.plan, chunk, stored(chunk));
        };
        write_in_format(ensemble_, store_ ? &rows : nullptr, job_.file);
        if (has_checkpoint_) ::unlink(checkpoint_.c_str());
        if (store_) store_->remove();
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

    std::vector<double> stored(std::uint64_t chunk) const {
        return store_->get(chunk, members_below(chunk + 1) - members_below(chunk));
    }

    void write_checkpoint(const Summary& so_far) {
        if (store_) store_->settle();
        write_ensemble(checkpoint_,
                       {ensemble_.identity, ensemble_.members, ensemble_.seed, ensemble_.years,
                        ensemble_.inputs, ensemble_.what, so_far},
                       nullptr, has_checkpoint_ ? Existing::own : Existing::kept);
        has_checkpoint_ = true;
        last_checkpoint_ = Clock::now();
    }

    /// Takes up what an earlier run of the same job left.
    void resume() {
        remove_left_parts(checkpoint_);
        if (is_there(checkpoint_)) take_checkpoint();
        if (watch_.begun) watch_.begun(progress_);
        if (!job_.keep_members) return;
        using Begin = MemberStore::Begin;
        store_.emplace(job_.file + ".members.partial",
                       MemberStore::Contents{ensemble_sha256(nothing_of(job_)),
                                             job_.plan.what.measures.size(), chunks_},
                       has_checkpoint_ ? Begin::going_on : Begin::anew);
        for (const auto& node : ensemble_.summary.nodes)
            for (std::uint64_t i = 0; i < node.chunks(); ++i)
                if (const auto chunk = node.first_chunk() + i; chunk < chunks_.end) stored(chunk);
    }

    void take_checkpoint() {
        auto left = read_own();
        if (!is_of_this(left)) {
            const auto command = left.attribute("command");
            const auto what = difference(left, ensemble_);
            wrong(fmt::format("{} is left of another run{}{}: delete it, or write to another file",
                              checkpoint_, command.empty() ? "" : fmt::format(" ({})", command),
                              what.empty() ? "" : ": " + what));
        }
        take(std::move(left.summary));
        progress_.resumed = has_checkpoint_ = true;
    }

    Ensemble read_own() const {
        if (std::filesystem::is_symlink(checkpoint_))
            throw FileError(
                fmt::format("{} is a link, which is not followed: move or delete it", checkpoint_));
        try {
            return read_own_ensemble(checkpoint_);
        } catch (const FileError& error) {
            throw FileError(fmt::format(
                "{}: move or delete it to begin anew, or write to another file", error.what()));
        }
    }

    /// Of the same ensemble, and of these chunks alone.
    bool is_of_this(const Ensemble& other) const {
        const auto& nodes = other.summary.nodes;
        return difference(other, ensemble_).empty() &&
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
    bool has_checkpoint_ = false;  ///< one that this run read or wrote
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

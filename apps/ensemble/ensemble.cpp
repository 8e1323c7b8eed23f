/// What `granary ensemble` does.

#include "granary/study/ensemble.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <memory>

#include "cli/interrupt.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/refuse_to_replace.hpp"
#include "cli/usage.hpp"
#include "cli/vary.hpp"
#include "ensemble/ensemble_commands.hpp"
#include "ensemble/facts.hpp"
#include "ensemble/result.hpp"
#include "ensemble/spool.hpp"
#include "granary/foundation/error.hpp"
#include "granary/foundation/nearest.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/read/study/vary_file.hpp"
#include "granary/write/number.hpp"
#include "granary/write/output.hpp"

namespace granary::cli {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds soonest_checkpoint{1}, latest_checkpoint{60};

Design design_called(std::string_view name) {
    const auto row = std::find(design_names.begin(), design_names.end(), name);
    return static_cast<Design>(row - design_names.begin());
}

/// "rural_ration_kg=180": of every year's figure, and of the whole run's measure, of that name.
void add_threshold(const std::string& argument, Summarised& what) {
    const auto equals = argument.find('=');
    if (equals == std::string::npos)
        wrong(fmt::format("--above {}: give FIGURE=VALUE, such as rural_ration_kg=180", argument));
    const auto name = argument.substr(0, equals);
    const double value = number_in(std::string_view(argument).substr(equals + 1), argument);
    const std::size_t before = what.thresholds.size();
    for (std::size_t m = 0; m < what.measures.size(); ++m)
        if (what.measures[m].row_name() == name) what.thresholds.push_back({m, value, "asked for"});
    if (what.thresholds.size() > before) return;
    std::vector<std::string_view> names;
    for (const auto& column : figure_columns<double>) names.push_back(column.name);
    for (const auto& measure : run_measures) names.push_back(measure.name);
    no_such("figure", name, names);
}

EnsemblePlan plan_of(const EnsembleOptions& options) {
    EnsemblePlan plan{load_scenario(options.scenario, options.settings),
                      {},
                      design_called(options.design),
                      options.members,
                      options.seed,
                      {}};
    plan.varied =
        options.vary.empty() ? prior(plan.scenario) : load_vary_file(options.vary, plan.scenario);
    plan.what = summarised_figures(plan.scenario);
    for (const auto& above : options.above) add_threshold(above, plan.what);
    return plan;
}

/// "2/7"; all where nothing is asked for.
Chunks chunks_asked(const EnsembleOptions& options) {
    if (options.block.empty()) return {0, chunks_of(options.members)};
    const auto slash = options.block.find('/');
    const auto whole = [&](std::string_view text) {
        std::uint64_t number = 0;
        const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (fault != std::errc() || end != text.data() + text.size())
            wrong(fmt::format("--block {}: give I/N, such as 2/7", options.block));
        return number;
    };
    const std::string_view text = options.block;
    if (slash == std::string::npos) whole("");
    return block(whole(text.substr(0, slash)), whole(text.substr(slash + 1)), options.members);
}

void require_sense(const EnsembleOptions& options) {
    const bool csv = format_of(options.file) == EnsembleFormat::csv;
    if (csv && !options.block.empty())
        wrong(
            fmt::format("--block {} goes into a file .nc: only that can be merged", options.block));
    if (csv && options.keep_members) wrong("--keep-members goes into a file .nc");
    if (std::error_code fault; !csv && std::filesystem::exists(options.file, fault) &&
                               !std::filesystem::is_regular_file(options.file, fault))
        wrong(fmt::format("{} is no file: netCDF cannot be written to it", options.file));
}

/// A run that keeps what is done beside its file, and goes on from there when it is begun again.
class ResumableRun {
  public:
    ResumableRun(const EnsemblePlan& plan, const EnsembleOptions& options)
        : plan_(plan),
          options_(options),
          chunks_(chunks_asked(options)),
          checkpoint_(options.file + ".partial"),
          ensemble_{facts_of(plan, options),
                    plan.members,
                    plan.seed,
                    {},
                    plan.what,
                    {plan.what.measures.size(), plan.what.thresholds.size()}} {
        for (const auto& measure : plan.what.measures)
            if (measure.year &&
                (ensemble_.years.empty() || ensemble_.years.back() != *measure.year))
                ensemble_.years.push_back(*measure.year);
    }
    ~ResumableRun() {
        if (spool_ && !has_checkpoint()) spool_->remove();  // alone it is of no use
    }
    ResumableRun(const ResumableRun&) = delete;
    ResumableRun& operator=(const ResumableRun&) = delete;

    /// Whether the file that was asked for has it all already.
    bool is_there() const {
        if (::access(options_.file.c_str(), F_OK) != 0) return false;
        try {
            const auto there = read_ensemble(options_.file);
            return is_of_this(there) && done(there.summary) == all();
        } catch (const FileError&) {
            return false;  // whatever it is, it is replaced
        }
    }

    /// Runs what is missing; false where it was interrupted.
    bool run() {
        go_on();
        const std::uint64_t before = done(ensemble_.summary);
        Progress progress("members", all() - before);
        Running running{options_.lanes, options_.threads, {}, {}};
        if (spool_)
            running.keep = [&](std::uint64_t chunk, std::span<const double> rows) {
                spool_->put(chunk, rows);
            };
        running.proceed = [&](const Summary& so_far) {
            progress.show(done(so_far) - before);
            if (checkpoint_due()) write_checkpoint(so_far);
            return !Interrupt::asked();
        };
        ensemble_.summary = run_ensemble(plan_, chunks_, std::move(ensemble_.summary), running);
        const bool whole = done(ensemble_.summary) == all();
        if (!whole || spool_) write_checkpoint(ensemble_.summary);  // members take long to write
        return whole;
    }

    /// Writes what is done to the file that was asked for; nothing else is left.
    void finish() const {
        const MemberRows rows = [&](std::uint64_t chunk) {
            return spool_->get(chunk, members_below(chunk + 1) - members_below(chunk));
        };
        write(ensemble_, spool_ ? &rows : nullptr, options_.file);
        ::unlink(checkpoint_.c_str());
        tell(ensemble_, options_.quiet);
    }

    /// What is left after an interrupt.
    std::string kept_text() const {
        return fmt::format("{} of {} members are kept in {}: the same command goes on from there\n",
                           done(ensemble_.summary), all(), checkpoint_);
    }

  private:
    std::uint64_t members_below(std::uint64_t chunk) const {
        return std::min(chunk * chunk_members, plan_.members);
    }
    std::uint64_t all() const { return members_below(chunks_.end) - members_below(chunks_.begin); }
    std::uint64_t done(const Summary& summary) const {
        std::uint64_t members = 0;
        for (const auto& node : summary.nodes)
            members += members_below(node.first_chunk() + node.chunks()) -
                       members_below(node.first_chunk());
        return members;
    }

    /// What a kill loses is a tenth of the time that the run took so far, between these limits.
    bool checkpoint_due() const {
        const auto now = Clock::now();
        const Clock::duration tenth = (now - begun_) / 10;
        return now - last_checkpoint_ >
               std::clamp<Clock::duration>(tenth, soonest_checkpoint, latest_checkpoint);
    }

    void write_checkpoint(const Summary& so_far) {
        if (spool_) spool_->settle();
        write_ensemble(checkpoint_, {ensemble_.facts, ensemble_.members, ensemble_.seed,
                                     ensemble_.years, ensemble_.what, so_far});
        last_checkpoint_ = Clock::now();
    }

    bool has_checkpoint() const { return ::access(checkpoint_.c_str(), F_OK) == 0; }

    /// Takes up what an earlier run of the same command left.
    void go_on() {
        remove_left_parts(checkpoint_);
        if (has_checkpoint()) {
            auto left = read_ensemble(checkpoint_);
            if (!is_of_this(left))
                wrong(fmt::format(
                    "{} is left of another command ({}): delete it, or write to another file",
                    checkpoint_, fact(left, "command")));
            ensemble_.summary = std::move(left.summary);
            if (!options_.quiet)
                fmt::print(stderr, "granary: going on from {}, which has {} of {} members\n",
                           checkpoint_, done(ensemble_.summary), all());
        }
        if (!options_.keep_members) return;
        spool_ = std::make_unique<Spool>(options_.file + ".members.partial",
                                         plan_.what.measures.size(), chunks_.begin);
        for (const auto& node : ensemble_.summary.nodes)
            spool_->require(members_below(node.first_chunk() + node.chunks()), checkpoint_);
    }

    /// Of the same ensemble, and of these chunks alone.
    bool is_of_this(const EnsembleFile& other) const {
        const auto& nodes = other.summary.nodes;
        return other.facts == ensemble_.facts && other.members == ensemble_.members &&
               other.seed == ensemble_.seed && other.years == ensemble_.years &&
               other.what == ensemble_.what &&
               std::all_of(nodes.begin(), nodes.end(), [&](const Node& node) {
                   return chunks_.begin <= node.first_chunk() &&
                          members_below(node.first_chunk() + node.chunks()) <=
                              members_below(chunks_.end);
               });
    }

    const EnsemblePlan& plan_;
    const EnsembleOptions& options_;
    Chunks chunks_;
    std::string checkpoint_;
    EnsembleFile ensemble_;
    std::unique_ptr<Spool> spool_;
    Clock::time_point begun_ = Clock::now(), last_checkpoint_ = begun_;
};

/// A word as a shell takes it for one.
std::string shell_word(std::string_view word) {
    std::string text = "'";
    for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + '\'';
}

/// The member alone, as `granary run` runs it.
std::string member_command(const EnsemblePlan& plan, const EnsembleOptions& options) {
    if (*options.member < 1 || *options.member > plan.members)
        wrong(fmt::format("--member {}: a number from 1 to {}", *options.member, plan.members));
    const auto values = drawn(plan, *options.member - 1);
    std::string text = "granary run " + shell_word(options.scenario);
    const auto set = [&](std::string_view setting) { text += " --set " + shell_word(setting); };
    for (const auto& setting : options.settings) set(setting);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto& variation = plan.varied[i].variation;
        const auto value = shortest(values[i]);
        if (variation.of == Variation::Of::parameter)
            set(fmt::format("parameters.{}={}", variation.name(), value));
        else if (variation.of == Variation::Of::lever)
            set(fmt::format("levers.{}={}", variation.name(), value));
        else
            set(fmt::format("levers.{} = {{ scale = {} }}", Lever::table[variation.row].name,
                            value));
    }
    return text + '\n';
}

}  // namespace

void run_ensemble_command(const EnsembleOptions& options) {
    if (!options.member) require_sense(options);
    const auto plan = plan_of(options);
    if (options.member) return emit(member_command(plan, options));
    refuse_to_replace(plan.scenario, options.file);
    if (!options.vary.empty()) refuse_to_replace(std::vector{options.vary}, options.file);
    require_writable(options.file);
    ResumableRun run(plan, options);
    if (!options.block.empty() && run.is_there()) {
        if (!options.quiet)
            fmt::print(stderr, "granary: {} has block {} already\n", options.file, options.block);
        return;
    }
    const Interrupt interrupt;
    try {
        if (run.run())
            run.finish();
        else
            fmt::print(stderr, "granary: {}", run.kept_text());
    } catch (const FileError&) {
        if (!Interrupt::asked()) throw;  // it was the end that was asked for
    }
    if (Interrupt::asked()) Interrupt::end();
}

}  // namespace granary::cli

/// What `granary ensemble` does.

#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <optional>
#include <vector>

#include "cli/complain.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/readings.hpp"
#include "cli/usage.hpp"
#include "ensemble_cli/ensemble_commands.hpp"
#include "ensemble_cli/interrupt.hpp"
#include "granary/document/study/ensemble_text.hpp"
#include "granary/ensemble/formats.hpp"
#include "granary/ensemble/request.hpp"
#include "granary/foundation/error.hpp"
#include "granary/foundation/shell_word.hpp"
#include "granary/read/reading_file.hpp"
#include "granary/write/number.hpp"
#include "granary/write/setting.hpp"

namespace granary::cli {
namespace {

/// "2/7".
Block block_in(const std::string& text) {
    const auto slash = text.find('/');
    const auto whole = [&](std::string_view digits) {
        std::uint64_t number = 0;
        const auto *first = digits.data(), *last = first + digits.size();
        const auto [end, fault] = std::from_chars(first, last, number);
        if (fault != std::errc() || end != last)
            wrong(fmt::format("--block {}: give I/N, such as 2/7", text));
        return number;
    };
    if (slash == std::string::npos) whole("");
    const std::string_view all = text;
    return {whole(all.substr(0, slash)), whole(all.substr(slash + 1))};
}

/// Before a scenario is read.
void require_sense(const EnsembleOptions& options) {
    if (is_standard_output(options.file)) wrong("where to: give -o FILE.nc or -o FILE.csv");
    if (ensemble_format(options.file) == EnsembleFormat::csv) {
        if (!options.block.empty())
            wrong(fmt::format("--block {} goes into a file .nc: only that can be merged",
                              options.block));
        if (options.keep_members) wrong("--keep-members goes into a file .nc");
    }
    require_ensemble_file(options.file);
}

EnsembleJob job_in(const EnsembleOptions& options) {
    auto job =
        job_of({options.scenario, options.settings, options.vary, design_called(options.design),
                options.members, options.seed, options.above, options.keep_members},
               options.file);
    job.lanes = options.lanes;
    job.threads = options.threads;
    if (!options.block.empty() && !options.member) job.block = block_in(options.block);
    return job;
}

/// The member alone, as `granary run` runs it.
std::string member_command(const EnsemblePlan& plan, const EnsembleOptions& options) {
    if (*options.member < 1 || *options.member > plan.members)
        wrong(fmt::format("--member {}: a number from 1 to {}", *options.member, plan.members));
    const auto values = drawn(plan, *options.member - 1);
    std::string text = "granary run " + shell_word(options.scenario);
    const auto set = [&](std::string_view setting) { text += " --set " + shell_word(setting); };
    for (const auto& setting : options.settings) set(setting);
    for (std::size_t i = 0; i < values.size(); ++i)
        set(plan.varied[i].variation.setting(values[i]));
    return text + '\n';
}

/// Runs it with a bar, until it is done or an interrupt is asked for.
EnsembleRun shown_run(const EnsembleJob& job, bool quiet) {
    std::optional<Progress> bar;
    std::uint64_t before = 0;
    return run_ensemble(
        job, {[&](const EnsembleProgress& progress) {
                  before = progress.done;
                  if (progress.resumed && !quiet)
                      note(fmt::format("going on from {}, which has {} of {} members",
                                       checkpoint_of(job.file), progress.done, progress.all));
                  bar.emplace("members", progress.all - before);
              },
              [&](const EnsembleProgress& progress) {
                  bar->show(progress.done - before);
                  return !Interrupt::asked();
              }});
}

void tell(const EnsembleRun& run, const EnsembleOptions& options) {
    if (run.end == EnsembleEnd::there_before) {
        if (!options.quiet)
            note(fmt::format("{} has block {} already", options.file, options.block));
    } else if (run.end == EnsembleEnd::stopped) {
        note(fmt::format("{} of {} members are kept in {}: the same command goes on from there",
                         run.progress.done, run.progress.all, checkpoint_of(options.file)));
    } else {
        if (!options.quiet) emit(ensemble_text(run.ensemble));
        require_figures_of_all(run.ensemble);
    }
}

/// One ensemble under one reading.
void run_one(const EnsembleOptions& options) {
    const auto job = job_in(options);
    if (options.member) return emit(member_command(job.plan, options));
    const Interrupt interrupt;
    try {
        tell(shown_run(job, options.quiet), options);
    } catch (const FileError&) {
        if (!Interrupt::asked()) throw;  // it was the end that was asked for
    }
    if (Interrupt::asked()) Interrupt::end();
}

/// The same under a reading, in a file of its own: "e.un.nc" beside "e.nc".
EnsembleOptions under_reading(EnsembleOptions options, const std::string& reading) {
    options.reading = reading;
    options.settings.push_back(reading_setting(reading));
    if (options.file.empty()) return options;
    const std::filesystem::path file(options.file);
    const auto name = file.stem().string() + "." + reading + file.extension().string();
    options.file = (file.parent_path() / name).string();
    return options;
}

}  // namespace

void run_ensemble_command(const EnsembleOptions& options) {
    if (!options.member) require_sense(options);
    if (options.reading != all_readings) return run_one(options);
    std::vector<EnsembleOptions> all;
    for (const auto& reading : shipped_readings())
        all.push_back(under_reading(options, reading.name));
    for (const auto& one : all)
        if (!one.member) require_sense(one);
    for (const auto& one : all) run_one(one);
}

}  // namespace granary::cli

/// granary ensemble SCENARIO -n N -o FILE, granary merge PART... -o FILE

#include "cli/ensemble_options.hpp"

#include <fmt/format.h>

#include <charconv>
#include <limits>
#include <memory>
#include <string>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "granary/study/design.hpp"

namespace granary::cli {
namespace {

constexpr std::uint64_t most_threads = 1024;

void add_file(CLI::App& command, std::string& file) {
    command
        .add_option("-o,--output", file,
                    "Write to FILE, whole or not at all; .nc (netCDF-4) and .csv decide the format")
        ->type_name("FILE");
}

/// Digits alone: CLI11 itself takes -1 for the largest number there is.
CLI::Validator whole_number(std::uint64_t low, std::uint64_t high) {
    return {[=](const std::string& text) -> std::string {
                std::uint64_t number = 0;
                const auto* end = text.data() + text.size();
                const auto [read, fault] = std::from_chars(text.data(), end, number);
                if (fault == std::errc() && read == end && low <= number && number <= high)
                    return {};
                return fmt::format("{} is not a whole number from {} to {}", text, low, high);
            },
            ""};
}

void add_work_options(CLI::App& command, EnsembleOptions& options) {
    command
        .add_option("--lanes", options.lanes,
                    "Members side by side on a core: 1, 4, 8 or 16; what serves best if 0. No "
                    "figure depends on it")
        ->check(CLI::IsMember({0, 1, 4, 8, 16}))
        ->type_name("NUMBER");
    command.add_option("--threads", options.threads, "At most so many; as many as cores if 0")
        ->check(whole_number(0, most_threads))
        ->type_name("NUMBER");
    command
        .add_option("--block", options.block,
                    "Only block I of N, counted from 1: a file for granary merge")
        ->type_name("I/N");
}

}  // namespace

void add_ensemble(CLI::App& app) {
    auto options = std::make_shared<EnsembleOptions>();
    auto* command = app.add_subcommand(
        "ensemble", "Run many members of a scenario, drawn from what is not known for certain");
    command->add_option("scenario", options->scenario, "A shipped scenario's name, or a file")
        ->required()
        ->type_name("SCENARIO");
    command->add_option("-n,--members", options->members, "How many members")
        ->required()
        ->check(whole_number(1, Points::most))
        ->type_name("NUMBER");
    command->add_option("--seed", options->seed, "Of the draws; 1 by default")
        ->check(whole_number(0, std::numeric_limits<std::uint64_t>::max()))
        ->type_name("NUMBER");
    command
        ->add_option("--vary", options->vary,
                     "A TOML file of distributions; the prior of the fitted constants without one")
        ->type_name("FILE");
    command
        ->add_option("--design", options->design,
                     "How members are drawn: at random, by a Latin hypercube, or by a scrambled "
                     "Sobol' sequence; mc is the default")
        ->check(CLI::IsMember({"mc", "lhs", "sobol"}));
    command
        ->add_option("--above", options->above,
                     "Count the members whose figure lies above a value, e.g. "
                     "rural_ration_kg=180; may be repeated")
        ->type_name("FIGURE=VALUE")
        ->allow_extra_args(false);
    command->add_flag("--keep-members", options->keep_members,
                      "Every member's figures too, in the netCDF file");
    command
        ->add_option("--member", options->member,
                     "Run nothing; print the command that runs this member alone, counted from 1")
        ->check(whole_number(1, Points::most))
        ->type_name("NUMBER");
    add_work_options(*command, *options);
    add_file(*command, options->file);
    add_settings(*command, options->settings);
    command->add_flag("--quiet", options->quiet, "Print no table of the result");
    command->callback([options] { work(*options); });
}

void add_merge(CLI::App& app) {
    auto options = std::make_shared<MergeOptions>();
    auto* command = app.add_subcommand(
        "merge", "Put the blocks of an ensemble together: the same figures as in one run");
    command->add_option("parts", options->parts, "The files of all blocks, in any order")
        ->required()
        ->type_name("PART");
    add_file(*command, options->file);
    command->add_flag("--quiet", options->quiet, "Print no table of the result");
    command->callback([options] { work(*options); });
}

}  // namespace granary::cli

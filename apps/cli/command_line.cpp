#include "cli/command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <memory>
#include <span>
#include <type_traits>

#include "cli/output.hpp"
#include "cli/usage.hpp"
#include "granary/foundation/nearest.hpp"
#include "granary/foundation/plain_text.hpp"
#include "granary/write/version.hpp"

namespace granary::cli {
namespace {

constexpr int no_limit = 1 << 20;  ///< of the values of an operand

std::string joined(const Argument& argument) {
    return fmt::format("{}", fmt::join(argument.names, ","));
}

/// Digits alone: CLI11 itself takes -1 for the largest number there is.
CLI::Validator whole_number(const Limits& limits) {
    return {[=](const std::string& text) -> std::string {
                std::uint64_t number = 0;
                const auto* end = text.data() + text.size();
                const auto [read, fault] = std::from_chars(text.data(), end, number);
                if (fault == std::errc() && read == end && limits.low <= number &&
                    number <= limits.high)
                    return {};
                return fmt::format("{} is not a whole number from {} to {}", text, limits.low,
                                   limits.high);
            },
            ""};
}

CLI::Validator within(const Limits& limits) {
    if (!limits.in_help) return whole_number(limits);
    return CLI::Range(static_cast<int>(limits.low), static_cast<int>(limits.high));
}

/// An empty name means something else for each option, or nothing.
CLI::Validator not_empty() {
    return {[](const std::string& text) -> std::string {
                return text.empty() ? "nothing is given: leave the option out, or give it a value"
                                    : "";
            },
            ""};
}

/// Choices of a number are compared as numbers.
CLI::Validator one_of(const Argument& argument) {
    if (std::holds_alternative<std::string*>(argument.target))
        return CLI::IsMember(argument.choices);
    std::vector<int> numbers;
    for (const auto& choice : argument.choices) numbers.push_back(std::stoi(choice));
    return CLI::IsMember(numbers);
}

/// The option with its target alone.
CLI::Option* bound(CLI::App& app, const Argument& argument) {
    return std::visit(
        [&](auto target) -> CLI::Option* {
            using T = decltype(target);
            if constexpr (std::is_same_v<T, std::monostate>)
                return app.set_help_flag(joined(argument), argument.meaning);
            else if constexpr (std::is_same_v<T, bool*>)
                return app.add_flag(joined(argument), *target, argument.meaning);
            else
                return app.add_option(joined(argument), *target, argument.meaning);
        },
        argument.target);
}

void add(CLI::App& app, const Argument& argument) {
    auto* option = bound(app, argument);
    option->required(argument.required);
    if (argument.hidden) option->group("");
    if (!argument.value.empty()) option->type_name(argument.value);
    if (!argument.choices.empty()) option->check(one_of(argument));
    if (argument.limits) option->check(within(*argument.limits));
    if (!argument.is_operand() && std::holds_alternative<std::string*>(argument.target))
        option->check(not_empty());
    if (!argument.excludes.empty()) option->excludes(argument.excludes);
    if (argument.shows_default) option->capture_default_str();
    if (argument.at_least > 0) option->expected(argument.at_least, no_limit);
    if (argument.is_repeated() && !argument.is_operand()) option->allow_extra_args(false);
}

/// Whether arguments are only to be read: ./granary builds what a command needs once they are
/// understood.
bool only_understands() {
    return std::getenv("GRANARY_ONLY_UNDERSTAND") != nullptr;
}

/// Each command sets `exit_code` when it is called.
std::unique_ptr<CLI::App> parser_of(const Program& program, int& exit_code) {
    auto app = std::make_unique<CLI::App>(program.meaning, program.name);
    app->require_subcommand(1);
    add(*app, program.help);
    app->set_version_flag(joined(program.version), fmt::format("{} {}", program.name, version()),
                          program.version.meaning);
    app->footer(program.exit_codes);
    for (const auto& command : program.commands) {
        auto* added = app->add_subcommand(command.name, command.meaning);
        for (const auto& argument : command.arguments) add(*added, argument);
        if (!command.more.empty()) added->footer(command.more);
        if (command.hidden) added->group("");
        added->callback([&] {
            if (!only_understands()) exit_code = command.run(program);
        });
    }
    return app;
}

/// What other programs call it, and what does it here.
struct OtherName {
    std::string_view word, here;
};
constexpr OtherName other_names[] = {
    {"simulate", "run"},
    {"graph", "plot"},
    {"chart", "plot"},
    {"draw", "plot"},
    {"diff", "compare"},
    {"levers", "explain levers"},
    {"lever", "explain levers"},
    {"parameters", "explain parameters"},
    {"figures", "explain figures"},
    {"model", "explain model"},
    {"scenarios", "list"},
    {"validate", "check"},
    {"record", "data"},
    {"fit", "calibrate"},
    {"version", "--version"},
};

/// "; did you mean "run"?"
std::string hint(std::string_view word, std::span<const std::string_view> names) {
    for (const auto& other : other_names)
        if (other.word == word) return did_you_mean(other.here);
    return did_you_mean(word, names);
}

/// A misspelt command would otherwise be called an argument that was not expected.
void require_known_command(const Program& program, std::string_view first) {
    const auto names = program.command_names();
    if (first.empty() || first.starts_with('-')) return;
    if (std::find(names.begin(), names.end(), first) != names.end()) return;
    wrong(fmt::format("no command {}{} ({} --help lists them)", quoted_word(first),
                      hint(first, names), program.name));
}

/// Help and version are no errors; everything else that CLI11 says is about the command line.
void finish_parse(const Program& program, const CLI::App& app, const CLI::ParseError& error) {
    if (dynamic_cast<const CLI::CallForHelp*>(&error) != nullptr) return emit(app.help());
    if (dynamic_cast<const CLI::CallForVersion*>(&error) != nullptr)
        return emit(std::string(error.what()) + '\n');
    wrong(fmt::format("{}; see {} --help", error.what(), program.name));
}

}  // namespace

int run_command_line(const Program& program, int argc, char** argv) {
    require_known_command(program, argc > 1 ? argv[1] : "");
    int exit_code = 0;
    const auto app = parser_of(program, exit_code);
    try {
        app->parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        finish_parse(program, *app, error);
    }
    return exit_code;
}

std::string help_text(const Program& program, std::string_view command) {
    int exit_code = 0;
    const auto app = parser_of(program, exit_code);
    if (command.empty()) return app->help();
    return app->get_subcommand(program.command(command).name)->help(program.name);
}

}  // namespace granary::cli

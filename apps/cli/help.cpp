/// granary help [COMMAND], and what is installed beside the command: granary help --man, granary
/// completion bash.

#include <memory>
#include <string>

#include "cli/commands.hpp"
#include "cli/completion.hpp"
#include "cli/manual.hpp"
#include "cli/output.hpp"
#include "granary/foundation/nearest.hpp"

namespace granary::cli {
namespace {

struct HelpOptions {
    std::string command;
    bool manual = false;
};

/// `App::help` would go on to the command that was called, which is help itself.
std::string help_text(const CLI::App& app, const std::string& name) {
    return app.get_formatter()->make_help(&app, name, CLI::AppFormatMode::Normal);
}

std::string help_on(const CLI::App& app, const std::string& name) {
    if (name.empty()) return help_text(app, app.get_name());
    std::vector<std::string_view> names;
    for (const auto* command : app.get_subcommands({})) {
        if (command->get_name() == name) return help_text(*command, app.get_name() + ' ' + name);
        names.push_back(command->get_name());
    }
    no_such("command", name, names);
}

}  // namespace

void add_help(CLI::App& app) {
    auto options = std::make_shared<HelpOptions>();
    auto* command = app.add_subcommand("help", "How a command is used");
    command->add_option("command", options->command, "The command")->type_name("COMMAND");
    command->add_flag("--man", options->manual, "The manual page, in the macros of man")->group("");
    command->callback([options, &app] {
        emit(options->manual ? manual_page(app) : help_on(app, options->command));
    });
}

void add_completion(CLI::App& app) {
    auto shell = std::make_shared<std::string>();
    auto* command = app.add_subcommand("completion", "Completion for a shell")->group("");
    command->add_option("shell", *shell, "The shell")->required()->check(CLI::IsMember({"bash"}));
    command->callback([shell, &app] { emit(bash_completion(app)); });
}

}  // namespace granary::cli

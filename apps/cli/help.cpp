/// granary help [COMMAND], and what is installed beside the command: granary help --man, granary
/// completion bash.

#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/completion.hpp"
#include "cli/manual.hpp"
#include "cli/output.hpp"
#include "cli/usage.hpp"

namespace granary::cli {

void print_help(const HelpOptions& options, const Program& program) {
    if (options.manual && !options.command.empty())
        wrong("--man is the manual page of all commands: give no COMMAND");
    emit(options.manual ? manual_page(program) : help_text(program, options.command));
}

void print_completion(const CompletionOptions&, const Program& program) {
    emit(bash_completion(program));
}

}  // namespace granary::cli

#include "cli/command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.hpp"
#include "cli/complain.hpp"
#include "cli/output.hpp"
#include "granary/foundation/error.hpp"
#include "granary/foundation/nearest.hpp"
#include "granary/write/version.hpp"

namespace granary::cli {
namespace {

constexpr std::string_view exit_codes = R"(Exit codes:
  0  done
  1  a fault of granary itself
  2  the command line is wrong
  3  a scenario, or a --set, has problems
  4  nothing of that name
  5  a file or the standard output cannot be read or written
  6  the run left the range in which the equations hold
  7  the record is malformed)";

void set_up(CLI::App& app, int& check_code) {
    app.require_subcommand(1);
    app.set_version_flag("--version", fmt::format("granary {}", version()));
    app.footer(std::string(exit_codes));
    add_run(app);
    add_compare(app);
    add_plot(app);
    add_report(app);
    add_list(app);
    add_explain(app);
    add_check(app, check_code);
    add_new(app);
    add_data(app);
    add_calibrate(app);
    add_attribute(app);
    add_sweep(app);
    add_search(app);
    add_ensemble(app);
    add_merge(app);
    add_page(app);
    add_serve(app);
    add_schema(app);
    add_help(app);
    add_completion(app);
}

/// A misspelt command would otherwise be called an argument that was not expected.
void require_known_command(const CLI::App& app, std::string_view first) {
    std::vector<std::string> commands;
    for (const auto* command : app.get_subcommands({})) commands.push_back(command->get_name());
    const std::vector<std::string_view> names(commands.begin(), commands.end());
    if (first.empty() || first.starts_with('-')) return;
    if (std::find(names.begin(), names.end(), first) != names.end()) return;
    throw Error(ErrorClass::usage, fmt::format("no command \"{}\"{} (granary --help lists them)",
                                               first, did_you_mean(first, names)));
}

/// Help and version are no errors; everything else that CLI11 says is about the command line.
int finish_parse(const CLI::App& app, const CLI::ParseError& error) {
    if (dynamic_cast<const CLI::CallForHelp*>(&error) != nullptr) {
        emit(app.help());
        return 0;
    }
    if (dynamic_cast<const CLI::CallForVersion*>(&error) != nullptr) {
        emit(std::string(error.what()) + '\n');
        return 0;
    }
    return complain(fmt::format("{}; see granary --help", error.what()), ErrorClass::usage);
}

int run_command(int argc, char** argv) {
    int check_code = 0;
    CLI::App app("A simulation of China's grain economy and famine, 1957-62", "granary");
    set_up(app, check_code);
    try {
        require_known_command(app, argc > 1 ? argv[1] : "");
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return finish_parse(app, error);
    }
    return check_code;
}

}  // namespace

int command(int argc, char** argv) {
    try {
        return run_command(argc, argv);
    } catch (const Error& error) {
        return complain(error);
    } catch (const std::exception& error) {
        return complain(error.what(), ErrorClass::internal);
    }
}

}  // namespace granary::cli

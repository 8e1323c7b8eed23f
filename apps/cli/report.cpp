/// granary report SCENARIO...

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/many_runs.hpp"
#include "cli/output.hpp"
#include "granary/document/heading.hpp"
#include "granary/document/report/sections.hpp"
#include "granary/foundation/error.hpp"
#include "granary/foundation/file_name.hpp"
#include "granary/foundation/shell_word.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"
#include "granary/write/output.hpp"
#include "granary/write/refuse_to_replace.hpp"

namespace granary::cli {
namespace {

using report::Told;

void require_html(const std::string& file) {
    const auto suffix = file_suffix(file);
    if (suffix.empty() || suffix == ".html" || suffix == ".htm") return;
    throw Error(ErrorClass::usage,
                fmt::format("{}: a report is HTML; give it the suffix .html", file));
}

std::string command_of(const ReportOptions& options) {
    std::string command = "granary report";
    for (const auto& scenario : options.scenarios) command += ' ' + shell_word(scenario);
    for (const auto& setting : options.settings) command += " --set " + shell_word(setting);
    if (options.why) command += " --why";
    return options.file.empty() ? command : command + " -o " + shell_word(options.file);
}

void add(const std::string& argument, const ReportOptions& options, Told& told) {
    auto scenario = load_scenario(argument, options.settings);
    refuse_to_replace(scenario, options.file);
    auto run = simulate(scenario);
    told.compared.push_back(compared_run(argument, told.compared.size(), scenario, run));
    told.runs.push_back({std::move(scenario), std::move(run)});
}

/// A what-if alone is held against history, which no setting changes.
Told told_of(const ReportOptions& options) {
    Told told;
    told.settings = options.settings;
    told.command = command_of(options);
    const bool alone = options.scenarios.size() == 1 && options.scenarios[0] != history_scenario;
    if (alone) add(std::string(history_scenario), {}, told);
    for (const auto& argument : options.scenarios) add(argument, options, told);
    for (std::size_t i = 0; options.why && i < told.compared.size(); ++i)
        told.attributions.push_back(shown_attribution(told.compared[i].scenario, false));
    return told;
}

}  // namespace

void report_scenarios(const ReportOptions& options) {
    require_html(options.file);
    const auto text = report::report_html(told_of(options));
    if (options.file.empty())
        emit(text);
    else
        write_file(options.file, text);
}

}  // namespace granary::cli

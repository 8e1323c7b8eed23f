/// granary report SCENARIO...

#include "granary/document/report/report.hpp"

#include <fmt/format.h>

#include <span>

#include "cli/commands.hpp"
#include "cli/many_runs.hpp"
#include "cli/output.hpp"
#include "cli/readings.hpp"
#include "granary/document/heading.hpp"
#include "granary/foundation/error.hpp"
#include "granary/foundation/file_name.hpp"
#include "granary/foundation/shell_word.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"
#include "granary/write/output.hpp"
#include "granary/write/refuse_to_replace.hpp"

namespace granary::cli {
namespace {

void require_html(const std::string& file) {
    const auto suffix = small_suffix(file);
    if (suffix.empty() || suffix == ".html" || suffix == ".htm") return;
    throw Error(ErrorClass::usage,
                fmt::format("{}: a report is HTML; give it the suffix .html", file));
}

std::string command_of(const ReportOptions& options) {
    std::string command = "granary report";
    for (const auto& scenario : options.scenarios) command += ' ' + shell_word(scenario);
    for (const auto& setting : options.settings) command += " --set " + shell_word(setting);
    if (options.why) command += " --why";
    if (options.reading == all_readings) command += " --reading all";
    return options.file.empty() ? command : command + " -o " + shell_word(options.file);
}

void add(std::span<const std::string> scenarios, const std::vector<std::string>& settings,
         const ReportOptions& options, ReportContent& content) {
    for (auto& [argument, scenario] : asked_scenarios(scenarios, settings, options.reading)) {
        refuse_to_replace(scenario, options.file);
        auto run = simulate(scenario);
        auto tolls = tolls_beside(scenario, options.reading, false);
        content.compared.push_back(compared_run(argument, content.compared.size(), scenario, run));
        content.compared.back().tolls = tolls;
        content.runs.push_back({std::move(scenario), std::move(run), std::move(tolls)});
    }
}

/// Of the settings the reading alone, which is none of a scenario's decisions.
std::vector<std::string> reading_alone(const ReportOptions& options) {
    if (options.reading.empty() || options.reading == all_readings) return {};
    return {options.settings.back()};
}

/// A what-if alone is held against history, which no setting changes but the reading asked for.
ReportContent told_of(const ReportOptions& options) {
    ReportContent content;
    content.settings = options.settings;
    content.command = command_of(options);
    const bool alone = options.scenarios.size() == 1 && options.scenarios[0] != history_scenario;
    const std::string history(history_scenario);
    if (alone) add({&history, 1}, reading_alone(options), options, content);
    add(options.scenarios, options.settings, options, content);
    for (std::size_t i = 0; options.why && i < content.compared.size(); ++i)
        content.attributions.push_back(shown_attribution(content.compared[i].scenario, false));
    return content;
}

}  // namespace

void report_scenarios(const ReportOptions& options) {
    require_html(options.file);
    require_no_terminal(options.file, ".html");
    const auto text = report_html(told_of(options));
    put(options.file, text);
}

}  // namespace granary::cli

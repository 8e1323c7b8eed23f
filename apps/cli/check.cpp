/// granary check SCENARIO|FILE...

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/commands.hpp"
#include "cli/complain.hpp"
#include "cli/output.hpp"
#include "granary/document/change_text.hpp"
#include "granary/document/check_json.hpp"
#include "granary/document/heading.hpp"
#include "granary/foundation/plain_text.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/write/text.hpp"

namespace granary::cli {
namespace {

/// Whether a lever says more than its default.
bool is_set(std::size_t lever, const Schedule& schedule) {
    const auto standard = default_levers()[lever].segments().front().first.height;
    const auto& segments = schedule.segments();
    return segments.size() > 1 || segments.front().first.height != standard;
}

std::size_t levers_set(const Scenario& scenario) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < scenario.levers.size(); ++i) count += is_set(i, scenario.levers[i]);
    for (const auto& region : scenario.regions)
        count += static_cast<std::size_t>(
            std::count_if(region.levers.begin(), region.levers.end(),
                          [](const auto& own) { return own.has_value(); }));
    return count;
}

std::size_t parameters_set(const Scenario& scenario) {
    return static_cast<std::size_t>(
        std::count_if(scenario.constant_sources.begin(), scenario.constant_sources.end(),
                      [](const std::string& source) { return !source.empty(); }));
}

Read read_of(const Scenario& scenario) {
    return {title_of(scenario),
            date_text(scenario.start),
            date_text(scenario.end),
            scenario.regions.size(),
            levers_set(scenario),
            parameters_set(scenario),
            {}};
}

std::string counted(std::size_t count, std::string_view what) {
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string passed(std::string_view argument, const Read& read) {
    auto text = fmt::format("ok {}: {}, {} to {}, {}, {} and {} away from the default\n",
                            plain_text(argument), read.title, read.start, read.end,
                            counted(read.regions, "region"), counted(read.levers, "lever"),
                            counted(read.parameters, "parameter"));
    for (const auto& change : read.changes)
        text += "  " + wrapped(change, text_columns - 2, 4) + '\n';
    return text;
}

/// Of a text that cannot be found or read at all: one problem without a place in it.
std::vector<Problem> problems_of(const std::string& argument, const Error& error) {
    const auto* scenario = dynamic_cast<const ScenarioError*>(&error);
    return scenario ? scenario->problems : std::vector<Problem>{{{argument}, error.what()}};
}

Checked check(const std::string& argument, bool as_json) {
    Checked checked{argument, 0, {}, {}};
    try {
        const auto read = load_with_parent(argument);
        checked.read = read_of(read.scenario);
        if (read.parent) checked.read->changes = change_lines(*read.parent, read.scenario);
        if (!as_json) emit(passed(argument, *checked.read));
    } catch (const Error& error) {
        if (!as_json) complain(error);
        checked.exit_code = static_cast<int>(error.error_class);
        checked.problems = problems_of(argument, error);
    }
    return checked;
}

}  // namespace

/// The class of the first fault decides the exit code.
int check_scenarios(const CheckOptions& options) {
    const bool as_json = options.format == "json";
    int exit_code = 0;
    std::vector<Checked> all;
    for (const auto& argument : options.scenarios) {
        all.push_back(check(argument, as_json));
        if (exit_code == 0) exit_code = all.back().exit_code;
    }
    if (as_json) emit(check_json(all));
    return exit_code;
}

}  // namespace granary::cli

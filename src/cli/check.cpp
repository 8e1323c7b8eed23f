/// granary check SCENARIO|FILE...

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "cli/commands.hpp"
#include "cli/complain.hpp"
#include "cli/heading.hpp"
#include "cli/output.hpp"
#include "granary/foundation/error.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/write/text.hpp"

namespace granary::cli {
namespace {

/// Whether a lever says more than its default.
bool is_set(std::size_t lever, const Schedule& schedule) {
    const auto standard = default_levers()[lever].segments().front().first;
    const auto& segments = schedule.segments();
    const auto& height = segments.front().first.height;
    return segments.size() > 1 || height.parameter != standard.height.parameter ||
           height.factor != standard.height.factor;
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

std::string counted(std::size_t count, std::string_view what) {
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string passed(std::string_view argument, const Scenario& scenario) {
    return fmt::format("ok {}: {}, {} to {}, {}, {} and {} away from the default\n", argument,
                       title_of(scenario), date_text(scenario.start), date_text(scenario.end),
                       counted(scenario.regions.size(), "region"),
                       counted(levers_set(scenario), "lever"),
                       counted(parameters_set(scenario), "parameter"));
}

/// The class of the first fault decides the exit code.
void check_all(const std::vector<std::string>& arguments, int& exit_code) {
    for (const auto& argument : arguments) {
        try {
            emit(passed(argument, load_scenario(argument)));
        } catch (const Error& error) {
            const int code = complain(error);
            if (exit_code == 0) exit_code = code;
        }
    }
}

}  // namespace

void add_check(CLI::App& app, int& exit_code) {
    auto arguments = std::make_shared<std::vector<std::string>>();
    auto* command = app.add_subcommand("check", "Say what is wrong with scenarios, if anything");
    command->add_option("scenarios", *arguments, "Shipped scenarios' names, or files")
        ->required()
        ->type_name("SCENARIO|FILE");
    command->callback([arguments, &exit_code] { check_all(*arguments, exit_code); });
}

}  // namespace granary::cli

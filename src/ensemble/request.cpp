#include "granary/ensemble/request.hpp"

#include <fmt/format.h>

#include <string_view>

#include "granary/analysis/periods.hpp"
#include "granary/foundation/error.hpp"
#include "granary/foundation/file_name.hpp"
#include "granary/foundation/nearest.hpp"
#include "granary/foundation/shell_word.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/read/study/number.hpp"
#include "granary/read/study/vary_file.hpp"

namespace granary {
namespace {

/// "rural_ration_kg=180": of every whole year's figure, and of the whole run's measure, of that
/// name, in the nation and in each region.
void add_threshold(const std::string& argument, const Scenario& scenario, Summarised& what) {
    const auto equals = argument.find('=');
    if (equals == std::string::npos)
        throw Error(
            ErrorClass::usage,
            fmt::format("--above {}: give FIGURE=VALUE, such as rural_ration_kg=180", argument));
    const auto name = argument.substr(0, equals);
    const double value = number_in(std::string_view(argument).substr(equals + 1), argument);
    const std::size_t before = what.thresholds.size();
    for (std::size_t m = 0; m < what.measures.size(); ++m) {
        const auto& year = what.measures[m].year;
        if (what.measures[m].row_name() == name && (!year || runs_whole_year(scenario, *year)))
            what.thresholds.push_back({m, value, "asked for"});
    }
    if (what.thresholds.size() > before) return;
    no_such("figure", name, measure_names());
}

EnsemblePlan plan_of(const EnsembleRequest& request) {
    EnsemblePlan plan{load_scenario(request.scenario, request.settings),
                      {},
                      request.design,
                      request.members,
                      request.seed,
                      {}};
    plan.varied =
        request.vary.empty() ? prior(plan.scenario) : load_vary_file(request.vary, plan.scenario);
    plan.what = summarised_figures(plan.scenario);
    for (const auto& above : request.above) add_threshold(above, plan.scenario, plan.what);
    return plan;
}

/// As it would be typed for the whole ensemble in one run.
std::string command_of(const EnsembleRequest& request) {
    auto text = fmt::format("granary ensemble {} -n {} --seed {} --design {}",
                            shell_word(file_name(request.scenario)), request.members, request.seed,
                            design_names[static_cast<std::size_t>(request.design)]);
    if (!request.vary.empty()) text += " --vary " + shell_word(file_name(request.vary));
    for (const auto& setting : request.settings) text += " --set " + shell_word(setting);
    for (const auto& above : request.above) text += " --above " + shell_word(above);
    return text + (request.keep_members ? " --keep-members" : "");
}

}  // namespace

EnsembleJob job_of(const EnsembleRequest& request, const std::string& file) {
    EnsembleJob job{plan_of(request), file};
    job.command = command_of(request);
    job.settings = request.settings;
    if (!request.vary.empty()) job.files_read.push_back(request.vary);
    job.keep_members = request.keep_members;
    return job;
}

}  // namespace granary

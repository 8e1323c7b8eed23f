/// granary run SCENARIO

#include "granary/run.hpp"

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/readings.hpp"
#include "cli/usage.hpp"
#include "granary/document/chain_table.hpp"
#include "granary/document/change_text.hpp"
#include "granary/document/heading.hpp"
#include "granary/document/run_csv.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/write/refuse_to_replace.hpp"

namespace granary::cli {
namespace {

/// "Changes of historical: ...", a paragraph each.
std::vector<std::string> changes_of(const ScenarioWithParent& read) {
    if (!read.parent) return {};
    auto lines = change_lines(*read.parent, read.scenario);
    if (!lines.empty())
        lines.insert(lines.begin(),
                     fmt::format("Changes of \"{}\", years' means:", title_of(*read.parent)));
    return lines;
}

Written text_of(const ScenarioWithParent& read, const Trajectory<double>& run,
                const RunOptions& options) {
    const auto& scenario = read.scenario;
    const Every every = options.every == "month" ? Every::month : Every::year;
    const auto tolls = tolls_beside(scenario, options.reading, options.point);
    const RunDescription what{scenario, options.scenario, options.settings};
    switch (options.output.chosen()) {
        case Format::csv:
            return written(run_csv(what, run, every), options.quiet);
        case Format::json:
            return run_json(what, run, every, tolls);
        default:
            return chain_text(scenario, run,
                              {options.settings, every, options.quiet, options.output.strong(),
                               is_standard_output(options.output.file), changes_of(read), tolls});
    }
}

/// Under every reading, side by side.
void compare_readings(const RunOptions& options) {
    if (options.every == "month") wrong("--every month is of one reading, not of all");
    compare_scenarios({{options.scenario},
                       options.settings,
                       options.reading,
                       options.quiet,
                       options.point,
                       options.output});
}

}  // namespace

void run_scenario(const RunOptions& options) {
    options.output.chosen();  // tells of a wrong suffix before anything is run
    if (options.reading == all_readings) return compare_readings(options);
    const auto read = load_with_parent(options.scenario, options.settings);
    refuse_to_replace(read.scenario, options.output.file);
    emit(options.output, text_of(read, simulate(read.scenario), options));
}

}  // namespace granary::cli

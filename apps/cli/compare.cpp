/// granary compare A B...

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/readings.hpp"
#include "granary/document/comparison_json.hpp"
#include "granary/document/comparison_text.hpp"
#include "granary/run.hpp"
#include "granary/write/refuse_to_replace.hpp"

namespace granary::cli {
namespace {

std::vector<ComparedRun> run_all(const CompareOptions& options) {
    std::vector<ComparedRun> runs;
    for (auto& [argument, scenario] :
         asked_scenarios(options.scenarios, options.settings, options.reading)) {
        const auto run = simulate(scenario);
        auto over_readings = tolls_beside(scenario, options.reading, options.point);
        runs.push_back(compared_run(argument, runs.size(), std::move(scenario), run));
        runs.back().tolls = std::move(over_readings);
    }
    return runs;
}

Written text_of(std::span<const ComparedRun> runs, const CompareOptions& options) {
    switch (options.output.chosen()) {
        case Format::csv:
            return written(comparison_csv(runs, options.settings), options.quiet);
        case Format::json:
            return comparison_json(runs, options.settings);
        default:
            return comparison_text(runs, options.settings,
                                   {options.quiet, options.output.strong()});
    }
}

}  // namespace

void compare_scenarios(const CompareOptions& options) {
    options.output.chosen();  // tells of a wrong suffix before anything is run
    const auto runs = run_all(options);
    for (const auto& run : runs) refuse_to_replace(run.scenario, options.output.file);
    emit(options.output, text_of(runs, options));
}

}  // namespace granary::cli

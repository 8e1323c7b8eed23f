/// granary run SCENARIO

#include "granary/run.hpp"

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "granary/document/chain_table.hpp"
#include "granary/document/run_csv.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/write/refuse_to_replace.hpp"

namespace granary::cli {
namespace {

std::string text_of(const Scenario& scenario, const Trajectory<double>& run,
                    const RunOptions& options) {
    const Every every = options.every == "month" ? Every::month : Every::year;
    const RunDescription what{scenario, options.scenario, options.settings};
    switch (options.output.chosen()) {
        case Format::csv:
            return run_csv(what, run, every, options.quiet);
        case Format::json:
            return run_json(what, run, every);
        default:
            return chain_text(scenario, run,
                              {options.settings, every, options.quiet, options.output.strong(),
                               options.output.file.empty()});
    }
}

}  // namespace

void run_scenario(const RunOptions& options) {
    options.output.chosen();  // tells of a wrong suffix before anything is run
    const auto scenario = load_scenario(options.scenario, options.settings);
    refuse_to_replace(scenario, options.output.file);
    emit(options.output, text_of(scenario, simulate(scenario), options));
}

}  // namespace granary::cli

/// granary run SCENARIO

#include "granary/run.hpp"

#include <fmt/format.h>

#include <memory>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "granary/document/chain_table.hpp"
#include "granary/document/heading.hpp"
#include "granary/document/run_csv.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/write/year_table.hpp"

namespace granary::cli {
namespace {

struct RunOptions {
    std::string scenario, every = "year";
    std::vector<std::string> settings;
    bool quiet = false;
    OutputOptions output;
};

std::string quiet_csv(const Trajectory<double>& run, Every every) {
    Csv csv;
    add_year_table(run, every, csv);
    return csv.text();
}

std::string text_of(const Scenario& scenario, const Trajectory<double>& run,
                    const RunOptions& options) {
    const Every every = options.every == "month" ? Every::month : Every::year;
    const RunDescription what{scenario, options.scenario, options.settings};
    switch (options.output.chosen()) {
        case Format::csv:
            return options.quiet ? quiet_csv(run, every) : run_csv(what, run, every);
        case Format::json:
            return run_json(what, run, every);
        default:
            return chain_text(scenario, run,
                              {options.settings, every, options.quiet, options.output.strong(),
                               options.output.file.empty()});
    }
}

void run_scenario(const RunOptions& options) {
    options.output.chosen();  // tells of a wrong suffix before anything is run
    const auto scenario = load_scenario(options.scenario, options.settings);
    refuse_to_replace(scenario, options.output.file);
    emit(options.output, text_of(scenario, simulate(scenario), options));
}

}  // namespace

void add_run(CLI::App& app) {
    auto options = std::make_shared<RunOptions>();
    auto* command =
        app.add_subcommand("run", "Run a scenario and print its years beside the record");
    command->add_option("scenario", options->scenario, "A shipped scenario's name, or a file")
        ->required()
        ->type_name("SCENARIO");
    add_output_options(*command, options->output);
    command->add_option("--every", options->every, "A row each year (the default) or month")
        ->check(CLI::IsMember({"year", "month"}));
    add_settings(*command, options->settings);
    command->add_flag("--quiet", options->quiet,
                      "The table without title, notes and finding; JSON is always whole");
    command->callback([options] { run_scenario(*options); });
}

}  // namespace granary::cli

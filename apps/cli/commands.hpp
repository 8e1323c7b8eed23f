#pragma once
/// The commands; each adds itself to the application, and does its work when it is the one called.

#include <CLI/CLI.hpp>

namespace granary::cli {

void add_run(CLI::App& app);
void add_compare(CLI::App& app);
void add_plot(CLI::App& app);
void add_report(CLI::App& app);
void add_list(CLI::App& app);
void add_explain(CLI::App& app);
/// Sets `exit_code` where an argument has problems, because it goes on to the next.
void add_check(CLI::App& app, int& exit_code);
void add_new(CLI::App& app);
void add_data(CLI::App& app);
void add_calibrate(CLI::App& app);
void add_attribute(CLI::App& app);
void add_sweep(CLI::App& app);
void add_search(CLI::App& app);
void add_ensemble(CLI::App& app);
void add_merge(CLI::App& app);
void add_page(CLI::App& app);
void add_serve(CLI::App& app);
void add_schema(CLI::App& app);
/// Help reads the commands when it is called, so the order of adding is only that of the lists.
void add_help(CLI::App& app);
/// Hidden: what `cmake --install` puts beside the command.
void add_completion(CLI::App& app);

}  // namespace granary::cli

#pragma once
/// The commands; each adds itself to the application, and does its work when it is the one called.

#include <CLI/CLI.hpp>

namespace granary::cli {

void add_run(CLI::App& app);
void add_compare(CLI::App& app);
void add_list(CLI::App& app);
void add_explain(CLI::App& app);
/// Sets `exit_code` where an argument has problems, because it goes on to the next.
void add_check(CLI::App& app, int& exit_code);
void add_data(CLI::App& app);
void add_calibrate(CLI::App& app);
void add_attribute(CLI::App& app);
void add_sweep(CLI::App& app);
void add_search(CLI::App& app);

}  // namespace granary::cli

#pragma once
/// The commands: what each does, and the table of them all.

#include <string>
#include <vector>

#include "cli/definition.hpp"
#include "cli/options.hpp"

namespace granary::cli {

/// Each reads what it needs, works and prints. They throw granary's errors.
void run_scenario(const RunOptions& options);
void compare_scenarios(const CompareOptions& options);
void plot_scenarios(const PlotOptions& options);
void report_scenarios(const ReportOptions& options);
void list_scenarios(const ListOptions& options);
void write_new_scenario(const NewOptions& options);
void show_data(const DataOptions& options);
void calibrate(const CalibrateOptions& options);
void attribute_scenario(const AttributeOptions& options);
void sweep_scenario(const SweepOptions& options);
void search_scenario(const SearchOptions& options);
void write_page(const PageOptions& options);
void serve_page(const ServeOptions& options);
void print_schema(const SchemaOptions& options);

/// Goes through all arguments; returns the exit code of the first fault.
int check_scenarios(const CheckOptions& options);

/// These tell of the program's own commands too.
void explain(const ExplainOptions& options, const Program& program);
void print_help(const HelpOptions& options, const Program& program);
void print_completion(const CompletionOptions& options, const Program& program);

/// What is listed in help beside them.
std::string chart_kinds_help();
std::vector<std::string> schema_names();
std::vector<std::string> markdown_page_names();

/// The two that a program of its own runs, because it loads netCDF.
struct EnsembleCommands {
    void (*run)(const EnsembleOptions&);
    void (*merge)(const MergeOptions&);
};

/// The table, each option with a new target that holds its default.
Program program(const EnsembleCommands& ensembles);

}  // namespace granary::cli

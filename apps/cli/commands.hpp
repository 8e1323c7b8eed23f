#pragma once
/// The commands: what each is asked, with its defaults, and what does it; and the table of them
/// all.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/definition.hpp"
#include "cli/output.hpp"

namespace granary::cli {

// A command reads what it needs, works and prints; it throws granary's errors.

struct RunOptions {
    std::string scenario, every = "year", reading;
    std::vector<std::string> settings;
    bool quiet = false, point = false;
    OutputOptions output;
};
void run_scenario(const RunOptions& options);

struct CompareOptions {
    std::vector<std::string> scenarios, settings;
    std::string reading;
    bool quiet = false, point = false;
    OutputOptions output;
};
void compare_scenarios(const CompareOptions& options);

/// The axes and figures of a sweep, as written on the command line.
struct GridOptions {
    std::vector<std::string> levers, parameters, levels, figures;
    std::optional<int> year;

    /// Whether anything is varied.
    bool any_axis() const { return !(levers.empty() && parameters.empty() && levels.empty()); }
};

struct PlotOptions {
    std::vector<std::string> scenarios, settings;
    std::string kind, file, reading;
    GridOptions grid;
    std::optional<int> width;
};
void plot_scenarios(const PlotOptions& options);
/// What its help lists below the options.
std::string chart_kinds_help();

struct ReportOptions {
    std::vector<std::string> scenarios, settings;
    std::string file, reading;
    bool why = false;
};
void report_scenarios(const ReportOptions& options);

struct ListOptions {};
void list_scenarios(const ListOptions& options);

struct ExplainOptions {
    std::vector<std::string> words;
    std::string markdown;
    OutputOptions output{{}, {}, {Format::table, Format::json}};
};
/// Of the program's own commands too.
void explain(const ExplainOptions& options, const Program& program);
std::vector<std::string> markdown_page_names();

struct CheckOptions {
    std::vector<std::string> scenarios;
    std::string format = "text";
};
/// Goes through all arguments; returns the exit code of the first fault.
int check_scenarios(const CheckOptions& options);

struct NewOptions {
    std::string file, from = "historical";
};
void write_new_scenario(const NewOptions& options);

struct DataOptions {
    std::string name, province;
    bool list = false;
    OutputOptions output;
};
void show_data(const DataOptions& options);

struct CalibrateOptions {
    std::string plan, output, report;
    std::uint64_t starts = 20;
    std::optional<std::uint64_t> seed;
};
void calibrate(const CalibrateOptions& options);

struct AttributeOptions {
    std::string scenario, reading;
    std::vector<std::string> settings;
    bool interactions = false, quiet = false;
    OutputOptions output;
};
void attribute_scenario(const AttributeOptions& options);

struct SweepOptions {
    std::string scenario, reading;
    GridOptions grid;
    std::vector<std::string> settings;
    std::uint64_t threads = 0;
    bool quiet = false;
    OutputOptions output{
        {}, {}, {Format::table, Format::csv, Format::json, Format::svg, Format::png}};
};
void sweep_scenario(const SweepOptions& options);

struct SearchOptions {
    std::string scenario, parameter, reading;
    std::vector<std::string> levers, settings;
    std::optional<double> ration_above, deaths_below;
    std::optional<int> year;
    bool quiet = false;
    OutputOptions output;
};
void search_scenario(const SearchOptions& options);

struct EnsembleOptions {
    std::string scenario, vary, design = "mc", block, file, reading;
    std::vector<std::string> settings, above;
    std::uint64_t members = 0, seed = 1;
    std::optional<std::uint64_t> member;
    std::uint64_t lanes = 0, threads = 0;
    bool keep_members = false, quiet = false;
};

struct MergeOptions {
    std::vector<std::string> parts;
    std::string file;
    bool quiet = false;
};

/// The work on ensembles, which a program of its own does: loading netCDF takes longer than a run,
/// and would slow every other start.
struct EnsembleCommands {
    void (*run)(const EnsembleOptions&);
    void (*merge)(const MergeOptions&);
};

struct PageOptions {
    std::string file;
};
void write_page(const PageOptions& options);

struct ServeOptions {
    int port = 8000;
};
void serve_page(const ServeOptions& options);

struct SchemaOptions {
    std::string what = "scenario";
    bool list = false;
};
void print_schema(const SchemaOptions& options);
std::vector<std::string> schema_names();

struct HelpOptions {
    std::string command;
    bool manual = false;
};
void print_help(const HelpOptions& options, const Program& program);

struct CompletionOptions {
    std::string shell;
};
void print_completion(const CompletionOptions& options, const Program& program);

/// The table, each option with a new target that holds its default.
Program program(const EnsembleCommands& ensembles);

}  // namespace granary::cli

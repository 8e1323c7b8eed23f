#pragma once
/// What each command is asked: the values that its options set, with their defaults.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/ensemble_options.hpp"
#include "cli/output.hpp"

namespace granary::cli {

struct RunOptions {
    std::string scenario, every = "year";
    std::vector<std::string> settings;
    bool quiet = false;
    OutputOptions output;
};

struct CompareOptions {
    std::vector<std::string> scenarios, settings;
    bool quiet = false;
    OutputOptions output;
};

/// The axes and figures of a sweep, as written on the command line.
struct GridOptions {
    std::vector<std::string> levers, parameters, levels, figures;
    std::optional<int> year;

    /// Whether anything is varied.
    bool any_axis() const { return !(levers.empty() && parameters.empty() && levels.empty()); }
};

struct PlotOptions {
    std::vector<std::string> scenarios, settings;
    std::string kind, file;
    GridOptions grid;
    std::optional<int> width;
};

struct ReportOptions {
    std::vector<std::string> scenarios, settings;
    std::string file;
    bool why = false;
};

struct ListOptions {};

struct ExplainOptions {
    std::vector<std::string> words;
    std::string markdown;
    OutputOptions output{{}, {}, {Format::table, Format::json}};
};

struct CheckOptions {
    std::vector<std::string> scenarios;
    std::string format = "text";
};

struct NewOptions {
    std::string file, from = "historical";
};

struct DataOptions {
    std::string name, province;
    bool list = false;
    OutputOptions output;
};

struct CalibrateOptions {
    std::string plan = "calibration", output = "scenarios/fitted.toml", report;
    std::uint64_t starts = 20;
    std::optional<std::uint64_t> seed;
};

struct AttributeOptions {
    std::string scenario;
    std::vector<std::string> settings;
    bool interactions = false, quiet = false;
    OutputOptions output;
};

struct SweepOptions {
    std::string scenario;
    GridOptions grid;
    std::vector<std::string> settings;
    std::uint64_t threads = 0;
    bool quiet = false;
    OutputOptions output{
        {}, {}, {Format::table, Format::csv, Format::json, Format::svg, Format::png}};
};

struct SearchOptions {
    std::string scenario, parameter;
    std::vector<std::string> levers, settings;
    std::optional<double> ration_above, deaths_below;
    std::optional<int> year;
    bool scale = false, quiet = false;
    OutputOptions output;
};

struct PageOptions {
    std::string file;
};

struct ServeOptions {
    int port = 8000;
};

struct SchemaOptions {
    std::string what = "scenario";
    bool list = false;
};

struct HelpOptions {
    std::string command;
    bool manual = false;
};

struct CompletionOptions {
    std::string shell;
};

}  // namespace granary::cli

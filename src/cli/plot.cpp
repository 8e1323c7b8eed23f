/// granary plot SCENARIO...

#include <fmt/format.h>

#include <memory>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/names.hpp"
#include "cli/output.hpp"
#include "granary/foundation/error.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"
#include "granary/write/charts.hpp"
#include "granary/write/output.hpp"
#include "granary/write/png.hpp"

namespace granary::cli {
namespace {

struct PlotOptions {
    std::vector<std::string> scenarios, settings;
    std::string kind = "overview", file;
    int year = 0, width = 1600;
};

ChartKind kind_named(std::string_view name) {
    std::vector<std::string_view> names;
    for (const auto& kind : chart_kinds()) {
        if (kind.name == name) return kind.kind;
        names.push_back(kind.name);
    }
    throw Error(ErrorClass::usage, fmt::format("no kind of chart \"{}\"{} (known are {})", name,
                                               did_you_mean(name, names), fmt::join(names, ", ")));
}

/// Whether the file is to be PNG: its suffix decides. A device has none and gets SVG.
bool wants_png(const std::string& file) {
    const auto name = file.substr(file.rfind('/') + 1);
    const auto dot = name.rfind('.');
    if (dot == std::string::npos && (file.empty() || file.starts_with("/dev/"))) return false;
    const auto suffix = dot == std::string::npos ? std::string() : name.substr(dot);
    if (suffix == ".svg") return false;
    if (suffix == ".png") return true;
    throw Error(ErrorClass::usage,
                fmt::format("{}: no picture has {}; known are .svg and .png", file,
                            suffix.empty() ? "no suffix" : "the suffix " + suffix));
}

std::vector<ChartRun> run_all(const PlotOptions& options) {
    std::vector<ChartRun> runs;
    for (const auto& argument : options.scenarios) {
        auto scenario = load_scenario(argument, options.settings);
        refuse_to_replace(scenario, options.file);
        auto run = simulate(scenario);
        runs.push_back({std::move(scenario), std::move(run)});
    }
    return runs;
}

void plot_scenarios(const PlotOptions& options) {
    const auto kind = kind_named(options.kind);
    const bool png = wants_png(options.file);
    ChartOptions shown;
    shown.year = options.year;
    shown.settings = options.settings;
    auto picture = chart_svg(kind, run_all(options), shown);
    if (png) picture = png_of(picture, options.width);
    if (options.file.empty())
        emit(picture);
    else
        write_file(options.file, picture);
}

std::string kinds_help() {
    std::string text = "Kinds of chart:\n";
    for (const auto& kind : chart_kinds())
        text += fmt::format("  {:<10} {}\n", kind.name, kind.meaning);
    return text + "\nPNG is made by rsvg-convert (Debian package librsvg2-bin).";
}

}  // namespace

void add_plot(CLI::App& app) {
    auto options = std::make_shared<PlotOptions>();
    auto* command = app.add_subcommand("plot", "Run scenarios and draw a chart of them");
    command
        ->add_option("scenarios", options->scenarios,
                     "Shipped scenarios' names, or files; lines of several are drawn together")
        ->required()
        ->expected(1, 1 << 20)
        ->type_name("SCENARIO");
    command->add_option("--kind", options->kind, "Which chart, see below; overview by default")
        ->type_name("KIND");
    command
        ->add_option("-o,--output", options->file,
                     "Write to FILE, whole or not at all; .svg and .png decide the format; without "
                     "it SVG goes to the standard output")
        ->type_name("FILE");
    command->add_option("--year", options->year, "Year of the ladder of reports")
        ->type_name("YEAR");
    command->add_option("--width", options->width, "Pixels of a PNG, 1600 by default")
        ->check(CLI::Range(100, 10000))
        ->type_name("PIXELS");
    add_settings(*command, options->settings);
    command->footer(kinds_help());
    command->callback([options] { plot_scenarios(*options); });
}

}  // namespace granary::cli

/// granary plot SCENARIO...

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/many_runs.hpp"
#include "cli/output.hpp"
#include "cli/refuse_to_replace.hpp"
#include "cli/usage.hpp"
#include "cli/vary.hpp"
#include "granary/foundation/error.hpp"
#include "granary/foundation/nearest.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"
#include "granary/write/charts.hpp"
#include "granary/write/output.hpp"
#include "granary/write/png.hpp"
#include "granary/write/study/why_charts.hpp"

namespace granary::cli {
namespace {

struct Picture {
    std::string_view name, meaning;
};

/// Kinds that run one scenario many times; `chart_kinds` are of single runs.
constexpr Picture waterfall_kind{"waterfall",
                                 "what each driver did to the ration of a year, or with --figure "
                                 "to harvest or deaths (512 runs)"};
constexpr Picture sweep_kind{"sweep", "curves or a heat map over --lever, --parameter or --levels"};

std::vector<Picture> all_kinds() {
    std::vector<Picture> kinds;
    for (const auto& kind : chart_kinds()) kinds.push_back({kind.name, kind.meaning});
    kinds.push_back(waterfall_kind);
    kinds.push_back(sweep_kind);
    return kinds;
}

/// The kind asked for: a sweep where something is varied.
std::string_view kind_of(const PlotOptions& options) {
    const bool varied = options.grid.any_axis();
    if (options.kind.empty()) return varied ? sweep_kind.name : chart_kinds().front().name;
    std::vector<std::string_view> names;
    for (const auto& kind : all_kinds()) {
        names.push_back(kind.name);
        if (kind.name != options.kind) continue;
        if (varied && kind.name != sweep_kind.name)
            wrong(fmt::format("--lever, --parameter and --levels are for --kind sweep, not {}",
                              kind.name));
        return kind.name;
    }
    wrong(fmt::format("no kind of chart \"{}\"{} (known are {})", options.kind,
                      did_you_mean(options.kind, names), fmt::join(names, ", ")));
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

Scenario only_scenario(const PlotOptions& options, std::string_view kind) {
    if (options.scenarios.size() > 1)
        wrong(fmt::format("--kind {} shows one scenario, not {}", kind, options.scenarios.size()));
    auto scenario = load_scenario(options.scenarios.front(), options.settings);
    refuse_to_replace(scenario, options.file);
    if (!options.file.empty()) require_writable(options.file);
    return scenario;
}

void write(const PlotOptions& options, std::string picture) {
    if (wants_png(options.file)) picture = png_of(picture, options.width);
    if (options.file.empty())
        emit(picture);
    else
        write_file(options.file, picture);
}

void plot_sweep(const PlotOptions& options) {
    axes_of(options.grid);
    const auto plan = plan_of(options.grid, only_scenario(options, sweep_kind.name), true);
    sweep_and_write(plan, 0, [&](const SweepGrid& grid) {
        write(options, sweep_svg(plan.scenario, grid, options.settings));
    });
}

/// The attributed figure asked for; the ration where none is.
const EffectColumn& effect_of(const PlotOptions& options) {
    const auto& figures = options.grid.figures;
    if (figures.empty()) return effect_columns.front();
    if (figures.size() > 1) wrong("--kind waterfall shows one --figure");
    std::vector<std::string_view> names;
    for (const auto& column : effect_columns) {
        if (column.name == figures.front()) return column;
        names.push_back(column.name);
    }
    no_such("attributed figure", figures.front(), names);
}

void plot_waterfall(const PlotOptions& options) {
    WaterfallOptions shown;
    shown.figure = effect_of(options).name;
    shown.settings = options.settings;
    const auto scenario = only_scenario(options, waterfall_kind.name);
    if (options.grid.year) {
        measure_called("rural_ration_kg", options.grid.year, scenario);
        shown.period = fmt::format("{}", *options.grid.year);
    }
    write(options, waterfall_svg(scenario, shown_attribution(scenario, false), shown));
}

void plot_runs(const PlotOptions& options, std::string_view kind) {
    if (!options.grid.figures.empty())
        wrong(fmt::format("--figure is for --kind waterfall and sweep, not {}", kind));
    ChartOptions shown;
    shown.year = options.grid.year.value_or(0);
    shown.settings = options.settings;
    for (const auto& known : chart_kinds())
        if (known.name == kind) write(options, chart_svg(known.kind, run_all(options), shown));
}

}  // namespace

std::string chart_kinds_help() {
    std::string text = "Kinds of chart:\n";
    for (const auto& kind : all_kinds())
        text += fmt::format("  {:<10} {}\n", kind.name, kind.meaning);
    return text + "\nPNG is made by rsvg-convert (Debian package librsvg2-bin).";
}

void plot_scenarios(const PlotOptions& options) {
    const auto kind = kind_of(options);
    wants_png(options.file);  // tells of a wrong suffix before anything is run
    if (kind == sweep_kind.name) return plot_sweep(options);
    if (kind == waterfall_kind.name) return plot_waterfall(options);
    plot_runs(options, kind);
}

}  // namespace granary::cli

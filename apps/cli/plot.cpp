/// granary plot SCENARIO...

#include <fmt/format.h>

#include <optional>

#include "cli/commands.hpp"
#include "cli/many_runs.hpp"
#include "cli/output.hpp"
#include "cli/readings.hpp"
#include "cli/usage.hpp"
#include "cli/vary.hpp"
#include "granary/foundation/error.hpp"
#include "granary/foundation/file_name.hpp"
#include "granary/foundation/nearest.hpp"
#include "granary/read/reading_file.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"
#include "granary/write/charts.hpp"
#include "granary/write/output.hpp"
#include "granary/write/png.hpp"
#include "granary/write/refuse_to_replace.hpp"
#include "granary/write/study/chart_kinds.hpp"
#include "granary/write/study/sweep_chart.hpp"
#include "granary/write/study/waterfall.hpp"

namespace granary::cli {
namespace {

/// Whether the file is to be PNG: its suffix decides. A device has none and gets SVG.
bool wants_png(const std::string& file) {
    const auto suffix = small_suffix(file);
    if (suffix.empty() && (is_standard_output(file) || file.starts_with("/dev/"))) return false;
    if (suffix == ".svg") return false;
    if (suffix == ".png") return true;
    throw Error(ErrorClass::usage,
                fmt::format("{}: no picture has {}; known are .svg and .png", file,
                            suffix.empty() ? "no suffix" : "the suffix " + suffix));
}

/// The kind asked for: a sweep where something is varied.
const ChartKind& kind_of(const PlotOptions& options) {
    const auto kinds = all_chart_kinds();
    std::vector<std::string_view> names;
    for (const auto& kind : kinds) {
        names.push_back(kind.name);
        if (!options.kind.empty()
                ? kind.name == options.kind
                : options.grid.any_axis() == (kind.subject == ChartSubject::sweep))
            return kind;
    }
    wrong(fmt::format("no kind of chart \"{}\"{} (known are {})", options.kind,
                      did_you_mean(options.kind, names), fmt::join(names, ", ")));
}

/// An option that only some kinds have a use for.
struct Demand {
    std::string_view option;
    bool made;
    bool (*met_by)(const ChartKind&);
};

/// "ladder, waterfall and sweep".
std::string kinds_that_meet(const Demand& demand) {
    std::vector<std::string> names;
    for (const auto& kind : all_chart_kinds())
        if (demand.met_by(kind)) names.emplace_back(kind.name);
    return enumerated(names, "and");
}

/// Nothing that was asked for is passed over without a word.
void refuse_unused(const PlotOptions& options, const ChartKind& kind) {
    const auto& grid = options.grid;
    const Demand demands[] = {
        {"--lever, --parameter and --levels are", grid.any_axis(),
         [](const ChartKind& k) { return k.subject == ChartSubject::sweep; }},
        {"--figure is", !grid.figures.empty(),
         [](const ChartKind& k) { return k.most_figures > 0; }},
        {"--year is", grid.year.has_value(),
         [](const ChartKind& k) { return k.most_runs_of_a_year > 0; }},
    };
    for (const auto& demand : demands)
        if (demand.made && !demand.met_by(kind))
            wrong(fmt::format("{} for --kind {}, not {}", demand.option, kinds_that_meet(demand),
                              kind.name));
    const bool all = options.reading == all_readings;
    const auto runs = options.scenarios.size() * (all ? shipped_readings().size() : 1);
    if (all && (runs > kind.most_runs || (grid.year && runs > kind.most_runs_of_a_year)))
        wrong(fmt::format("--kind {} shows one reading, not all", kind.name));
    if (runs > kind.most_runs)
        wrong(fmt::format("--kind {} shows one scenario, not {}", kind.name, runs));
    if (grid.year && runs > kind.most_runs_of_a_year)
        wrong(fmt::format("--kind {} with --year shows one scenario, not {}", kind.name, runs));
    if (grid.figures.size() > kind.most_figures)
        wrong(fmt::format("--kind {} shows one --figure", kind.name));
    if (options.width && !wants_png(options.file))
        wrong("--width is for PNG: give -o a file with the suffix .png");
}

/// A year that is asked for is one that the scenario runs whole.
void require_whole_year(std::optional<int> year, const Scenario& scenario) {
    if (year) measure_called("rural_ration_kg", year, scenario);
}

std::vector<ChartRun> run_all(const PlotOptions& options) {
    std::vector<ChartRun> runs;
    for (auto& [argument, scenario] :
         asked_scenarios(options.scenarios, options.settings, options.reading)) {
        refuse_to_replace(scenario, options.file);
        require_whole_year(options.grid.year, scenario);
        auto run = simulate(scenario);
        auto tolls = tolls_beside(scenario, options.reading, false);
        runs.push_back({std::move(scenario), std::move(run), std::move(tolls)});
    }
    return runs;
}

Scenario only_scenario(const PlotOptions& options) {
    auto scenario = load_scenario(options.scenarios.front(), options.settings);
    refuse_to_replace(scenario, options.file);
    if (!is_standard_output(options.file)) require_writable(options.file);
    return scenario;
}

void write(const PlotOptions& options, const SvgText& picture) {
    if (!wants_png(options.file)) return put(options.file, picture);
    put_bytes(options.file, png_of(picture.text(), options.width.value_or(default_png_width)));
}

void plot_sweep(const PlotOptions& options) {
    axes_of(options.grid);
    const auto plan = plan_of(options.grid, only_scenario(options), true);
    sweep_and_write(plan, 0, [&](const SweepGrid& grid) {
        write(options, sweep_svg(plan.scenario, grid, options.settings));
    });
}

/// The attributed figure asked for; the ration where none is.
const EffectColumn& effect_of(const PlotOptions& options) {
    const auto& figures = options.grid.figures;
    if (figures.empty()) return effect_columns.front();
    std::vector<std::string_view> names;
    for (const auto& column : effect_columns) {
        if (column.figure.name == figures.front()) return column;
        names.push_back(column.figure.name);
    }
    no_such("attributed figure", figures.front(), names);
}

void plot_waterfall(const PlotOptions& options) {
    WaterfallOptions shown;
    shown.figure = effect_of(options).figure.name;
    shown.settings = options.settings;
    const auto scenario = only_scenario(options);
    require_whole_year(options.grid.year, scenario);
    if (options.grid.year) shown.period = fmt::format("{}", *options.grid.year);
    write(options, waterfall_svg(scenario, shown_attribution(scenario, false), shown));
}

void plot_runs(const PlotOptions& options, const ChartKind& kind) {
    ChartOptions shown;
    shown.year = options.grid.year.value_or(0);
    shown.settings = options.settings;
    write(options, chart_svg(kind.name, run_all(options), shown));
}

}  // namespace

std::string chart_kinds_help() {
    std::string text = "Kinds of chart:\n";
    for (const auto& kind : all_chart_kinds())
        text += fmt::format("  {:<10} {}\n", kind.name, kind.meaning);
    return text + "\nPNG is made by rsvg-convert (Debian package librsvg2-bin).";
}

void plot_scenarios(const PlotOptions& options) {
    const auto& kind = kind_of(options);
    wants_png(options.file);  // tells of a wrong suffix before anything is run
    require_no_terminal(options.file, ".svg");
    refuse_unused(options, kind);
    switch (kind.subject) {
        case ChartSubject::runs:
            return plot_runs(options, kind);
        case ChartSubject::attribution:
            return plot_waterfall(options);
        case ChartSubject::sweep:
            return plot_sweep(options);
    }
}

}  // namespace granary::cli

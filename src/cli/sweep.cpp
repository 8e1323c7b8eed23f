/// granary sweep SCENARIO --lever NAME=FROM:TO:POINTS...

#include "granary/analysis/sweep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "cli/commands.hpp"
#include "cli/heading.hpp"
#include "cli/inputs.hpp"
#include "cli/interrupt.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/vary.hpp"
#include "granary/foundation/error.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"
#include "granary/write/number.hpp"
#include "granary/write/output.hpp"
#include "granary/write/text.hpp"

namespace granary::cli {
namespace {

constexpr std::size_t most_points = 1'000'000;

struct SweepOptions {
    std::string scenario;
    std::vector<std::string> levers, parameters, levels, figures, settings;
    std::optional<int> year;
    std::size_t threads = 0;
    bool quiet = false;
    OutputOptions output{{}, {}, {Format::table, Format::csv}};
};

[[noreturn]] void wrong(std::string message) {
    throw Error(ErrorClass::usage, message);
}

std::vector<Axis> axes_of(const SweepOptions& options) {
    std::vector<Axis> axes;
    for (const auto& argument : options.levers) axes.push_back(lever_axis(argument));
    for (const auto& argument : options.parameters) axes.push_back(parameter_axis(argument));
    for (const auto& argument : options.levels) axes.push_back(levels_axis(argument));
    if (axes.empty()) wrong("nothing to vary: give --lever, --parameter or --levels");
    if (axes.size() > 2) wrong(fmt::format("a sweep has one or two axes, not {}", axes.size()));
    if (axes.size() == 2 && axes[0].variation.name() == axes[1].variation.name())
        wrong(fmt::format("{} is varied twice", axes[0].variation.name()));
    return axes;
}

std::vector<Measure> measures_of(const SweepOptions& options, const Scenario& scenario) {
    auto names = options.figures;
    if (names.empty())
        names = {options.year ? "rural_ration_kg" : "lowest_ration_kg", "excess_deaths_million"};
    std::vector<Measure> measures;
    for (const auto& name : names) measures.push_back(measure_called(name, options.year, scenario));
    const bool of_year = std::any_of(measures.begin(), measures.end(),
                                     [](const Measure& m) { return m.year.has_value(); });
    if (options.year && !of_year)
        wrong(fmt::format("--year {}: {} {} of the whole run", *options.year,
                          fmt::join(names, " and "), names.size() == 1 ? "is" : "are"));
    return measures;
}

SweepPlan plan_of(const SweepOptions& options) {
    const auto axes = axes_of(options);
    const auto scenario = load_scenario(options.scenario, options.settings);
    refuse_to_replace(scenario, options.output.file);
    const SweepGrid grid{axes, {}, {}};
    if (grid.size() > most_points)
        wrong(
            fmt::format("a grid of {} points is too large: at most {}", grid.size(), most_points));
    return {scenario, axes, measures_of(options, scenario)};
}

/// "3 of 13 points" where a sweep was stopped; empty where it was not.
std::string part_done(const SweepGrid& grid) {
    if (grid.complete()) return {};
    return fmt::format("interrupted: the first {} of {} points", grid.points.size(), grid.size());
}

std::string point_text(const SweepGrid& grid, std::size_t point) {
    std::string text;
    for (std::size_t axis = 0; axis < grid.axes.size(); ++axis)
        text += fmt::format("{}{} = {}", axis == 0 ? "" : ", ", grid.axes[axis].variation.name(),
                            shortest(grid.at(point, axis)));
    return text;
}

std::string csv_text(const SweepPlan& plan, const SweepGrid& grid, const SweepOptions& options) {
    Csv csv;
    if (!options.quiet) {
        csv.comment(title_of(plan.scenario));
        csv.comment("scenario: " + options.scenario);
        add_provenance(options.settings, csv);
    }
    if (!grid.complete()) csv.comment(part_done(grid));
    std::vector<std::string> header;
    for (const auto& axis : grid.axes) header.push_back(axis.variation.name());
    for (const auto& measure : grid.measures) header.push_back(measure.name());
    csv.row(header);
    for (std::size_t i = 0; i < grid.points.size(); ++i) {
        std::vector<std::string> cells;
        for (std::size_t axis = 0; axis < grid.axes.size(); ++axis)
            cells.push_back(shortest(grid.at(i, axis)));
        for (const double figure : grid.points[i].figures) cells.push_back(shortest(figure));
        csv.row(cells);
    }
    return csv.text();
}

std::string value_text(double value) {
    return fmt::format("{:.6g}", value);
}

/// A row for each point.
std::string list_text(const SweepGrid& grid, bool strong) {
    std::vector<TextTable::Column> columns;
    for (const auto& axis : grid.axes)
        columns.push_back({axis.variation.name(), axis.variation.unit()});
    for (const auto& measure : grid.measures) columns.push_back({measure.name(), measure.unit()});
    TextTable table(std::move(columns));
    for (std::size_t i = 0; i < grid.points.size(); ++i) {
        std::vector<std::string> cells;
        for (std::size_t axis = 0; axis < grid.axes.size(); ++axis)
            cells.push_back(value_text(grid.at(i, axis)));
        for (std::size_t m = 0; m < grid.measures.size(); ++m)
            cells.push_back(measure_text(grid.measures[m], grid.points[i].figures[m]));
        table.add(std::move(cells));
    }
    return table.text(strong);
}

/// The first axis downwards, the second across.
std::string matrix_text(const SweepGrid& grid, std::size_t measure, bool strong) {
    const auto& across = grid.axes[1].values;
    std::vector<TextTable::Column> columns{{grid.axes[0].variation.name(), ""}};
    for (const double value : across) columns.push_back({value_text(value), ""});
    TextTable table(std::move(columns));
    for (std::size_t row = 0; row * across.size() < grid.points.size(); ++row) {
        std::vector<std::string> cells{value_text(grid.axes[0].values[row])};
        for (std::size_t i = row * across.size();
             i < std::min((row + 1) * across.size(), grid.points.size()); ++i)
            cells.push_back(measure_text(grid.measures[measure], grid.points[i].figures[measure]));
        table.add(std::move(cells));
    }
    return fmt::format("{}, {}; across: {}\n{}", grid.measures[measure].name(),
                       grid.measures[measure].unit(), grid.axes[1].variation.name(),
                       table.text(strong));
}

std::string tables_text(const SweepGrid& grid, bool strong) {
    constexpr std::size_t most_across = 10;
    if (grid.axes.size() == 1 || grid.axes[1].values.size() > most_across)
        return list_text(grid, strong);
    std::string text;
    for (std::size_t m = 0; m < grid.measures.size(); ++m)
        text += (m == 0 ? "" : "\n") + matrix_text(grid, m, strong);
    return text;
}

/// Where the scenario itself stands.
std::string itself(const SweepPlan& plan) {
    const auto run = simulate(plan.scenario);
    std::string text;
    for (const auto& measure : plan.measures)
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", measure.name(),
                            measure_text(measure, measure.of(run)));
    return wrapped("The scenario itself: " + text) + '\n';
}

std::string table_text(const SweepPlan& plan, const SweepGrid& grid, const SweepOptions& options) {
    const bool strong = options.output.strong();
    const auto tables = tables_text(grid, strong);
    if (options.quiet) return tables;
    const auto part = part_done(grid);
    return heading(plan.scenario, options.settings, strong) + '\n' + tables +
           (part.empty() ? "" : part + '\n') + itself(plan);
}

SweepGrid shown_sweep(const SweepPlan& plan, std::size_t threads) {
    const std::size_t total = SweepGrid{plan.axes, {}, {}}.size();
    Progress progress("points", total);
    return sweep(plan, {threads, [&](std::size_t done) {
                            progress.show(done);
                            return !Interrupt::asked();
                        }});
}

/// What is written has empty cells for the points that failed.
void report_faults(const SweepGrid& grid) {
    const auto failed = [](const SweepPoint& point) { return !point.fault.empty(); };
    const auto faults = std::count_if(grid.points.begin(), grid.points.end(), failed);
    if (faults == 0) return;
    const auto first = std::find_if(grid.points.begin(), grid.points.end(), failed);
    throw IntegrationError(fmt::format(
        "{} of {} points have no figures; the first, {}: {}", faults, grid.points.size(),
        point_text(grid, static_cast<std::size_t>(first - grid.points.begin())), first->fault));
}

void sweep_scenario(const SweepOptions& options) {
    const Format format = options.output.chosen();
    const auto plan = plan_of(options);
    refuse_to_replace(plan.scenario, options.output.file);
    if (!options.output.file.empty()) require_writable(options.output.file);
    const Interrupt interrupt;
    const auto grid = shown_sweep(plan, options.threads);
    emit(options.output,
         format == Format::csv ? csv_text(plan, grid, options) : table_text(plan, grid, options));
    if (!grid.complete()) Interrupt::end();
    report_faults(grid);
}

void add_axes(CLI::App& command, SweepOptions& options) {
    const auto add = [&](const char* name, std::vector<std::string>& arguments, const char* type,
                         const char* meaning) {
        command.add_option(name, arguments, meaning)->type_name(type)->allow_extra_args(false);
    };
    add("--lever", options.levers, "NAME=FROM:TO:POINTS",
        "A lever held at each of so many values throughout, e.g. export_mt=0:6:13");
    add("--parameter", options.parameters, "NAME=FROM:TO:POINTS",
        "A constant of the model, e.g. belief_lag_years=0.2:1.5:14");
    add("--levels", options.levels, "FROM:TO", "The number of reporting levels, e.g. 1:8");
    add("--figure", options.figures, "NAME",
        "What to read off each run: lowest_ration_kg and excess_deaths_million, or another "
        "figure of the run, or a column of the year table with --year; may be repeated");
}

}  // namespace

void add_sweep(CLI::App& app) {
    auto options = std::make_shared<SweepOptions>();
    auto* command = app.add_subcommand(
        "sweep", "Run a scenario over a grid of one or two levers, constants or levels");
    command->add_option("scenario", options->scenario, "A shipped scenario's name, or a file")
        ->required()
        ->type_name("SCENARIO");
    add_axes(*command, *options);
    command->add_option("--year", options->year, "The year of a year's figure");
    command->add_option("--threads", options->threads, "At most so many; as many as cores if 0")
        ->check(CLI::Range(0, 1024));
    add_output_options(*command, options->output);
    add_settings(*command, options->settings);
    command->add_flag("--quiet", options->quiet, "The table without title and notes");
    command->callback([options] { sweep_scenario(*options); });
}

}  // namespace granary::cli

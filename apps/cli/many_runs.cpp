#include "cli/many_runs.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/progress.hpp"
#include "cli/usage.hpp"
#include "cli/vary.hpp"
#include "granary/foundation/error.hpp"
#include "granary/foundation/limits.hpp"
#include "granary/write/number.hpp"
#include "granary/write/study/sweep_chart.hpp"

namespace granary::cli {
namespace {

std::vector<Measure> measures_of(const GridOptions& options, const Scenario& scenario) {
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

std::string point_text(const SweepGrid& grid, std::size_t point) {
    std::string text;
    for (std::size_t axis = 0; axis < grid.axes.size(); ++axis)
        text += fmt::format("{}{} = {}", axis == 0 ? "" : ", ", grid.axes[axis].variation.name(),
                            shortest(grid.at(point, axis)));
    return text;
}

/// How far a course may be scaled rests on its heights.
void require_in_range(const Scenario& scenario, const Axis& axis) {
    if (axis.variation.of != Variation::Of::scale) return;
    for (const double end : {axis.values.front(), axis.values.back()})
        if (const auto problem = scale_problem(scenario, axis.variation.row, end)) wrong(*problem);
}

SweepGrid shown_sweep(const SweepPlan& plan, std::size_t threads) {
    const std::size_t total = SweepGrid{plan.axes, {}, {}}.size();
    Progress progress("points", total);
    return sweep(plan, {threads, [&](std::size_t done) {
                            progress.show(done);
                            return true;
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

}  // namespace

std::vector<Axis> axes_of(const GridOptions& options) {
    std::vector<Axis> axes;
    for (const auto& argument : options.levers) axes.push_back(lever_axis(argument));
    for (const auto& argument : options.parameters) axes.push_back(parameter_axis(argument));
    for (const auto& argument : options.levels) axes.push_back(levels_axis(argument));
    if (axes.empty()) wrong("nothing to vary: give --lever, --parameter or --levels");
    if (axes.size() > 2) wrong(fmt::format("a sweep has one or two axes, not {}", axes.size()));
    if (axes.size() == 2 && axes[0].variation.is_of_the_same(axes[1].variation))
        wrong(fmt::format("{} is varied twice", axes[0].variation.what()));
    return axes;
}

SweepPlan plan_of(const GridOptions& options, const Scenario& scenario, bool picture) {
    const SweepGrid grid{axes_of(options), {}, {}};
    const auto& most = picture ? limit::drawn_points : limit::sweep_points;
    if (const auto problem = most.problem(grid.size()))
        wrong(fmt::format("a grid of {} points is too large: {}", grid.size(), *problem));
    for (const auto& axis : grid.axes) require_in_range(scenario, axis);
    return {scenario, grid.axes, measures_of(options, scenario)};
}

void sweep_and_write(const SweepPlan& plan, std::size_t threads,
                     const std::function<void(const SweepGrid&)>& write) {
    const auto grid = shown_sweep(plan, threads);
    write(grid);
    report_faults(grid);
}

Attribution shown_attribution(const Scenario& scenario, bool interactions) {
    Progress progress("runs", all_drivers + 1);
    return attribute(scenario, interactions, {0, [&](std::size_t done) {
                                                  progress.show(done);
                                                  return true;
                                              }});
}

}  // namespace granary::cli

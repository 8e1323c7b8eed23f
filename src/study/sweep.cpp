#include "granary/study/sweep.hpp"

#include <limits>

#include "granary/analysis/tested.hpp"
#include "granary/foundation/checked.hpp"
#include "granary/foundation/error.hpp"
#include "granary/run.hpp"

namespace granary {
namespace {

SweepPoint run_point(const SweepPlan& plan, const SweepGrid& grid, std::size_t point) {
    Scenario scenario = plan.scenario;
    for (std::size_t axis = 0; axis < plan.axes.size(); ++axis)
        scenario = varied(scenario, plan.axes[axis].variation, grid.at(point, axis));
    SweepPoint result;
    try {
        const auto run = simulate(scenario);
        for (const auto& measure : plan.measures) result.figures.push_back(measure.of(run));
        result.untested = causes_untested(scenario, run);
    } catch (const IntegrationError& error) {
        result.fault = error.what();
        result.figures.assign(plan.measures.size(), std::numeric_limits<double>::quiet_NaN());
    }
    return result;
}

}  // namespace

std::vector<double> spaced(double from, double to, std::size_t points) {
    std::vector<double> values{from};
    for (std::size_t i = 1; i + 1 < points; ++i)
        values.push_back(from +
                         (to - from) * static_cast<double>(i) / static_cast<double>(points - 1));
    if (points > 1) values.push_back(to);
    return values;
}

std::size_t SweepGrid::size() const {
    std::size_t size = 1;
    for (const auto& axis : axes) size *= axis.values.size();
    return size;
}

double SweepGrid::at(std::size_t point, std::size_t axis) const {
    checked("axis", axis, axes.size());
    checked("point", point, size());
    for (std::size_t i = axes.size(); i-- > axis + 1;) point /= axes[i].values.size();
    return axes[axis].values[point % axes[axis].values.size()];
}

double SweepGrid::told(std::size_t point, std::size_t measure) const {
    const auto& [figures, fault, untested] = points[checked("point", point, points.size())];
    return granary::told(measures[checked("measure", measure, measures.size())].name(),
                         figures[measure], untested.empty());
}

SweepGrid sweep(const SweepPlan& plan, const Workers& workers) {
    SweepGrid grid{plan.axes, plan.measures, {}};
    grid.points.resize(grid.size());
    const auto done = for_each_part(
        grid.size(), [&](std::size_t i) { grid.points[i] = run_point(plan, grid, i); }, workers);
    grid.points.resize(done);
    return grid;
}

}  // namespace granary

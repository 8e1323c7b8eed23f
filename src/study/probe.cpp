#include "study/probe.hpp"

#include <algorithm>

#include "granary/analysis/outcome.hpp"
#include "granary/foundation/dual.hpp"
#include "granary/run.hpp"
#include "granary/simulate.hpp"

namespace granary {
namespace {

using Direction = Dual<1>;

/// The years whose rations count.
std::vector<int> years_that_count(const SearchPlan& plan) {
    if (plan.condition.year) return {*plan.condition.year};
    std::vector<int> years;
    for (const auto& y : comparable_years(yearly(simulate(plan.scenario)))) years.push_back(y.year);
    return years;
}

template <Real T>
T deaths_of(const Trajectory<T>& run, std::optional<int> year) {
    return year ? run.annual(*year).excess_deaths_million : run.excess_deaths_million();
}

template <Real T>
std::vector<T> margins_of(const Trajectory<T>& run, const Condition& condition,
                          const std::vector<int>& years) {
    if (condition.of == Condition::Of::deaths_below_million)
        return {condition.threshold - deaths_of(run, condition.year)};
    std::vector<T> margins;
    for (const int year : years)
        margins.push_back(run.annual(year).rural_ration_kg - condition.threshold);
    return margins;
}

/// The figure that has these margins.
double figure_of(const Condition& condition, const std::vector<double>& margins) {
    const double least = *std::min_element(margins.begin(), margins.end());
    return condition.of == Condition::Of::deaths_below_million ? condition.threshold - least
                                                               : condition.threshold + least;
}

/// Where two tangents of a margin that turns between them meet; their height there has the sign of
/// the margins if nothing can hide (for a margin that is convex, or concave, between the two).
double meeting_height(double height_a, double slope_a, double height_b, double slope_b,
                      double width) {
    const double at = (height_b - height_a - slope_b * width) / (slope_a - slope_b);
    return height_a + slope_a * at;
}

bool may_dip(const Probe& a, const Probe& b, std::size_t j) {
    return a.slopes[j] < 0 && b.slopes[j] > 0 &&
           meeting_height(a.margins[j], a.slopes[j], b.margins[j], b.slopes[j], b.value - a.value) <
               0;
}

bool may_rise(const Probe& a, const Probe& b, std::size_t j) {
    return a.slopes[j] > 0 && b.slopes[j] < 0 &&
           meeting_height(a.margins[j], a.slopes[j], b.margins[j], b.slopes[j], b.value - a.value) >
               0;
}

}  // namespace

bool Probe::holds() const {
    return std::all_of(margins.begin(), margins.end(), [](double m) { return m > 0; });
}

Prober::Prober(const SearchPlan& plan) : plan_(plan), years_(years_that_count(plan)) {}

Probe Prober::probe(double value) const {
    return exact() ? with_slopes(value) : plain(value);
}

Probe Prober::plain(double value) const {
    const auto run = simulate(varied(plan_.scenario, plan_.variation, value));
    Probe probe{value, 0, margins_of(run, plan_.condition, years_), {}};
    probe.figure = figure_of(plan_.condition, probe.margins);
    return probe;
}

Probe Prober::with_slopes(double value) const {
    Constants<Direction> constants;
    for (std::size_t i = 0; i < constants.values.size(); ++i)
        constants.values[i] = plan_.scenario.constants.values[i];
    constants.values[plan_.variation.row] = Direction::variable(value, 0);
    const auto run = simulate<Rooms>(plan_.scenario, constants);
    Probe probe{value, 0, {}, {}};
    for (const auto& margin : margins_of(run, plan_.condition, years_)) {
        probe.margins.push_back(margin.value());
        probe.slopes.push_back(margin.derivative(0));
    }
    probe.figure = figure_of(plan_.condition, probe.margins);
    return probe;
}

void set_slopes(const Probe& before, Probe& probe, const Probe& after) {
    probe.slopes.clear();
    for (std::size_t j = 0; j < probe.margins.size(); ++j)
        probe.slopes.push_back((after.margins[j] - before.margins[j]) /
                               (after.value - before.value));
}

bool may_hide(const Probe& a, const Probe& b) {
    const std::size_t count = a.margins.size();
    if (a.holds()) {
        for (std::size_t j = 0; j < count; ++j)
            if (may_dip(a, b, j)) return true;
        return false;
    }
    // A year that is short at both ends must rise for the condition to hold between; where one year
    // is short at one end and another at the other, both may be well off between.
    for (std::size_t j = 0; j < count; ++j)
        if (a.margins[j] <= 0 && b.margins[j] <= 0 && !may_rise(a, b, j)) return false;
    return true;
}

}  // namespace granary

#include "granary/study/calibration_checks.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "granary/run.hpp"
#include "study/svd.hpp"

namespace granary {
namespace {

std::string_view figure_of(const Target& target) {
    return figure_columns<double>[target.column].name;
}

bool is_year(const Target& target, int year) {
    return target.from.year == year && target.to.year == year + 1;
}

Target* find(CalibrationPlan& plan, std::string_view figure, int year) {
    for (auto& target : plan.targets)
        if (figure_of(target) == figure && is_year(target, year)) return &target;
    return nullptr;
}

CalibrationPlan exchanged(CalibrationPlan plan, double claim_of_1960) {
    for (const std::string_view figure :
         {"rural_ration_kg", "output_actual_mt", "procurement_net_mt", "procurement_gross_mt",
          "crude_death_rate_per_1000", "crude_birth_rate_per_1000"}) {
        auto* first = find(plan, figure, 1959);
        auto* second = find(plan, figure, 1960);
        if (first != nullptr && second != nullptr) std::swap(first->value, second->value);
    }
    if (auto* claim = find(plan, "output_reported_mt", 1959)) claim->value = claim_of_1960;
    return plan;
}

/// The plan with `change(year, value)` as the rural ration.
template <class Change>
CalibrationPlan with_rations(CalibrationPlan plan, Change change) {
    for (auto& target : plan.targets)
        if (figure_of(target) == "rural_ration_kg")
            target.value = change(target.from.year, target.value);
    return plan;
}

/// Least squares through (x, y), read at `at`; the mean where there is one point.
double line_through(const std::vector<std::pair<double, double>>& points, double at) {
    double mean_x = 0, mean_y = 0, xx = 0, xy = 0;
    for (const auto& [x, y] : points) {
        mean_x += x / static_cast<double>(points.size());
        mean_y += y / static_cast<double>(points.size());
    }
    for (const auto& [x, y] : points) {
        xx += (x - mean_x) * (x - mean_x);
        xy += (x - mean_x) * (y - mean_y);
    }
    return xx > 0 ? mean_y + xy / xx * (at - mean_x) : mean_y;
}

/// A point of time for a target, in years.
double time_of(const Target& target) {
    return static_cast<double>(target.to.year) + target.to.season;
}

bool is_wave(const FittedConstant& constant) {
    return constant.row == parameter::pressure_lull.index ||
           constant.row == parameter::pressure_lushan.index;
}

CalibrationPlan seen_until(const CalibrationPlan& plan, const Instant& until, bool waves_fixed) {
    CalibrationPlan seen = plan;
    std::erase_if(seen.targets, [&](const Target& target) { return until < target.to; });
    for (const auto& [row, prior] : plan.fitted) seen.scenario.constants.values[row] = prior.mean;
    if (waves_fixed) std::erase_if(seen.fitted, is_wave);
    return seen;
}

/// The forecast of a target not seen; nothing where no year of its figure was.
std::vector<Forecast> forecast(const CalibrationPlan& seen, const Target& target,
                               const Trajectory<double>& run) {
    std::vector<std::pair<double, double>> points;
    for (const auto& known : seen.targets)
        if (known.column == target.column) points.emplace_back(time_of(known), known.value);
    if (points.empty()) return {};
    std::sort(points.begin(), points.end());
    return {{target, modelled(run, target), points.back().second,
             line_through(points, time_of(target))}};
}

/// Whether nothing of a plan's targets was altered.
bool same_values(const CalibrationPlan& one, const CalibrationPlan& other) {
    return std::equal(one.targets.begin(), one.targets.end(), other.targets.begin(),
                      other.targets.end(),
                      [](const Target& a, const Target& b) { return a.value == b.value; });
}

}  // namespace

std::vector<FalseRecord> false_records(const CalibrationPlan& plan, double claim_of_1960) {
    std::vector<FalseRecord> records{
        {"1959 and 1960 exchanged", exchanged(plan, claim_of_1960)},
        {"rural ration flat at 190 kg", with_rations(plan, [](int, double) { return 190.0; })},
        {"rural ration of 1960 at 170 kg",
         with_rations(plan, [](int year, double kg) { return year == 1960 ? 170.0 : kg; })},
        {"rural rations of 1960-61 lowered by 10%",
         with_rations(
             plan,
             [](int year, double kg) { return year == 1960 || year == 1961 ? 0.9 * kg : kg; })},
    };
    std::erase_if(records,
                  [&](const FalseRecord& record) { return same_values(record.plan, plan); });
    return records;
}

HeldOut hold_out(const CalibrationPlan& plan, const Instant& until, bool waves_fixed) {
    HeldOut result;
    result.plan = seen_until(plan, until, waves_fixed);
    result.fit = fit(result.plan, prior_centres(result.plan));
    result.name = "fitted to what was known by " + date_text(until) +
                  (waves_fixed ? ", wave heights at their prior" : "");
    const auto run = simulate(fitted_scenario(result.plan, result.fit.values, result.name));
    for (const auto& target : plan.targets)
        if (until < target.to)
            for (auto& known : forecast(result.plan, target, run))
                result.forecasts.push_back(std::move(known));
    return result;
}

Sight sight(const CalibrationPlan& plan, const Fit& fit) {
    Eigen::MatrixXd scaled = fit.at.jacobian;
    for (Eigen::Index i = 0; i < scaled.rows(); ++i)
        scaled.row(i) /= 0.5 * plan.targets[static_cast<std::size_t>(i)].tolerance;
    for (Eigen::Index k = 0; k < scaled.cols(); ++k)
        scaled.col(k) *= plan.fitted[static_cast<std::size_t>(k)].prior.deviation;
    auto [values, vectors] = right_svd(scaled);
    return {std::move(values), std::move(vectors)};
}

std::vector<CorrelatedPair> correlated_pairs(const Fit& fit, double beyond) {
    std::vector<CorrelatedPair> pairs;
    const auto& covariance = fit.covariance;
    for (Eigen::Index i = 0; i < covariance.rows(); ++i)
        for (Eigen::Index j = i + 1; j < covariance.cols(); ++j) {
            const double correlation = covariance(i, j) / sqrt(covariance(i, i) * covariance(j, j));
            if (abs(correlation) > beyond)
                pairs.push_back(
                    {static_cast<std::size_t>(i), static_cast<std::size_t>(j), correlation});
        }
    return pairs;
}

FittedConstant constant_of(const CalibrationPlan& plan, std::size_t parameter_row) {
    for (const auto& constant : plan.fitted)
        if (constant.row == parameter_row) return constant;
    return as_in_the_table(parameter_row);
}

std::vector<Influence> influences(const CalibrationPlan& plan, std::size_t parameter_row) {
    CalibrationPlan alone = plan;
    alone.fitted = {constant_of(plan, parameter_row)};
    const double deviation = alone.fitted.front().prior.deviation;
    const Eigen::VectorXd value =
        Eigen::VectorXd::Constant(1, plan.scenario.constants.values[parameter_row]);
    const auto at = linearise(alone, value);
    std::vector<Influence> found;
    for (std::size_t i = 0; i < plan.targets.size(); ++i)
        found.push_back(
            {plan.targets[i], at.jacobian(static_cast<Eigen::Index>(i), 0) * deviation});
    std::sort(found.begin(), found.end(), [](const Influence& a, const Influence& b) {
        return abs(a.change) / a.target.tolerance > abs(b.change) / b.target.tolerance;
    });
    return found;
}

std::vector<KnotEffect> knot_effects(const Scenario& scenario, int year) {
    const double now = simulate(scenario).annual(year).rural_ration_kg;
    std::vector<KnotEffect> effects;
    for (std::size_t lever = 0; lever < scenario.levers.size(); ++lever) {
        const double raise = 0.1 * (Lever::table[lever].high - Lever::table[lever].low);
        for (const auto& knot : scenario.levers[lever].knots()) {
            Scenario raised = scenario;
            raised.levers[lever] =
                scenario.levers[lever].with_height(knot.at, raise, scenario.constants);
            effects.push_back({lever, knot, simulate(raised).annual(year).rural_ration_kg - now});
        }
    }
    return effects;
}

}  // namespace granary

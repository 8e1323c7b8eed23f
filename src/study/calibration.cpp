#include "granary/study/calibration.hpp"

#include <fmt/format.h>

#include <Eigen/QR>
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <unsupported/Eigen/NonLinearOptimization>

#include "granary/foundation/checked.hpp"
#include "granary/foundation/dual.hpp"
#include "granary/foundation/random.hpp"
#include "granary/run.hpp"
#include "granary/simulate.hpp"
#include "study/svd.hpp"

namespace granary {
namespace {

/// As many directions as most plans ask for, so that they are linearised in one pass. One with more
/// is swept in several.
constexpr std::size_t directions = 25;
using Direction = Dual<directions>;

Eigen::Index index(std::size_t i) {
    return static_cast<Eigen::Index>(i);
}

/// The scenario's constants with the plan's values in place, as T; `value` makes the k-th of them.
template <Real T, class Value>
Constants<T> constants_of(const CalibrationPlan& plan, Value value) {
    Constants<T> constants;
    for (std::size_t i = 0; i < constants.values.size(); ++i)
        constants.values[i] = T(plan.scenario.constants.values[i]);
    for (std::size_t k = 0; k < plan.fitted.size(); ++k)
        constants.values[plan.fitted[k].row] = value(k);
    return constants;
}

/// The optimiser's variable: the bounds are its infinities.
class Logit {
  public:
    explicit Logit(const CalibrationPlan& plan) : plan_(plan) {}

    Eigen::VectorXd values(const Eigen::VectorXd& z) const {
        Eigen::VectorXd values(z.size());
        for (Eigen::Index k = 0; k < z.size(); ++k) values[k] = low(k) + width(k) * part(z[k]);
        return values;
    }
    Eigen::VectorXd variables(const Eigen::VectorXd& values) const {
        Eigen::VectorXd z(values.size());
        for (Eigen::Index k = 0; k < z.size(); ++k) {
            const double p = (values[k] - low(k)) / width(k);
            z[k] = log(p / (1.0 - p));
        }
        return z;
    }
    /// d value / d variable.
    Eigen::VectorXd slopes(const Eigen::VectorXd& z) const {
        Eigen::VectorXd slopes(z.size());
        for (Eigen::Index k = 0; k < z.size(); ++k)
            slopes[k] = width(k) * part(z[k]) * (1.0 - part(z[k]));
        return slopes;
    }

  private:
    const ConstantPrior& prior(Eigen::Index k) const {
        return plan_.fitted[static_cast<std::size_t>(k)].prior;
    }
    double low(Eigen::Index k) const { return prior(k).low; }
    double width(Eigen::Index k) const { return prior(k).high - prior(k).low; }
    static double part(double z) { return 1.0 / (1.0 + exp(-z)); }

    const CalibrationPlan& plan_;
};

/// Targets and prior as residuals in standard deviations, for Eigen's Levenberg-Marquardt.
class Residuals {
  public:
    explicit Residuals(const CalibrationPlan& plan)
        : plan_(plan),
          logit_(plan),
          centres_(prior_centres(plan)),
          deviations_(plan.fitted.size()),
          sigmas_(plan.targets.size()),
          observed_(plan.targets.size()) {
        for (std::size_t k = 0; k < plan.fitted.size(); ++k)
            deviations_[index(k)] = plan.fitted[k].prior.deviation;
        for (std::size_t i = 0; i < plan.targets.size(); ++i) {
            sigmas_[index(i)] = 0.5 * plan.targets[i].tolerance;
            observed_[index(i)] = plan.targets[i].value;
        }
    }

    int inputs() const { return static_cast<int>(plan_.fitted.size()); }
    int values() const { return static_cast<int>(plan_.targets.size() + plan_.fitted.size()); }

    int operator()(const Eigen::VectorXd& z, Eigen::VectorXd& residuals) const {
        const Eigen::VectorXd values = logit_.values(z);
        residuals << data(evaluate(plan_, values)), prior(values);
        return 0;
    }
    int df(const Eigen::VectorXd& z, Eigen::MatrixXd& jacobian) const {
        jacobian =
            whitened(linearise(plan_, logit_.values(z)).jacobian) * logit_.slopes(z).asDiagonal();
        return 0;
    }

    Eigen::VectorXd data(const Eigen::VectorXd& figures) const {
        return (figures - observed_).cwiseQuotient(sigmas_);
    }
    Eigen::VectorXd prior(const Eigen::VectorXd& values) const {
        return (values - centres_).cwiseQuotient(deviations_);
    }
    /// d residuals / d constants, the prior's rows below the data's.
    Eigen::MatrixXd whitened(const Eigen::MatrixXd& jacobian) const {
        Eigen::MatrixXd rows(values(), inputs());
        rows << sigmas_.cwiseInverse().asDiagonal() * jacobian,
            Eigen::MatrixXd(deviations_.cwiseInverse().asDiagonal());
        return rows;
    }
    const Logit& logit() const { return logit_; }

  private:
    const CalibrationPlan& plan_;
    Logit logit_;
    Eigen::VectorXd centres_, deviations_, sigmas_, observed_;
};

/// (J'J)^-1 from the orthogonal factors of J.
Eigen::MatrixXd inverse_of_square(const Eigen::MatrixXd& jacobian) {
    const auto [values, vectors] = right_svd(jacobian);
    const Eigen::VectorXd weights = values.array().square().inverse().matrix();
    return vectors * weights.asDiagonal() * vectors.transpose();
}

void refuse(const std::string& what) {
    throw Error(ErrorClass::usage, what);
}

void require_sound(const Target& target) {
    checked("figure", target.column, figure_columns<double>.size());
    const bool a_tolerance = target.tolerance > 0 && std::isfinite(target.tolerance) &&
                             target.tolerance >= least_tolerance_share * std::abs(target.value);
    if (!a_tolerance || !std::isfinite(target.value))
        refuse(fmt::format("target {}: {} within {} is nothing to fit to", target.label,
                           target.value, target.tolerance));
}

void require_sound(const FittedConstant& constant) {
    const auto& row = Parameter::table[checked("constant", constant.row, Parameter::table.size())];
    const auto& [mean, deviation, low, high, source] = constant.prior;
    const bool is_normal = std::isfinite(deviation) && deviation > 0 &&
                           deviation >= least_deviation_share * (high - low);
    if (!is_normal || !(low < mean && mean < high) || !std::isfinite(high - low))
        refuse(
            fmt::format("a prior of {} within {} for {}: expected a deviation of at least {} of "
                        "the bounds' width, and bounds about the mean, not {} to {}",
                        mean, deviation, row.name, least_deviation_share, low, high));
}

void require_sound(const CalibrationPlan& plan) {
    std::vector<std::size_t> rows;
    for (const auto& constant : plan.fitted) {
        require_sound(constant);
        rows.push_back(constant.row);
    }
    std::sort(rows.begin(), rows.end());
    if (const auto twice = std::adjacent_find(rows.begin(), rows.end()); twice != rows.end())
        refuse(fmt::format("{} is fitted twice", Parameter::table[*twice].name));
    for (const auto& target : plan.targets) require_sound(target);
}

void require_a_value_each(const CalibrationPlan& plan, const Eigen::VectorXd& values) {
    require_sound(plan);
    if (values.size() != index(plan.fitted.size()))
        refuse(fmt::format("{} values for {} fitted constants", values.size(), plan.fitted.size()));
}

void require_inside(const CalibrationPlan& plan, const Eigen::VectorXd& start) {
    require_a_value_each(plan, start);
    for (std::size_t k = 0; k < plan.fitted.size(); ++k) {
        const auto& [row, prior] = plan.fitted[k];
        if (!(prior.low < start[index(k)] && start[index(k)] < prior.high))
            refuse(fmt::format("a start of {} for {}: expected between {} and {}", start[index(k)],
                               Parameter::table[row].name, prior.low, prior.high));
    }
}

/// One pass of a dual run: the figures, and the derivatives by the constants from the `first` on,
/// as many as a dual has directions.
void linearise_from(std::size_t first, const CalibrationPlan& plan, const Eigen::VectorXd& values,
                    Linearised& result) {
    const std::size_t count = std::min(directions, plan.fitted.size() - first);
    const auto constants = constants_of<Direction>(plan, [&](std::size_t k) {
        const double value = values[index(k)];
        // What lies below the first wraps round to far beyond the last.
        return k - first < count ? Direction::variable(value, k - first) : Direction(value);
    });
    const auto run = simulate<Rooms>(plan.scenario, constants);
    for (std::size_t i = 0; i < plan.targets.size(); ++i) {
        const Direction figure = modelled(run, plan.targets[i]);
        result.figures[index(i)] = figure.value();
        for (std::size_t k = 0; k < count; ++k)
            result.jacobian(index(i), index(first + k)) = figure.derivative(k);
    }
}

}  // namespace

FittedConstant as_in_the_table(std::size_t parameter_row) {
    const auto& row = Parameter::table[checked("constant", parameter_row, Parameter::table.size())];
    return {parameter_row,
            {row.value, 0.25 * (row.high - row.low), row.low, row.high, std::string(row.source)}};
}

Eigen::VectorXd prior_centres(const CalibrationPlan& plan) {
    require_sound(plan);
    Eigen::VectorXd centres(plan.fitted.size());
    for (std::size_t k = 0; k < plan.fitted.size(); ++k)
        centres[index(k)] = plan.fitted[k].prior.mean;
    return centres;
}

Eigen::VectorXd evaluate(const CalibrationPlan& plan, const Eigen::VectorXd& values) {
    require_a_value_each(plan, values);
    Scenario scenario = plan.scenario;  // the compiled run takes its constants from there
    scenario.constants =
        constants_of<double>(plan, [&](std::size_t k) { return values[index(k)]; });
    const auto run = simulate(scenario);
    Eigen::VectorXd figures(plan.targets.size());
    for (std::size_t i = 0; i < plan.targets.size(); ++i)
        figures[index(i)] = modelled(run, plan.targets[i]);
    return figures;
}

Linearised linearise(const CalibrationPlan& plan, const Eigen::VectorXd& values) {
    require_a_value_each(plan, values);
    Linearised result{Eigen::VectorXd(plan.targets.size()),
                      Eigen::MatrixXd(plan.targets.size(), plan.fitted.size())};
    std::size_t first = 0;
    do {
        linearise_from(first, plan, values, result);
        first += directions;
    } while (first < plan.fitted.size());
    return result;
}

Fit fit(const CalibrationPlan& plan, const Eigen::VectorXd& start,
        const std::function<void(int, double)>& progress) {
    require_inside(plan, start);
    Residuals residuals(plan);
    Eigen::LevenbergMarquardt<Residuals> solver(residuals);
    solver.parameters.ftol = 1e-15;
    solver.parameters.xtol = 1e-13;
    solver.parameters.maxfev = 400;
    // A long first step can leap to a bound, where the logit is flat (docs/decisions/0007).
    solver.parameters.factor = 0.1;
    Eigen::VectorXd z = residuals.logit().variables(start);
    auto status = solver.minimizeInit(z);
    Fit result;
    while (status == Eigen::LevenbergMarquardtSpace::Running ||
           status == Eigen::LevenbergMarquardtSpace::NotStarted) {
        status = solver.minimizeOneStep(z);
        ++result.iterations;
        if (progress) progress(result.iterations, 0.5 * solver.fnorm * solver.fnorm);
    }
    result.values = residuals.logit().values(z);
    result.at = linearise(plan, result.values);
    result.data_cost = 0.5 * residuals.data(result.at.figures).squaredNorm();
    result.cost = result.data_cost + 0.5 * residuals.prior(result.values).squaredNorm();
    result.covariance = inverse_of_square(residuals.whitened(result.at.jacobian));
    result.converged = status != Eigen::LevenbergMarquardtSpace::TooManyFunctionEvaluation &&
                       status != Eigen::LevenbergMarquardtSpace::ImproperInputParameters &&
                       std::isfinite(solver.fnorm) && std::isfinite(result.cost) &&
                       result.values.allFinite() && result.covariance.allFinite();
    return result;
}

std::vector<Eigen::VectorXd> spread_starts(const CalibrationPlan& plan, std::size_t count,
                                           std::uint64_t seed) {
    require_sound(plan);
    std::vector<Eigen::VectorXd> starts(count, Eigen::VectorXd(plan.fitted.size()));
    for (std::size_t k = 0; k < plan.fitted.size(); ++k) {
        const auto& prior = plan.fitted[k].prior;
        const auto cells = permutation(count, seed, k);
        for (std::size_t i = 0; i < count; ++i) {
            const double part = (static_cast<double>(cells[i]) + uniform(seed, k, count + i)) /
                                static_cast<double>(count);
            starts[i][index(k)] = prior.low + (prior.high - prior.low) * (0.02 + 0.96 * part);
        }
    }
    return starts;
}

double effective_values(const CalibrationPlan& plan, const Fit& fit) {
    double sum = 0;
    for (std::size_t k = 0; k < plan.fitted.size(); ++k) {
        const double prior = plan.fitted[k].prior.deviation;
        sum += 1.0 - fit.covariance(index(k), index(k)) / (prior * prior);
    }
    return sum;
}

Scenario fitted_scenario(const CalibrationPlan& plan, const Eigen::VectorXd& values,
                         const std::string& source) {
    require_a_value_each(plan, values);
    Scenario scenario = plan.scenario;
    for (std::size_t k = 0; k < plan.fitted.size(); ++k) {
        const auto& [row, prior] = plan.fitted[k];
        scenario.constants.values[row] = values[index(k)];
        scenario.constant_sources[row] = source;
        scenario.constant_priors[row] = prior;
    }
    return scenario;
}

}  // namespace granary

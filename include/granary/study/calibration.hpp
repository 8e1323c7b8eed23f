#pragma once
/// Finding constants: maximum a posteriori, least squares on the targets plus the prior. A target's
/// tolerance is two standard deviations.

#include <Eigen/Core>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/scenario/scenario.hpp"
#include "granary/study/targets.hpp"

namespace granary {

/// A constant that a plan fits.
struct FittedConstant {
    std::size_t row = 0;  ///< of the parameter table
    ConstantPrior prior;
};

/// A constant that a plan holds at a value.
struct HeldConstant {
    std::size_t row = 0;
    double value = 0;
    std::string source;
};

/// What is fitted to what, in which scenario. All that takes a plan throws NotFound where it names
/// a row that is not there, and Error (usage) where a constant stands in it twice or has a prior
/// outside its bounds, a target has no tolerance above 0, or values are not as many as constants.
struct CalibrationPlan {
    Scenario scenario;  ///< with the constants held
    std::vector<FittedConstant> fitted;
    std::vector<Target> targets;
    std::string file = {};  ///< on disk that it was read from; empty where shipped or built in code
    /// Of periods that no fit sees, to be told beside it.
    std::vector<Target> held_out = {};
    std::vector<HeldConstant> held = {};
    std::string name = {}, title = {}, summary = {};  ///< of the reading that it makes
};

/// A constant with a prior as wide as the table allows: about its value, with a quarter of the
/// range as deviation and the range as bounds. Throws NotFound.
GRANARY_API FittedConstant as_in_the_table(std::size_t parameter_row);

/// Figures and their exact derivatives: one row per target, one column per fitted constant.
struct Linearised {
    Eigen::VectorXd figures;
    Eigen::MatrixXd jacobian;
};

/// The plan's figures at `values` of its fitted constants.
GRANARY_API Eigen::VectorXd evaluate(const CalibrationPlan& plan, const Eigen::VectorXd& values);
/// The same with derivatives, of as many constants as the plan has: in one pass of a dual run for
/// every so many.
GRANARY_API Linearised linearise(const CalibrationPlan& plan, const Eigen::VectorXd& values);

/// A target's tolerance is at least so large a share of its value: far below what any record is
/// known to, and where a fit still finds its optimum.
inline constexpr double least_tolerance_share = 1e-6;
/// A prior's deviation is at least so large a share of the width of its bounds, for the same
/// reason.
inline constexpr double least_deviation_share = 1e-6;

/// An optimum with what the data say there. Covariance and Jacobian have a column for each fitted
/// constant, in the order of the plan.
struct Fit {
    Eigen::VectorXd values;  ///< of the plan's fitted constants
    double cost = 0;         ///< half the sum of squares, prior included
    double data_cost = 0;    ///< the part of the targets
    int iterations = 0;
    bool converged = false;      ///< at an optimum, of which all that is told here is a number
    Linearised at;               ///< figures and derivatives there
    Eigen::MatrixXd covariance;  ///< posterior, of the constants (Laplace)
};

/// The optimum reached from `start` by Levenberg-Marquardt; bounds are kept by a logit in the
/// optimiser alone, and `start` is refused where it is not strictly inside them. `progress` is told
/// iteration and cost.
GRANARY_API Fit fit(const CalibrationPlan& plan, const Eigen::VectorXd& start,
                    const std::function<void(int, double)>& progress = {});

/// The prior centres of the plan's constants.
GRANARY_API Eigen::VectorXd prior_centres(const CalibrationPlan& plan);

/// `count` starts spread over the bounds by a Latin hypercube of the given seed.
GRANARY_API std::vector<Eigen::VectorXd> spread_starts(const CalibrationPlan& plan,
                                                       std::size_t count, std::uint64_t seed);

/// How many values the data pin: the sum over constants of 1 - posterior/prior variance.
GRANARY_API double effective_values(const CalibrationPlan& plan, const Fit& fit);

/// The plan's scenario with the fitted values in it.
GRANARY_API Scenario fitted_scenario(const CalibrationPlan& plan, const Eigen::VectorXd& values,
                                     const std::string& source);

}  // namespace granary

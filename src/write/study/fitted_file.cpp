#include "granary/write/study/fitted_file.hpp"

#include <fmt/format.h>

#include "granary/write/number.hpp"

namespace granary {

std::string fitted_file(const CalibrationPlan& plan, const Fit& fit, const std::string& command) {
    std::string text = fmt::format(
        "# Constants found by calibration, written by `{}`; not to be edited by hand.\n"
        "# moved: how many prior standard deviations the record moved the value from its prior.\n"
        "# Cost {} ({} targets, {} constants, {} iterations).\n\n[parameters]\n",
        command, fixed(fit.cost, 6), plan.targets.size(), plan.fitted.size(), fit.iterations);
    for (std::size_t k = 0; k < plan.fitted.size(); ++k) {
        const auto& row = Parameter::table[plan.fitted[k]];
        const auto i = static_cast<Eigen::Index>(k);
        const double moved = (fit.values[i] - row.value) / prior_deviation(plan.fitted[k]);
        text += fmt::format(
            "{} = {{ value = {}, standard_error = {}, prior = {}, moved = {}, "
            "source = \"fitted: {}\" }}\n",
            row.name, shortest(fit.values[i]), fixed(sqrt(fit.covariance(i, i)), 6),
            shortest(row.value), fixed(moved, 3), command);
    }
    return text;
}

}  // namespace granary

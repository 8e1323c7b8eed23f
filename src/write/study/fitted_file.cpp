#include "granary/write/study/fitted_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "granary/write/json.hpp"
#include "granary/write/number.hpp"

namespace granary {
namespace {

/// A text in quotes, as TOML and JSON agree to write it.
std::string toml_text(const std::string& text) {
    return Json(text).text();
}

std::string prior_text(const ConstantPrior& prior) {
    return fmt::format("{{ mean = {}, deviation = {}, low = {}, high = {}, source = {} }}",
                       shortest(prior.mean), shortest(prior.deviation), shortest(prior.low),
                       shortest(prior.high), toml_text(prior.source));
}

std::string heading(std::string_view key, const std::string& words) {
    return words.empty() ? std::string() : fmt::format("{} = {}\n", key, toml_text(words));
}

bool is_settled(const CalibrationPlan& plan, std::size_t row) {
    const auto is_it = [&](const auto& constant) { return constant.row == row; };
    return std::any_of(plan.fitted.begin(), plan.fitted.end(), is_it) ||
           std::any_of(plan.held.begin(), plan.held.end(), is_it);
}

/// The constants that the plan's scenario has of another reading, and that the fit rests on.
std::string carried(const CalibrationPlan& plan) {
    const auto& scenario = plan.scenario;
    std::string text;
    for (std::size_t row = 0; row < Parameter::table.size(); ++row)
        if (scenario.is_of_the_reading[row] && !is_settled(plan, row))
            text += fmt::format("{} = {{ value = {}, source = {} }}\n", Parameter::table[row].name,
                                shortest(scenario.constants.values[row]),
                                toml_text(scenario.constant_sources[row]));
    return text;
}

}  // namespace

std::string fitted_file(const CalibrationPlan& plan, const Fit& fit, const std::string& command) {
    std::string text = fmt::format(
        "# Constants found by calibration, written by `{}`; not to be edited by hand.\n"
        "# Cost {} ({} targets, {} constants, {} iterations).\n\n{}{}\n[parameters]\n",
        command, fixed(fit.cost, 6), plan.targets.size(), plan.fitted.size(), fit.iterations,
        heading("title", plan.title), heading("summary", plan.summary));
    for (std::size_t k = 0; k < plan.fitted.size(); ++k) {
        const auto& [row, prior] = plan.fitted[k];
        const auto i = static_cast<Eigen::Index>(k);
        text += fmt::format(
            "{} = {{ value = {}, standard_error = {}, prior = {}, source = \"fitted: {}\" }}\n",
            Parameter::table[row].name, shortest(fit.values[i]),
            fixed(sqrt(fit.covariance(i, i)), 6), prior_text(prior), command);
    }
    for (const auto& [row, value, source] : plan.held)
        text += fmt::format("{} = {{ value = {}, source = {} }}\n", Parameter::table[row].name,
                            shortest(value), toml_text(source));
    return text + carried(plan);
}

}  // namespace granary

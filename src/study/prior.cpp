#include "granary/study/prior.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "granary/foundation/error.hpp"
#include "granary/scenario/validate.hpp"

namespace granary {
namespace {

std::optional<std::string> own_problem(const Scenario& scenario, const Varied& item) {
    const auto allowed = range_of(scenario, item.variation);
    if (!allowed)
        return fmt::format("{}: nothing to scale, it is 0 throughout",
                           Lever::table[item.variation.row].name);
    const auto& [low, high] = item.distribution.range();
    if (allowed->low <= low && high <= allowed->high) return std::nullopt;
    return fmt::format("{} reaches from {} to {}: expected from {} to {} {}", item.variation.name(),
                       low, high, allowed->low, allowed->high, item.variation.unit());
}

std::optional<std::string> repeated(std::span<const Varied> varied, std::size_t i) {
    const auto before = varied.first(i);
    const auto same = [&](const Varied& other) {
        return other.variation.is_of_the_same(varied[i].variation);
    };
    if (std::none_of(before.begin(), before.end(), same)) return std::nullopt;
    return fmt::format("{} varies twice", varied[i].variation.name());
}

std::vector<std::string> faults_of(const Scenario& scenario) {
    std::vector<std::string> messages;
    for (const auto& problem : validate(scenario)) messages.push_back(problem.message);
    return messages;
}

/// An end of what the item ranges over. A scale at its very limit is taken a little lower, because
/// its product with a height may round to beyond the lever's.
double end_of(const Scenario& scenario, const Varied& item, bool to_high) {
    constexpr double little_lower = 1 - 0x1p-50;
    const auto& [low, high] = item.distribution.range();
    if (!to_high) return low;
    const bool at_limit = item.variation.of == Variation::Of::scale &&
                          high == range_of(scenario, item.variation)->high;
    return at_limit ? high * little_lower : high;
}

/// What is wrong where the constants are at one end of their ranges and all else is at one. A
/// height is a product of a constant and a scale, so it is farthest out at such a corner.
std::vector<std::string> problems_at_corner(const Scenario& scenario,
                                            std::span<const Varied> varied, bool constants_high,
                                            bool others_high) {
    Scenario corner = scenario;
    for (const auto& item : varied) {
        const bool constant = item.variation.of == Variation::Of::parameter;
        vary(corner, item.variation,
             end_of(scenario, item, constant ? constants_high : others_high));
    }
    return faults_of(corner);
}

/// What no single distribution is to blame for.
std::vector<std::string> joint_problems(const Scenario& scenario, std::span<const Varied> varied) {
    const auto of_itself = faults_of(scenario);
    std::vector<std::string> found;
    const auto is_among = [](const std::vector<std::string>& list, const std::string& message) {
        return std::find(list.begin(), list.end(), message) != list.end();
    };
    for (const bool constants_high : {false, true})
        for (const bool others_high : {false, true})
            for (auto& message : problems_at_corner(scenario, varied, constants_high, others_high))
                if (!is_among(of_itself, message) && !is_among(found, message))
                    found.push_back(std::move(message));
    return found;
}

void require_a_coordinate_each(std::span<const Varied> varied, std::span<const double> point) {
    if (point.size() != varied.size())
        throw Error(ErrorClass::usage, fmt::format("a point of {} coordinates: {} things vary",
                                                   point.size(), varied.size()));
}

}  // namespace

std::vector<Varied> prior(const Scenario& scenario) {
    std::vector<Varied> list;
    for (std::size_t row = 0; row < scenario.constant_priors.size(); ++row)
        if (const auto& known = scenario.constant_priors[row]; known.is_known())
            list.push_back({Variation::parameter(row),
                            Distribution::normal(known.mean, known.deviation,
                                                 ValueRange{known.low, known.high}),
                            known.source});
    return list;
}

std::vector<std::string> variation_problems(const Scenario& scenario,
                                            std::span<const Varied> varied) {
    if (varied.empty()) return {"nothing is varied"};
    std::vector<std::string> found;
    for (std::size_t i = 0; i < varied.size(); ++i)
        for (auto& problem : {own_problem(scenario, varied[i]), repeated(varied, i)})
            if (problem) found.push_back(*problem);
    return found.empty() ? joint_problems(scenario, varied) : found;
}

void require_in_range(const Scenario& scenario, std::span<const Varied> varied) {
    std::vector<Problem> problems;
    for (auto& message : variation_problems(scenario, varied))
        problems.push_back({{scenario.name, 0, 0}, std::move(message)});
    if (!problems.empty()) throw ScenarioError(std::move(problems));
}

std::vector<double> member_values(std::span<const Varied> varied, std::span<const double> point) {
    require_a_coordinate_each(varied, point);
    std::vector<double> values;
    values.reserve(varied.size());
    for (std::size_t i = 0; i < varied.size(); ++i)
        values.push_back(varied[i].distribution.quantile(point[i]));
    return values;
}

Scenario member_scenario(const Scenario& scenario, std::span<const Varied> varied,
                         std::span<const double> point) {
    require_a_coordinate_each(varied, point);
    Scenario member = scenario;
    for (std::size_t i = 0; i < varied.size(); ++i)
        vary(member, varied[i].variation, varied[i].distribution.quantile(point[i]));
    return member;
}

}  // namespace granary

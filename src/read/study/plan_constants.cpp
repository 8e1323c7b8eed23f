#include "read/study/plan_constants.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "granary/scenario/validate.hpp"
#include "read/parameter_reader.hpp"

namespace granary::read {
namespace {

constexpr auto held_keys = std::to_array<std::string_view>({"value", "source"});

/// `take(row, node)` for each constant of a table of them.
template <class Take>
void each_constant(const PlanFile& file, std::string_view key, Take take) {
    const auto* node = file.table.get(key);
    if (node == nullptr) return;
    const auto* table = node->as_table();
    if (table == nullptr) {
        file.reading.wrong(key, *node, "a table of constants");
        return;
    }
    for (const auto& [name, value] : *table)
        if (const auto row = find_row<Parameter>(name.str()))
            take(*row, value);
        else
            refuse(file.reading, "parameter", name, row_names<Parameter>());
}

std::optional<HeldConstant> held_constant(const Reading& reading, std::size_t row,
                                          const toml::node& node) {
    const auto& about = Parameter::table[row];
    const auto* table = node.as_table();
    if (table != nullptr)
        check_keys(reading, fmt::format("key of {}", about.name), *table, held_keys);
    const auto* number = table ? table->get("value") : nullptr;
    const auto* source = table ? table->get("source") : nullptr;
    if (number == nullptr || source == nullptr) {
        reading.wrong(about.name, node, "{ value = ..., source = ... }");
        return std::nullopt;
    }
    const auto value = read_number(reading, about.name, *number, expected_of(about));
    const auto why = read_text(reading, "source", *source, limit::source);
    if (value && !in_range(about, *value))
        reading.problem(number->source(), *range_problem(about, *value));
    if (!value || !why) return std::nullopt;
    return HeldConstant{row, *value, *why};
}

/// What a reading gives lies below what a scenario sets for itself: a plan that settled it would be
/// of what no run has.
void require_not_its_own(const PlanFile& file, std::size_t row, const toml::node& node,
                         const Scenario& scenario) {
    if (!scenario.constant_sources[row].empty() && !scenario.is_of_the_reading[row])
        file.reading.problem(node.source(),
                             fmt::format("{} sets {} for itself, which no reading changes",
                                         scenario.name, Parameter::table[row].name));
}

/// A reading is refused where it leaves the range of the table.
void require_bounds_in_range(const PlanFile& file, const ParameterRow& about,
                             const toml::node& node, const ConstantPrior& prior) {
    if (prior.is_known() && (prior.low < about.low || about.high < prior.high))
        file.reading.problem(
            node.source(),
            fmt::format("{} is sought from {} to {}: expected bounds within {} to {}", about.name,
                        prior.low, prior.high, about.low, about.high));
}

/// A narrower prior holds a constant rather than fits it.
void require_wide_enough(const PlanFile& file, const ParameterRow& about, const toml::node& node,
                         const ConstantPrior& prior) {
    const double least = least_deviation_share * (prior.high - prior.low);
    if (prior.is_known() && prior.deviation < least)
        file.reading.problem(
            node.source(),
            fmt::format("{} within {}: expected a deviation of at least {}, or the constant under "
                        "[held]",
                        about.name, prior.deviation, least));
}

}  // namespace

void read_constants(const PlanFile& file, CalibrationPlan& plan) {
    const auto forget = [&](std::size_t row) {
        std::erase_if(plan.fitted, [&](const FittedConstant& known) { return known.row == row; });
        std::erase_if(plan.held, [&](const HeldConstant& known) { return known.row == row; });
    };
    each_constant(file, "fitted", [&](std::size_t row, const toml::node& node) {
        const auto& about = Parameter::table[row];
        const auto prior = read_prior(file.reading, about, node);
        require_not_its_own(file, row, node, plan.scenario);
        require_bounds_in_range(file, about, node, prior);
        require_wide_enough(file, about, node, prior);
        forget(row);
        plan.fitted.push_back({row, prior});
    });
    each_constant(file, "held", [&](std::size_t row, const toml::node& node) {
        const auto held = held_constant(file.reading, row, node);
        if (const auto* fitted = file.table.get_as<toml::table>("fitted");
            fitted != nullptr && fitted->contains(Parameter::table[row].name))
            file.reading.problem(node.source(),
                                 fmt::format("{} stands under [fitted] and under [held]",
                                             Parameter::table[row].name));
        require_not_its_own(file, row, node, plan.scenario);
        forget(row);
        if (held) plan.held.push_back(*held);
    });
}

void settle_constants(CalibrationPlan& plan) {
    const auto by_row = [](const auto& a, const auto& b) { return a.row < b.row; };
    std::sort(plan.fitted.begin(), plan.fitted.end(), by_row);
    std::sort(plan.held.begin(), plan.held.end(), by_row);
    for (const auto& [row, value, source] : plan.held) {
        plan.scenario.constants.values[row] = value;
        plan.scenario.constant_sources[row] = source;
    }
}

}  // namespace granary::read

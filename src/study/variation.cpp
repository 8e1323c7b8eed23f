#include "granary/study/variation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "granary/analysis/lever_differences.hpp"
#include "granary/foundation/checked.hpp"
#include "granary/scenario/schedule_points.hpp"
#include "granary/scenario/validate.hpp"
#include "granary/study/change_lever.hpp"

namespace granary {
namespace {

const LeverRow& lever_of(std::size_t row) {
    return Lever::table[checked("lever", row, Lever::table.size())];
}

const ParameterRow& constant_of(std::size_t row) {
    return Parameter::table[checked("constant", row, Parameter::table.size())];
}

std::string decisions_text(const std::vector<Decision>& decisions) {
    std::string text;
    for (const auto& [lever, value] : decisions)
        text += fmt::format("{}{} = {}", text.empty() ? "" : ", ", lever_of(lever).name, value);
    return text;
}

/// Every height in force of the lever, of the nation's schedule and of the regions' own.
std::vector<double> heights_of(const Scenario& scenario, std::size_t lever_row) {
    std::vector<double> heights;
    for (std::size_t r = 0; r < scenario.regions.size(); ++r)
        for (const auto& knot : points_of(scenario.schedule(lever_row, r), scenario.constants))
            heights.push_back(knot.height.value(scenario.constants));
    return heights;
}

std::optional<ValueRange> scale_range(const Scenario& scenario, std::size_t lever_row) {
    const auto& row = lever_of(lever_row);
    double most = std::numeric_limits<double>::infinity();
    for (const double height : heights_of(scenario, lever_row)) {
        if (height > 0) most = std::min(most, row.high / height);
        if (height < 0) most = std::min(most, row.low / height);
    }
    return std::isfinite(most) ? std::optional(ValueRange{0, most}) : std::nullopt;
}

}  // namespace

std::string Variation::name() const {
    switch (of) {
        case Of::lever:
            return fmt::format("{} held", lever_of(row).name);
        case Of::scale:
            return fmt::format("scale of {}", lever_of(row).name);
        case Of::date:
            return fmt::format("date of {}", decisions_text(decisions));
        case Of::parameter:
            return std::string(constant_of(row).name);
        case Of::levels:
            break;
    }
    return "reporting_levels";
}

std::string_view Variation::what() const {
    switch (of) {
        case Of::lever:
        case Of::scale:
            return lever_of(row).name;
        case Of::parameter:
            return constant_of(row).name;
        case Of::date:
            return "date";
        case Of::levels:
            break;
    }
    return "reporting_levels";
}

std::string Variation::setting(double value) const {
    switch (of) {
        case Of::lever:
            return fmt::format("levers.{}={}", lever_of(row).name, value);
        case Of::scale:
            return fmt::format("levers.{}*={}", lever_of(row).name, value);
        case Of::parameter:
            return fmt::format("parameters.{}={}", constant_of(row).name, value);
        case Of::levels:
            return fmt::format("reporting_levels={}", value);
        case Of::date:
            break;
    }
    return {};
}

std::string Variation::unit() const {
    switch (of) {
        case Of::lever:
            return std::string(lever_of(row).unit);
        case Of::date:
            return "yr";
        case Of::parameter:
            return std::string(constant_of(row).unit);
        case Of::scale:
        case Of::levels:
            break;
    }
    return "1";
}

void vary(Scenario& scenario, const Variation& variation, double value) {
    switch (variation.of) {
        case Variation::Of::lever:
            hold_lever(scenario, variation.row, value);
            break;
        case Variation::Of::scale:
            change_lever(scenario, variation.row,
                         [&](const Schedule& schedule) { return schedule.scaled(value); });
            break;
        case Variation::Of::date:
            for (const auto& [lever, height] : variation.decisions)
                change_lever(scenario, lever, [&, to = height](const Schedule& schedule) {
                    return schedule.replaced_from(instant_at(value), Schedule(Height::number(to)));
                });
            break;
        case Variation::Of::parameter:
            checked("constant", variation.row, scenario.constants.values.size());
            scenario.constants.values[variation.row] = value;
            scenario.constant_sources[variation.row] = "varied";
            break;
        case Variation::Of::levels:
            scenario.reporting_levels = static_cast<std::size_t>(value);
            break;
    }
}

Scenario varied(const Scenario& scenario, const Variation& variation, double value) {
    Scenario result = scenario;
    vary(result, variation, value);
    return result;
}

std::optional<ValueRange> range_of(const Scenario& scenario, const Variation& variation) {
    switch (variation.of) {
        case Variation::Of::lever: {
            const auto& row = lever_of(variation.row);
            return ValueRange{row.low, row.high};
        }
        case Variation::Of::scale:
            return scale_range(scenario, variation.row);
        case Variation::Of::date:
            return ValueRange{years_of(scenario.start), years_of(scenario.end)};
        case Variation::Of::parameter: {
            const auto& row = constant_of(variation.row);
            return ValueRange{row.low, row.high};
        }
        case Variation::Of::levels:
            break;
    }
    return ValueRange{1, static_cast<double>(Scenario::most_levels)};
}

std::string scale_expected(std::size_t lever_row, const ValueRange& range) {
    const auto& row = lever_of(lever_row);
    return fmt::format("a factor from {} to {}, as far as {} stays {}", range.low, range.high,
                       row.name, expected_of(row));
}

std::optional<std::string> scale_problem(const Scenario& scenario, std::size_t lever_row,
                                         double factor) {
    const auto range = scale_range(scenario, lever_row);
    const auto name = lever_of(lever_row).name;
    if (!range) return fmt::format("{} is 0 throughout: a multiple of it changes nothing", name);
    if (range->low <= factor && factor <= range->high) return std::nullopt;
    return fmt::format("{}*={} is out of range: {}", name, factor,
                       scale_expected(lever_row, *range));
}

double present_value(const Scenario& scenario, const Variation& variation) {
    switch (variation.of) {
        case Variation::Of::lever:
            checked("lever", variation.row, scenario.levers.size());
            return mean_of(scenario.levers[variation.row], scenario.start, scenario.end,
                           scenario.constants);
        case Variation::Of::scale:
            return 1;
        case Variation::Of::date:
            return years_of(scenario.end);
        case Variation::Of::parameter:
            checked("constant", variation.row, scenario.constants.values.size());
            return scenario.constants.values[variation.row];
        case Variation::Of::levels:
            break;
    }
    return static_cast<double>(scenario.reporting_levels);
}

double years_of(const Instant& at) {
    return static_cast<double>(at.year) + at.season;
}

Instant instant_at(double years) {
    const double year = std::floor(years);
    return {static_cast<int>(year), years - year};
}

}  // namespace granary

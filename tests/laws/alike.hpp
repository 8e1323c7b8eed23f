#pragma once
/// Scenarios that must give the same answer as another one.

#include <fmt/format.h>

#include <array>
#include <cstddef>

#include "granary/scenario/scenario.hpp"

namespace granary::laws {

/// Every region cut into `parts` equal ones.
inline Scenario split_regions(const Scenario& scenario, std::size_t parts) {
    Scenario result = scenario;
    result.regions.clear();
    for (const auto& region : scenario.regions)
        for (std::size_t i = 0; i < parts; ++i) {
            result.regions.push_back(region);
            result.regions.back().name =
                fmt::format("part {} of {}", i + 1, region.name.empty() ? "all" : region.name);
            result.regions.back().share = region.share / static_cast<double>(parts);
        }
    return result;
}

/// The same schedule with numbers in the place of parameters.
inline Schedule in_numbers(const Schedule& schedule, const Constants<double>& constants) {
    const auto number = [&](const Knot& knot) {
        return Knot{knot.at, Height::number(knot.height.value(constants)), knot.source};
    };
    Schedule result(Height::number(0));
    for (const auto& segment : schedule.segments()) {
        const auto line = segment.is_constant()
                              ? Schedule::steps({number(segment.first)})
                              : Schedule::linear({number(segment.first), number(segment.second)});
        result = result.replaced_from(segment.from, line);
    }
    return result;
}

/// A country of half the size: half the shares, and half of what is an amount of the whole country.
inline Scenario half_country(const Scenario& scenario) {
    Scenario result = scenario;
    for (auto& region : result.regions) region.share *= 0.5;
    for (const std::size_t lever : {lever::relief.index, lever::export_mt.index,
                                    lever::import_mt.index, lever::urban_migration.index})
        result.levers[lever] = in_numbers(scenario.levers[lever], scenario.constants).scaled(0.5);
    for (const std::size_t row :
         {parameter::state_grain_start_mt.index, parameter::other_state_use_mt.index,
          parameter::planned_export_mt.index, parameter::planned_import_mt.index})
        result.constants.values[row] *= 0.5;
    return result;
}

}  // namespace granary::laws

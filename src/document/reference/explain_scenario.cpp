/// granary explain scenario NAME

#include <fmt/format.h>

#include <algorithm>

#include "granary/document/heading.hpp"
#include "granary/document/reference/explanation.hpp"
#include "granary/document/schedule_text.hpp"
#include "granary/document/sheet.hpp"
#include "granary/read/scenario_file.hpp"

namespace granary {
namespace {

/// Fitted heights have many digits that mean nothing.
std::string brief_number(double value) {
    return fmt::format("{:.4g}", value);
}

/// One height, or how many points between which dates and heights.
std::string brief(const Schedule& schedule, const Constants<double>& constants) {
    const auto points = points_of(schedule, constants);
    if (points.size() == 1) return height_text(points.front().height, constants);
    double low = points.front().height.value(constants), high = low;
    for (const auto& knot : points) {
        low = std::min(low, knot.height.value(constants));
        high = std::max(high, knot.height.value(constants));
    }
    return fmt::format("{} points between {} and {}, the last of {}", points.size(),
                       brief_number(low), brief_number(high), point_date(points.back().at));
}

std::string regions_text(const Scenario& scenario) {
    std::string text;
    for (const auto& region : scenario.regions) {
        if (scenario.regions.size() == 1) continue;
        text += fmt::format("{}{} (share {}", text.empty() ? "" : ", ", one_line(region.name),
                            region.share);
        for (std::size_t i = 0; i < region.levers.size(); ++i)
            if (region.levers[i])
                text += fmt::format(", {} {}", Lever::table[i].name,
                                    brief(*region.levers[i], scenario.constants));
        text += ')';
    }
    return text;
}

std::string parameters_set(const Scenario& scenario) {
    std::string text;
    for (std::size_t i = 0; i < Parameter::table.size(); ++i) {
        const auto& source = scenario.constant_sources[i];
        if (source.empty()) continue;
        text += fmt::format("\n  {} = {:.6g} ({})", Parameter::table[i].name,
                            scenario.constants.values[i], one_line(source));
    }
    return text.empty() ? text : "\nParameters set:" + text + '\n';
}

std::string scenario_sheet(const Scenario& scenario) {
    Sheet sheet(fmt::format("scenario {}: {}", scenario.name, title_of(scenario)));
    sheet.add("summary", one_line(scenario.summary));
    for (const auto& part : story_parts)
        sheet.add(std::string(part.label), one_line(scenario.story.*part.text));
    sheet.add("span", fmt::format("{} to {}", date_text(scenario.start), date_text(scenario.end)));
    sheet.add("reporting", fmt::format("{} levels", scenario.reporting_levels));
    sheet.add("regions", regions_text(scenario));
    return sheet.text();
}

}  // namespace

std::string explain_scenario(std::string_view name_or_file) {
    const auto scenario = load_scenario(name_or_file);
    Sheet levers("\nLevers");
    for (std::size_t i = 0; i < scenario.levers.size(); ++i)
        levers.add("  " + std::string(Lever::table[i].name),
                   brief(scenario.levers[i], scenario.constants));
    return scenario_sheet(scenario) + levers.text() + parameters_set(scenario);
}

}  // namespace granary

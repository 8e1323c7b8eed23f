#include "granary/document/differences.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "granary/document/schedule_text.hpp"
#include "granary/read/reading_file.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/write/number.hpp"
#include "granary/write/text.hpp"

namespace granary {
namespace {

using Constants = granary::Constants<double>;

/// Two schedules that take the same course have the same text.
std::string exact_course(const Schedule& schedule, const Constants& constants) {
    std::string text = course_of(schedule);
    for (const auto& knot : points_of(schedule, constants))
        text += fmt::format(" {} {}", point_date(knot.at), shortest(knot.height.value(constants)));
    return text;
}

/// "0.5", or "1957-01 1, 1958-08 0.2; steps, each height from its date on".
std::string course_text(const Schedule& schedule, const Constants& constants) {
    const auto points = points_of(schedule, constants);
    if (points.size() == 1) return height_text(points.front().height, constants);
    std::string text;
    for (const auto& knot : points) {
        const auto date = point_date(knot.at);
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ",
                            date.empty() ? std::string("before") : date,
                            height_text(knot.height, constants));
    }
    return text + "; " + course_of(schedule);
}

/// Each source once, in the order of the points.
std::string sources_of(const Schedule& schedule, const Constants& constants) {
    std::vector<std::string> sources;
    for (const auto& knot : points_of(schedule, constants))
        if (!knot.source.empty() &&
            std::find(sources.begin(), sources.end(), knot.source) == sources.end())
            sources.push_back(one_line(knot.source));
    return fmt::format("{}", fmt::join(sources, "; "));
}

/// Where the heights that stand now come from. Heights that were scaled, or that follow a changed
/// constant, keep the sources of their points, which do not speak for them.
std::string source_of_change(const Scenario& base, const Scenario& other, std::size_t lever) {
    const auto before = sources_of(base.levers[lever], base.constants);
    const auto after = sources_of(other.levers[lever], other.constants);
    return before == after && !after.empty() ? "other heights at the points of: " + after : after;
}

std::string region_text(const Scenario& scenario, const Region& region) {
    std::string text = fmt::format("share {}", region.share);
    for (std::size_t i = 0; i < region.levers.size(); ++i)
        if (region.levers[i])
            text += fmt::format(", {} {}", Lever::table[i].name,
                                course_text(*region.levers[i], scenario.constants));
    return text;
}

std::string region_sources(const Scenario& scenario, const Region& region) {
    std::string text;
    for (const auto& own : region.levers) {
        const auto source = own ? sources_of(*own, scenario.constants) : std::string();
        if (!source.empty()) text += (text.empty() ? "" : "; ") + source;
    }
    return text;
}

void add_levers(const Scenario& base, const Scenario& other, std::vector<Difference>& found) {
    for (std::size_t i = 0; i < Lever::table.size(); ++i) {
        const auto &before = base.levers[i], &after = other.levers[i];
        if (exact_course(before, base.constants) == exact_course(after, other.constants)) continue;
        found.push_back({std::string(Lever::table[i].name), std::string(Lever::table[i].unit),
                         course_text(before, base.constants), course_text(after, other.constants),
                         source_of_change(base, other, i)});
    }
}

void add_parameters(const Scenario& base, const Scenario& other, std::vector<Difference>& found) {
    for (std::size_t i = 0; i < Parameter::table.size(); ++i) {
        const double before = base.constants.values[i], after = other.constants.values[i];
        if (before == after) continue;
        found.push_back({std::string(Parameter::table[i].name),
                         std::string(Parameter::table[i].unit), shortest(before), shortest(after),
                         one_line(other.constant_sources[i])});
    }
}

void add_regions(const Scenario& other, std::vector<Difference>& found) {
    if (other.regions.size() == 1) return;
    for (const auto& region : other.regions)
        found.push_back({"region " + one_line(region.name), "", "-", region_text(other, region),
                         region_sources(other, region)});
}

}  // namespace

std::vector<Difference> differences(const Scenario& base, const Scenario& other) {
    std::vector<Difference> found;
    if (base.reporting_levels != other.reporting_levels)
        found.push_back({"reporting_levels", "1", fmt::format("{}", base.reporting_levels),
                         fmt::format("{}", other.reporting_levels), ""});
    add_levers(base, other, found);
    add_parameters(base, other, found);
    add_regions(other, found);
    return found;
}

bool decides_as_history(const Scenario& scenario) {
    static const Scenario shipped = load_scenario(history_scenario);
    const auto historical = under_reading_of(scenario, shipped);
    const auto is_set = [](const auto& own) { return own.has_value(); };
    const auto& regions = scenario.regions;
    return scenario.start == historical.start && scenario.end <= historical.end &&
           regions.size() == 1 &&
           std::none_of(regions[0].levers.begin(), regions[0].levers.end(), is_set) &&
           differences(historical, scenario).empty();
}

}  // namespace granary

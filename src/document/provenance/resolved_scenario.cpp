#include "granary/document/provenance/resolved_scenario.hpp"

#include <fmt/format.h>

namespace granary {
namespace {

std::string text_of(const Instant& instant) {
    return fmt::format("{}+{}", instant.year, instant.season);
}

std::string text_of(const Height& height) {
    if (height.parameter == Height::no_parameter) return fmt::format("{}", height.factor);
    return fmt::format("{}*{}{:+}", height.factor, Parameter::table[height.parameter].name,
                       height.added);
}

std::string text_of(const Schedule& schedule) {
    std::string text;
    for (const auto& [from, first, second] : schedule.segments())
        text += fmt::format(" {} {} {} {} {};", text_of(from), text_of(first.at),
                            text_of(first.height), text_of(second.at), text_of(second.height));
    return text;
}

std::string lever_line(std::size_t row, const Schedule& schedule) {
    return fmt::format("{}{}\n", Lever::table[row].name, text_of(schedule));
}

std::string text_of(const Region& region) {
    std::string text = fmt::format("region {} {}\n", region.name, region.share);
    for (std::size_t row = 0; row < region.levers.size(); ++row)
        if (region.levers[row]) text += lever_line(row, *region.levers[row]);
    return text;
}

}  // namespace

std::string resolved_text(const Scenario& scenario) {
    // All members are named, so that one that comes to be does not compile before it is thought of.
    const auto& [name, title, summary, story, start, end, start_values_at, largest_step_years,
                 reporting_levels, levers, constants, constant_sources, constant_errors,
                 constant_priors, reading, is_of_the_reading, regions, observe, sources] = scenario;
    auto text = fmt::format("start {}\nend {}\nstep {}\nlevels {}\n", text_of(start), text_of(end),
                            largest_step_years, reporting_levels);
    if (start_values_at != start) text += fmt::format("people of {}\n", text_of(start_values_at));
    for (std::size_t row = 0; row < levers.size(); ++row) text += lever_line(row, levers[row]);
    for (std::size_t row = 0; row < constants.values.size(); ++row)
        text += fmt::format("{} {}\n", Parameter::table[row].name, constants.values[row]);
    for (const auto& region : regions) text += text_of(region);
    for (const auto& instant : observe) text += fmt::format("observe {}\n", text_of(instant));
    return text;
}

}  // namespace granary

#include "granary/document/heading.hpp"

#include <fmt/format.h>

#include "granary/analysis/periods.hpp"
#include "granary/write/text.hpp"

namespace granary {

std::string settings_line(const std::vector<std::string>& settings) {
    if (settings.empty()) return {};
    return wrapped("set: " + one_line(fmt::format("{}", fmt::join(settings, ", ")))) + '\n';
}

std::string parts_note(const Scenario& scenario) {
    for (int year = scenario.start.year; year <= scenario.end.year; ++year)
        if (runs_whole_year(scenario, year)) return {};
    return "No year is run whole: what is told of a year is of a part of one.";
}

std::string heading(const Scenario& scenario, const std::vector<std::string>& settings,
                    bool strong) {
    const std::string title = title_of(scenario);
    std::string text = (strong ? bold(title) : title) + '\n';
    if (!scenario.summary.empty()) text += wrapped(one_line(scenario.summary)) + '\n';
    return text + settings_line(settings);
}

}  // namespace granary

#include "granary/document/heading.hpp"

#include <fmt/format.h>

#include "granary/analysis/periods.hpp"
#include "granary/document/differences.hpp"
#include "granary/record/published.hpp"
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

std::string counts_note(const Scenario& scenario) {
    if (!decides_as_history(scenario)) return {};
    const auto counts = published_counts_text(scenario.start, scenario.end);
    if (counts.empty()) return {};
    return fmt::format("Published counts, million: {}. All: granary data {}.", counts,
                       death_estimates_column);
}

}  // namespace granary

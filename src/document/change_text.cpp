#include "granary/document/change_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "granary/analysis/lever_differences.hpp"
#include "granary/write/text.hpp"

namespace granary {
namespace {

/// Three digits, or as many as tell the two apart.
std::string pair_text(double after, double before) {
    for (int digits = 3; digits < 17; ++digits) {
        const auto now = fmt::format("{:.{}g}", after, digits);
        const auto then = fmt::format("{:.{}g}", before, digits);
        if (now != then || after == before) return fmt::format("{} instead of {}", now, then);
    }
    return fmt::format("{} instead of {}", after, before);
}

/// "1957-58, 1960-62" of the years in which the lever stands as before.
std::string unchanged_years(const std::vector<YearOfLever>& years) {
    std::string text;
    for (std::size_t i = 0; i < years.size(); ++i) {
        if (years[i].changed) continue;
        std::size_t last = i;
        while (last + 1 < years.size() && !years[last + 1].changed) ++last;
        text += fmt::format("{}{}", text.empty() ? "" : ", ", years[i].year);
        if (last > i) text += fmt::format("-{:02}", years[last].year % 100);
        i = last;
    }
    return text;
}

std::string years_in_words(const LeverDifference& difference) {
    std::string text;
    const auto unit = Lever::table[difference.lever].unit;
    for (const auto& year : difference.years)
        if (year.changed)
            text += fmt::format("{}{} {}{}", text.empty() ? "" : ", ", year.year,
                                pair_text(year.after, year.before),
                                text.empty() && unit != "1" ? fmt::format(" {}", unit) : "");
    const auto unchanged = unchanged_years(difference.years);
    return unchanged.empty() ? text : fmt::format("{}; {} unchanged", text, unchanged);
}

std::string time_in_words(const LeverDifference& difference, const Scenario& scenario) {
    if (difference.until)
        return fmt::format("from {} until {}", date_text(difference.from),
                           date_text(*difference.until));
    if (difference.from == scenario.start) return "throughout";
    return fmt::format("from {} to the end", date_text(difference.from));
}

std::string line_of(const LeverDifference& difference, const Scenario& scenario) {
    const auto region =
        difference.region.empty() ? "" : fmt::format(" in {}", one_line(difference.region));
    return fmt::format("{}{} {}: {}", Lever::table[difference.lever].name, region,
                       time_in_words(difference, scenario), years_in_words(difference));
}

const Region* region_called(const Scenario& scenario, const std::string& name) {
    const auto same = [&](const Region& region) { return region.name == name; };
    const auto found = std::find_if(scenario.regions.begin(), scenario.regions.end(), same);
    return found == scenario.regions.end() ? nullptr : &*found;
}

/// Regions left out, added, or of another share; one country without a name is none.
void add_region_lines(const Scenario& parent, const Scenario& scenario,
                      std::vector<std::string>& lines) {
    for (const auto& region : parent.regions)
        if (!region.name.empty() && region_called(scenario, region.name) == nullptr)
            lines.push_back(fmt::format("region {} is left out", one_line(region.name)));
    for (const auto& region : scenario.regions) {
        const auto* before = region_called(parent, region.name);
        const auto share = fmt::format("{:.4g}", region.share);
        if (before == nullptr)
            lines.push_back(
                fmt::format("region {}: {} of the country", one_line(region.name), share));
        else if (before->share != region.share)
            lines.push_back(fmt::format("region {}: {} of the country instead of {:.4g}",
                                        one_line(region.name), share, before->share));
    }
}

}  // namespace

std::vector<std::string> change_lines(const Scenario& parent, const Scenario& scenario) {
    std::vector<std::string> lines;
    for (const auto& difference : lever_differences(parent, scenario))
        lines.push_back(line_of(difference, scenario));
    add_region_lines(parent, scenario, lines);
    return lines;
}

}  // namespace granary

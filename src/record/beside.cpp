#include "granary/record/beside.hpp"

#include <fmt/format.h>

#include <set>

namespace granary {
namespace {

constexpr std::string_view ration_sources[] = {"SPENCE", "LUO2006"};
constexpr std::string_view death_sources[] = {"NBS1999_wxc"};

/// Years in a row from one source.
struct Stretch {
    std::string source;
    Evidence evidence;
    int first, last;
};

std::vector<Stretch> stretches(const Beside& beside, std::span<const int> years) {
    std::vector<Stretch> found;
    for (const int year : years) {
        const auto figure = beside.recorded(year);
        if (!figure) continue;
        const bool goes_on = !found.empty() && found.back().source == figure->source_id &&
                             found.back().evidence == figure->evidence &&
                             found.back().last == year - 1;
        if (goes_on)
            found.back().last = year;
        else
            found.push_back({figure->source_id, figure->evidence, year, year});
    }
    return found;
}

std::string source_years(const std::vector<Stretch>& stretches, bool with_evidence) {
    std::string text;
    for (const auto& s : stretches)
        text += fmt::format("{}{} {}{}", text.empty() ? "" : ", ", s.source,
                            years_text(s.first, s.last),
                            with_evidence ? fmt::format(" ({})", to_string(s.evidence)) : "");
    return text;
}

}  // namespace

const Beside ration_beside{"rural_ration_kg", "ration", ration_sources};
const Beside deaths_beside{"crude_death_rate_per_1000", "deaths", death_sources};

std::string years_text(int first, int last) {
    if (first == last) return fmt::format("{}", first);
    return first / 100 == last / 100 ? fmt::format("{}-{:02}", first, last % 100)
                                     : fmt::format("{}-{}", first, last);
}

std::optional<Observation> Beside::recorded(int year) const {
    const auto period = fmt::format("{}", year);
    for (const auto source : sources)
        if (auto figure = history().observed(column, period, source)) return figure;
    return std::nullopt;
}

std::string sources_note(std::span<const Beside* const> shown, std::span<const int> years) {
    std::set<Evidence> kinds;
    for (const auto* beside : shown)
        for (const auto& stretch : stretches(*beside, years)) kinds.insert(stretch.evidence);
    std::string text;
    for (const auto* beside : shown) {
        const auto note = source_years(stretches(*beside, years), kinds.size() > 1);
        if (!note.empty()) text += fmt::format("{} {}; ", beside->label, note);
    }
    if (text.empty()) return {};
    if (kinds.size() == 1) return text + fmt::format("all {}", to_string(*kinds.begin()));
    return text.substr(0, text.size() - 2);
}

}  // namespace granary

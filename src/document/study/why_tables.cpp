#include "granary/document/study/why_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <utility>

#include "granary/document/differences.hpp"
#include "granary/document/heading.hpp"
#include "granary/write/number.hpp"

namespace granary::why {
namespace {

/// "5 points below" and the like; within so many points two such figures agree.
constexpr double agreeing_points = 10;

std::string verdict(const PublishedSplit& split) {
    const double apart = split.model_percent - split.percent;
    if (-agreeing_points <= apart && apart <= agreeing_points) return "agrees";
    return fmt::format("{} points {}", fixed(apart < 0 ? -apart : apart, 0),
                       apart < 0 ? "below" : "above");
}

std::string percent_text(const PublishedSplit& split) {
    return split.verified ? fixed(split.percent, 0) : fixed(split.percent, 1) + " u";
}

/// One author's figures.
TitledTable published_table(std::span<const PublishedSplit> splits) {
    TextTable table({{"published", "", Align::left},
                     {"%", ""},
                     {"model", "%"},
                     {"", "", Align::left},
                     {"what of the model", "", Align::left}});
    for (const auto& split : splits)
        table.add({std::string(split.what), percent_text(split), fixed(split.model_percent, 0),
                   verdict(split),
                   split.note.empty() ? std::string(split.here)
                                      : fmt::format("{} ({})", split.here, split.note)});
    return {fmt::format("{}, of {}", splits.front().who, splits.front().whole), std::move(table)};
}

}  // namespace

std::vector<PublishedSplit> splits_beside(const Scenario& scenario,
                                          const Attribution& attribution) {
    if (!decides_as_history(scenario)) return {};
    return published_splits(scenario, attribution);
}

std::vector<TitledTable> published_tables(const Scenario& scenario,
                                          const Attribution& attribution) {
    const auto splits = splits_beside(scenario, attribution);
    std::vector<TitledTable> tables;
    for (std::span<const PublishedSplit> rest(splits); !rest.empty();) {
        const auto same = [&](const PublishedSplit& s) { return s.who == rest.front().who; };
        const auto end = std::find_if_not(rest.begin(), rest.end(), same);
        const auto own = static_cast<std::size_t>(end - rest.begin());
        tables.push_back(published_table(rest.first(own)));
        rest = rest.subspan(own);
    }
    return tables;
}

std::string star_note(const Attribution& attribution) {
    const auto& periods = attribution.periods;
    const bool cut =
        std::any_of(periods.begin(), periods.end(),
                    [](const AttributedPeriod& period) { return period.is_part_of_year; });
    return std::string(cut ? part_of_year_note : "");
}

std::string published_note() {
    return fmt::format(
        "u: unverified, not seen in print. Agrees: within {:.0f} points.\n"
        "The reference world's change is a part of a fall.",
        agreeing_points);
}

}  // namespace granary::why

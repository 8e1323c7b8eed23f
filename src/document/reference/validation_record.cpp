#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>

#include "document/reference/validation_parts.hpp"
#include "granary/analysis/places.hpp"
#include "granary/record/history.hpp"
#include "granary/run.hpp"
#include "granary/study/published_splits.hpp"
#include "write/markdown.hpp"

namespace granary::validation {
namespace {

using markdown::code, markdown::escaped, markdown::fixed, markdown::Table, markdown::wrapped;
using Markup = Literal<InMarkdown>;

std::string recorded(std::string_view variable, int year, int decimals) {
    for (const auto& row : history().of(variable))
        if (row.period == std::to_string(year)) return fmt::format("{:.{}f}", row.value, decimals);
    return "-";
}

constexpr std::array<int, 5> famine_years{1958, 1959, 1960, 1961, 1962};

MarkdownText county_row(const RecordReading& reading) {
    const auto run = simulate(history_under(reading));
    std::vector<std::string> deviations, tenths, hundredths;
    for (const int year : famine_years) {
        const auto spread = spread_between_places(run, year);
        deviations.push_back(fmt::format("{:.1f}", spread.deviation_per_1000));
        hundredths.push_back(fmt::format("{:.0f}", spread.worst_hundredth_per_1000));
        if (1959 <= year && year <= 1961)
            tenths.push_back(fmt::format("{:.2f}", spread.worst_tenth_share));
    }
    return filled<InMarkdown>("| {} | {} | {} | {} |\n", code(reading.name),
                              escaped(fmt::format("{}", fmt::join(deviations, " "))),
                              escaped(fmt::format("{}", fmt::join(tenths, " "))),
                              escaped(fmt::format("{}", fmt::join(hundredths, " "))));
}

MarkdownText county_record() {
    std::string deviations, tenths, hundredths;
    for (const int year : famine_years) {
        deviations += recorded("county_death_rate_sd", year, 1) + " ";
        hundredths += recorded("county_death_rate_p99", year, 0) + " ";
        if (1959 <= year && year <= 1961)
            tenths += recorded("county_excess_deaths_worst_tenth_share", year, 2) + " ";
    }
    return filled<InMarkdown>("| 921 counties | {} | {} | {} |\n", escaped(deviations),
                              escaped(tenths), escaped(hundredths));
}

MarkdownText counties(const Readings& readings) {
    MarkdownText text =
        Markup("## The spread between counties\n\n") +
        wrapped(Markup(
            "Deaths per 1000 of 921 counties in 13 provinces (`granary data county_death_rate_sd` "
            "and its kin) beside the model's villages, if all unequal access lies between places "
            "and each keeps its rank through a year. Access within a place is unequal too, and "
            "counties differ in more than access, so neither has to be the other.")) +
        "\n\n| | standard deviation 1958 to 1962 | worst tenth's share of the excess deaths, 1959 "
        "to "
        "1961 | one place in a hundred has more, 1958 to 1962 |\n|---|---|---|---|\n" +
        county_record();
    for (const auto& reading : readings) text += county_row(reading);
    return text;
}

MarkdownText towns_and_villages(const Readings& readings) {
    const auto line = [](const MarkdownText& name, const auto& towns, const auto& villages) {
        std::vector<MarkdownText> cells{name};
        for (const int year : famine_years) cells.push_back(escaped(towns(year)));
        for (const int year : famine_years) cells.push_back(escaped(villages(year)));
        return cells;
    };
    std::vector<MarkdownText> head{Markup("")};
    for (const char* const where : {"towns", "villages"})
        for (const int year : famine_years)
            head.push_back(escaped(fmt::format("{} {}", where, year)));
    auto table = Table::below(head);
    table.row(line(
        Markup("registered"), [](int year) { return recorded("crude_death_rate_urban", year, 1); },
        [](int year) { return recorded("crude_death_rate_rural", year, 1); }));
    for (const auto& reading : readings) {
        const auto run = simulate(history_under(reading));
        const auto of = [&](auto member) {
            return [&run, member](int year) {
                return fmt::format("{:.1f}", run.annual(year).*member);
            };
        };
        table.row(line(code(reading.name), of(&Figures<double>::crude_death_rate_urban_per_1000),
                       of(&Figures<double>::crude_death_rate_rural_per_1000)));
    }
    return Markup("## Deaths of towns and of villages\n\n") +
           wrapped(
               Markup("Per 1000, not fitted: the model knows of no spread of the towns' own, and "
                      "carries no more unequal access into them than a levy on villages makes. "
                      "Registered rates belong to registered readings alone.")) +
           "\n\n" + table.text();
}

}  // namespace

MarkdownText places(const Readings& readings) {
    return counties(readings) + "\n" + towns_and_villages(readings);
}

MarkdownText claims(const Readings& readings) {
    std::vector<std::vector<PublishedSplit>> splits;
    std::vector<MarkdownText> head{Markup("published"), Markup("of"), Markup("%"), Markup("here")};
    for (const auto& reading : readings) {
        const auto scenario = history_under(reading);
        splits.push_back(published_splits(scenario, attribute(scenario)));
        head.push_back(code(reading.name));
    }
    auto table = Table::below(head);
    for (std::size_t i = 0; i < splits.front().size(); ++i) {
        const auto& split = splits.front()[i];
        std::vector<MarkdownText> cells{
            escaped(fmt::format("{}{}: {}", split.who, split.verified ? "" : " (not seen in print)",
                                split.what)),
            escaped(split.whole), fixed(split.percent, 1), escaped(split.here)};
        for (const auto& of_reading : splits)
            cells.push_back(fixed(of_reading[i].model_percent, 0));
        table.row(cells);
    }
    return Markup("## What others have found\n\n") +
           wrapped(Markup(
               "Shares that others have published, in per cent, beside those of each reading: "
               "Shapley values of the drivers named, or deaths without exports. The Great Leap's "
               "share by the rank of a province's secretary (Kung & Chen 2011) has nothing beside "
               "it: one region has no provinces.")) +
           "\n\n" + table.text();
}

}  // namespace granary::validation

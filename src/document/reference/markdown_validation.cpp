/// docs/validation.md: what no reading was fitted to, and what each says of it.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "granary/analysis/places.hpp"
#include "granary/analysis/tested.hpp"
#include "granary/document/reference/markdown.hpp"
#include "granary/read/reading_file.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/read/study/calibration_file.hpp"
#include "granary/record/history.hpp"
#include "granary/run.hpp"
#include "granary/study/calibration.hpp"
#include "write/markdown.hpp"

namespace granary {
namespace {

using markdown::code, markdown::escaped, markdown::fixed, markdown::Table, markdown::wrapped;
using Markup = Literal<InMarkdown>;

Scenario history_under(const RecordReading& reading) {
    return under(load_scenario(history_scenario), reading);
}

// How well each fits

struct Misses {
    double worst_ration_kg = 0;
    std::string names;
    std::size_t count = 0, targets = 0;
};

Misses misses_of(const RecordReading& reading) {
    const auto plan = load_calibration(reading.name);
    const auto run = simulate(history_under(reading));
    Misses misses;
    misses.targets = plan.targets.size();
    for (const auto& target : plan.targets) {
        const double off = modelled(run, target) - target.value;
        if (target.label.starts_with("rural_ration_kg") && target.from.year < 1962)
            misses.worst_ration_kg = std::max(misses.worst_ration_kg, std::fabs(off));
        if (std::fabs(off) <= target.tolerance) continue;
        ++misses.count;
        misses.names += (misses.names.empty() ? "" : ", ") + target.label;
    }
    return misses;
}

MarkdownText fits(const std::vector<RecordReading>& readings) {
    Table table({"reading", "what", "targets met", "missed", "worst ration of 1957-61, kg off"});
    for (const auto& reading : readings) {
        const auto misses = misses_of(reading);
        table.row({code(reading.name), escaped(reading.title),
                   filled<InMarkdown>("{} of {}", misses.targets - misses.count, misses.targets),
                   misses.names.empty() ? MarkdownText(Markup("none")) : escaped(misses.names),
                   fixed(misses.worst_ration_kg, 2)});
    }
    return Markup("## How each fits\n\n") + table.text();
}

// Deaths, and what undoing a decision saves

constexpr std::array<std::string_view, 7> what_ifs{
    "honest-reporting", "statisticians-kept", "lushan-heeded", "no-exports",
    "no-communes",      "normal-weather",     "two-provinces"};

double deaths_of(const Scenario& scenario) {
    return simulate(scenario).excess_deaths_million();
}

MarkdownText savings(const std::vector<RecordReading>& readings) {
    std::vector<MarkdownText> head{Markup("reading"), Markup("excess deaths, million")};
    for (const auto name : what_ifs) head.push_back(escaped(name));
    auto table = Table::below(head);
    for (const auto& reading : readings) {
        const double whole = deaths_of(history_under(reading));
        std::vector<MarkdownText> cells{code(reading.name), fixed(whole, 1)};
        for (const auto name : what_ifs)
            cells.push_back(
                fixed(100 * (1 - deaths_of(under(load_scenario(name), reading)) / whole), 0));
        table.row(cells);
    }
    return Markup(
               "## What each what-if saves\n\nPer cent of the reading's own excess deaths; "
               "less than 0: more die.\n\n") +
           table.text();
}

// What was never fitted

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

MarkdownText counties(const std::vector<RecordReading>& readings) {
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

MarkdownText towns_and_villages(const std::vector<RecordReading>& readings) {
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

// Where the equations end

/// One lever held at one height.
struct End {
    std::string_view lever;
    double height;
};

constexpr std::array extremes{End{"quota_rate", 0.3},    End{"quota_rate", 0.4},
                              End{"quota_rate", 0.6},    End{"pressure", 1.0},
                              End{"pressure", 2.0},      End{"labour_diversion", 0.6},
                              End{"disaster_share", 0.6}};

Scenario held(Scenario scenario, const End& end) {
    scenario.levers[*find_row<Lever>(end.lever)] = Schedule(Height::number(end.height));
    return scenario;
}

MarkdownText ends(const std::vector<RecordReading>& readings) {
    std::vector<MarkdownText> head{Markup("reading")};
    for (const auto& end : extremes)
        head.push_back(escaped(fmt::format("{} {}", end.lever, end.height)));
    for (const auto* const name : {"ladder-of-lies", "everything-wrong-longer"})
        head.push_back(escaped(name));
    auto table = Table::below(head);
    const auto cell = [](const Scenario& scenario) {
        const auto run = simulate(scenario);
        const auto deaths = fixed(run.excess_deaths_million(), 1);
        return causes_untested(scenario, run).empty() ? deaths : Markup("(") + deaths + Markup(")");
    };
    for (const auto& reading : readings) {
        std::vector<MarkdownText> cells{code(reading.name)};
        for (const auto& end : extremes) cells.push_back(cell(held(history_under(reading), end)));
        for (const auto* const name : {"ladder-of-lies", "everything-wrong-longer"})
            cells.push_back(cell(under(load_scenario(name), reading)));
        table.row(cells);
    }
    return Markup("## Where the equations end\n\n") +
           wrapped(
               Markup("Excess deaths, million, with a lever held throughout. In brackets: outside "
                      "of the tested range, where no output of the program tells a toll; the "
                      "numbers stand here to show why.")) +
           "\n\n" + table.text();
}

constexpr std::array<std::string_view, 12> paired_levers{
    "pressure",          "verification",     "quota_rate",    "export_mt",
    "import_mt",         "labour_diversion", "sown_area",     "disaster_share",
    "commune_intensity", "canteens",         "private_plots", "urban_ration"};

/// What pairs of levers held at their ends come to.
struct Pairs {
    int count = 0, deaths = 0, taken = 0, stores = 0, untested = 0;
};

void add_pair(const Scenario& scenario, Pairs& pairs) {
    constexpr double many_million = 64, most_taken_share = 0.6, full_mt = 100;
    const auto run = simulate(scenario);
    double share = 0, store = 0;
    for (int year = 1957; year < 1963; ++year) {
        const auto figures = run.annual(year);
        share = std::max(share, figures.procurement_gross_mt / figures.output_actual_mt);
        store = std::max(store, figures.state_grain_mt);
    }
    ++pairs.count;
    pairs.deaths += run.excess_deaths_million() > many_million ? 1 : 0;
    pairs.taken += share > most_taken_share ? 1 : 0;
    pairs.stores += store > full_mt ? 1 : 0;
    pairs.untested += causes_untested(scenario, run).empty() ? 0 : 1;
}

/// At the ends of their valid ranges, or of the tested ones.
Pairs pairs_of_ends(bool tested) {
    const auto end_of = [tested](std::string_view name, bool high) {
        const auto& row = Lever::table[*find_row<Lever>(name)];
        if (tested) return End{name, high ? row.tested_high : row.tested_low};
        return End{name, high ? row.high : row.low};
    };
    const auto history = load_scenario(history_scenario);
    Pairs pairs;
    for (std::size_t i = 0; i < paired_levers.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            for (const bool first : {false, true})
                for (const bool second : {false, true})
                    add_pair(held(held(history, end_of(paired_levers[i], first)),
                                  end_of(paired_levers[j], second)),
                             pairs);
    return pairs;
}

MarkdownText pairs_of_levers() {
    Table table({"twelve levers, two at a time at their ends", "pairs", "deaths above 64 million",
                 "more than 0.6 of a harvest procured", "state stores above 100 Mt",
                 "no toll is told"});
    const auto row = [&](const char* what, const Pairs& pairs) {
        table.row({escaped(what), filled<InMarkdown>("{}", pairs.count),
                   filled<InMarkdown>("{}", pairs.deaths), filled<InMarkdown>("{}", pairs.taken),
                   filled<InMarkdown>("{}", pairs.stores),
                   filled<InMarkdown>("{}", pairs.untested)});
    };
    row("of the valid ranges", pairs_of_ends(false));
    row("of the tested ranges", pairs_of_ends(true));
    return Markup("## Pairs of levers\n\nIn the default reading.\n\n") + table.text();
}

}  // namespace

MarkdownText markdown_validation() {
    const auto readings = shipped_readings();
    return Markup(
               "# What was not fitted\n\nMade by `granary explain --markdown validation`: every "
               "figure is of a run made for it.\n\n") +
           fits(readings) + "\n" + savings(readings) + "\n" + counties(readings) + "\n" +
           towns_and_villages(readings) + "\n" + ends(readings) + "\n" + pairs_of_levers();
}

}  // namespace granary

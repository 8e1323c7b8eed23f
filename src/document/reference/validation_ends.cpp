#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "document/reference/validation_parts.hpp"
#include "granary/analysis/tested.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"
#include "write/markdown.hpp"

namespace granary::validation {
namespace {

using markdown::code, markdown::escaped, markdown::fixed, markdown::Table, markdown::wrapped;
using Markup = Literal<InMarkdown>;

// Deaths, and what undoing a decision saves

constexpr std::array<std::string_view, 7> what_ifs{
    "honest-reporting", "statisticians-kept", "lushan-heeded", "no-exports",
    "no-communes",      "normal-weather",     "two-provinces"};

double deaths_of(const Scenario& scenario) {
    return simulate(scenario).excess_deaths_million();
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

}  // namespace

Scenario history_under(const RecordReading& reading) {
    return under(load_scenario(history_scenario), reading);
}

MarkdownText savings(const Readings& readings) {
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

MarkdownText ends(const Readings& readings) {
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

}  // namespace granary::validation

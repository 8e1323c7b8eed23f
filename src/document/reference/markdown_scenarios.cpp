/// docs/scenarios.md: each shipped scenario with what its file says and what a run of it shows.

#include <fmt/format.h>

#include <algorithm>

#include "granary/analysis/outcome.hpp"
#include "granary/document/differences.hpp"
#include "granary/document/reference/explanation.hpp"
#include "granary/document/reference/markdown.hpp"
#include "granary/foundation/unit_style.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"
#include "granary/write/number.hpp"
#include "granary/write/text.hpp"
#include "write/markdown.hpp"

namespace granary {
namespace {

using F = Figures<double>;

/// A scenario and the nation's years in its run.
struct Ran {
    Scenario scenario;
    std::vector<YearFigures> years;
    Outcome sum;
};

Ran ran(std::string_view name) {
    auto scenario = load_scenario(name);
    auto years = yearly(simulate(scenario));
    const auto sum = outcome(years);
    return {std::move(scenario), std::move(years), sum};
}

/// The names of what differs, as code.
std::vector<std::string> changed_names(const Scenario& base, const Scenario& other) {
    std::vector<std::string> names;
    for (const auto& difference : differences(base, other))
        names.push_back(fmt::format("`{}`", difference.name));
    return names;
}

std::string lowest(const Outcome& sum) {
    return sum.lowest_ration_kg ? fmt::format("{} ({})", fixed(sum.lowest_ration_kg->value, 0),
                                              sum.lowest_ration_kg->year)
                                : "-";
}

std::string overview(const std::vector<Ran>& all) {
    Markdown table({"scenario", "lowest ration, kg (year)", "excess deaths, million",
                    "of them rural", "urban", "births lost, million"});
    for (const auto& [scenario, years, sum] : all)
        table.row({fmt::format("[{}](#{})", scenario.name, scenario.name), lowest(sum),
                   fixed(sum.excess_deaths_million, 1), fixed(sum.excess_deaths_rural_million, 1),
                   fixed(sum.excess_deaths_urban_million, 1), fixed(sum.births_lost_million, 1)});
    return table.text();
}

std::vector<std::string> years_row(std::string name, const Ran& run, double F::*figure,
                                   std::string whole) {
    const int decimals = unit_style(column_of<double>(figure).unit).decimals;
    std::vector<std::string> cells{std::move(name)};
    for (const auto& y : run.years) cells.push_back(fixed(y.figures.*figure, decimals));
    cells.push_back(std::move(whole));
    return cells;
}

void add_rows(std::string_view of, const Ran& run, Markdown& table) {
    const auto name = [&](std::string_view figure) { return fmt::format("{}{}", figure, of); };
    table.row(
        years_row(name("rural ration, kg"), run, &F::rural_ration_kg, "lowest " + lowest(run.sum)));
    table.row(years_row(name("excess deaths, million"), run, &F::excess_deaths_million,
                        fixed(run.sum.excess_deaths_million, 1)));
    table.row(years_row(name("births lost, million"), run, &F::births_lost_million,
                        fixed(run.sum.births_lost_million, 1)));
}

std::string key_figures(const Ran& base, const Ran& run) {
    std::vector<std::string> head{""};
    for (const auto& y : run.years) head.push_back(fmt::format("{}", y.year));
    head.emplace_back("whole run");
    Markdown table(head);
    add_rows("", run, table);
    if (run.scenario.name != base.scenario.name) add_rows(" (in history)", base, table);
    return table.text();
}

std::string capital(std::string_view label) {
    std::string text(label);
    if (!text.empty() && 'a' <= text[0] && text[0] <= 'z') text[0] += 'A' - 'a';
    return text;
}

std::string story_text(const Story& story) {
    std::string text;
    for (const auto& part : story_parts)
        if (!(story.*part.text).empty())
            text += '\n' +
                    wrapped(fmt::format("**{}.** {}", capital(part.label), story.*part.text)) +
                    '\n';
    return text;
}

/// Drawn by `./dev doc`, which finds the names of the pictures here: the ration beside that of
/// history.
std::string picture(const Scenario& scenario) {
    return fmt::format(
        "\n<img src=\"pictures/{}.svg\" width=\"560\" alt=\"{}: the rural ration "
        "by year\">\n",
        scenario.name, scenario.title);
}

std::string section(const Ran& base, const Ran& run) {
    const auto& scenario = run.scenario;
    const auto changed = changed_names(base.scenario, scenario);
    std::string text = fmt::format("\n## {}\n\n", scenario.name);
    text += wrapped(fmt::format("**{}.** {}", scenario.title, scenario.summary)) + '\n';
    if (!changed.empty())
        text += '\n' + wrapped(fmt::format("Changes {}.", fmt::join(changed, ", "))) + '\n';
    return text + '\n' + key_figures(base, run) + picture(scenario) + story_text(scenario.story);
}

std::string introduction() {
    return "# Scenarios\n\nMade by `granary explain --markdown scenarios` from the scenario files "
           "and a run of each: change\nthose instead.\n\n" +
           wrapped(
               "Each what-if changes only what its title says and leaves everything else as in "
               "history. Differences between two runs say more than the figures of one: the model "
               "is "
               "fitted to registered deaths, of which many are missing (published "
               "counts, each with its author: `granary data excess_deaths_million`). Sown area, "
               "labour, verification and migration are inputs, so a "
               "what-if leaves out how people would have answered it.") +
           "\n\n" +
           wrapped(
               "Rations are kg of trade grain served a rural head and year. Excess deaths are "
               "those above the rates without hunger; births lost are those below the births of "
               "well fed people, and are negative where more are born. Sources are the ids of "
               "`data/sources.csv`.") +
           "\n\n";
}

}  // namespace

std::string markdown_scenarios() {
    std::vector<Ran> all{ran("historical")};
    for (const auto& shipped : shipped_scenarios())
        if (shipped.name != all.front().scenario.name) all.push_back(ran(shipped.name));
    std::string text = introduction() + overview(all);
    for (const auto& run : all) text += section(all.front(), run);
    return text;
}

}  // namespace granary

/// docs/scenarios.md: each shipped scenario with what its file says and what a run of it shows.

#include <string>
#include <utility>
#include <vector>

#include "granary/analysis/outcome.hpp"
#include "granary/analysis/tolls.hpp"
#include "granary/document/differences.hpp"
#include "granary/document/reference/explanation.hpp"
#include "granary/document/reference/markdown.hpp"
#include "granary/foundation/unit_style.hpp"
#include "granary/read/reading_file.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"
#include "write/markdown.hpp"

namespace granary {
namespace {

using markdown::code, markdown::escaped, markdown::fixed, markdown::Table, markdown::wrapped;
using Markup = Literal<InMarkdown>;
using F = Figures<double>;

/// A scenario and the nation's years in its run.
struct Ran {
    Scenario scenario;
    std::vector<YearFigures> years;
    Outcome sum;
    std::vector<Toll> tolls;
};

Ran ran(std::string_view name) {
    auto scenario = load_scenario(name);
    auto years = yearly(simulate(scenario));
    const auto sum = outcome(years);
    auto over_readings = tolls(scenario, shipped_readings());
    return {std::move(scenario), std::move(years), sum, std::move(over_readings)};
}

/// "2.7 to 8.4".
MarkdownText range_text(const Ran& run) {
    const auto range = toll_range(run.tolls);
    if (!range) return Markup("-");
    return filled<InMarkdown>("{} to {}", fixed(range->low_million, 1),
                              fixed(range->high_million, 1));
}

/// The names of what differs, as code: "`a`, `b`".
MarkdownText changed_names(const Scenario& base, const Scenario& other) {
    MarkdownText names;
    for (const auto& difference : differences(base, other)) {
        if (!names.empty()) names += ", ";
        names += code(difference.name);
    }
    return names;
}

MarkdownText lowest(const Outcome& sum) {
    if (!sum.lowest_ration_kg) return Markup("-");
    return filled<InMarkdown>("{} ({})", fixed(sum.lowest_ration_kg->value, 0),
                              sum.lowest_ration_kg->year);
}

MarkdownText overview(const std::vector<Ran>& all) {
    Table table({"scenario", "lowest ration, kg (year)", "excess deaths, million",
                 "over all readings", "of them rural", "urban", "births lost, million"});
    for (const auto& run : all)
        table.row({filled<InMarkdown>("[{}](#{})", escaped(run.scenario.name),
                                      markdown::link_target(run.scenario.name)),
                   lowest(run.sum), fixed(run.sum.excess_deaths_million, 1), range_text(run),
                   fixed(run.sum.excess_deaths_rural_million, 1),
                   fixed(run.sum.excess_deaths_urban_million, 1),
                   fixed(run.sum.births_lost_million, 1)});
    return table.text();
}

std::vector<MarkdownText> years_row(MarkdownText name, const Ran& run, double F::*figure,
                                    MarkdownText whole) {
    const int decimals = unit_style(column_of<double>(figure).unit).decimals;
    std::vector<MarkdownText> cells{std::move(name)};
    for (const auto& y : run.years) cells.push_back(fixed(y.figures.*figure, decimals));
    cells.push_back(std::move(whole));
    return cells;
}

void add_rows(const MarkdownText& of, const Ran& run, Table& table) {
    table.row(years_row(Markup("rural ration, kg") + of, run, &F::rural_ration_kg,
                        Markup("lowest ") + lowest(run.sum)));
    table.row(years_row(Markup("excess deaths, million") + of, run, &F::excess_deaths_million,
                        fixed(run.sum.excess_deaths_million, 1)));
    table.row(years_row(Markup("births lost, million") + of, run, &F::births_lost_million,
                        fixed(run.sum.births_lost_million, 1)));
}

MarkdownText key_figures(const Ran& base, const Ran& run) {
    std::vector<MarkdownText> head{Markup("")};
    for (const auto& y : run.years) head.push_back(filled<InMarkdown>("{}", y.year));
    head.emplace_back(Markup("whole run"));
    auto table = Table::below(head);
    add_rows({}, run, table);
    if (run.scenario.name != base.scenario.name) add_rows(Markup(" (in history)"), base, table);
    return table.text();
}

std::string capital(std::string_view label) {
    std::string text(label);
    if (!text.empty() && 'a' <= text[0] && text[0] <= 'z') text[0] += 'A' - 'a';
    return text;
}

/// A paragraph that begins with its name in bold.
MarkdownText named_paragraph(std::string_view name, std::string_view words) {
    return wrapped(filled<InMarkdown>("**{}.** {}", escaped(name), escaped(words))) + "\n";
}

MarkdownText story_text(const Story& story) {
    MarkdownText text;
    for (const auto& part : story_parts)
        if (!(story.*part.text).empty())
            text += Markup("\n") + named_paragraph(capital(part.label), story.*part.text);
    return text;
}

/// Drawn by `./dev doc`, which finds the names of the pictures here: the ration beside that of
/// history.
MarkdownText picture(const Scenario& scenario) {
    return filled<InMarkdown>(
        "\n<img src=\"pictures/{}.svg\" width=\"560\" alt=\"{}: the rural ration "
        "by year\">\n",
        markdown::link_target(scenario.name), markdown::attribute(scenario.title));
}

/// No toll stands alone.
MarkdownText deaths_over_readings(const Ran& run) {
    const auto range = range_over_readings(run.tolls);
    if (range.empty()) return {};
    return "\n" +
           wrapped(filled<InMarkdown>("Excess deaths over all readings: {}.", escaped(range))) +
           "\n";
}

MarkdownText section(const Ran& base, const Ran& run) {
    const auto& scenario = run.scenario;
    const auto changed = changed_names(base.scenario, scenario);
    auto text = filled<InMarkdown>("\n## {}\n\n", escaped(scenario.name)) +
                named_paragraph(scenario.title, scenario.summary);
    if (!changed.empty()) text += Markup("\n") + wrapped(Markup("Changes ") + changed + ".") + "\n";
    return text + "\n" + key_figures(base, run) + deaths_over_readings(run) + picture(scenario) +
           story_text(scenario.story);
}

MarkdownText introduction() {
    return Markup(
               "# Scenarios\n\nMade by `granary explain --markdown scenarios` from the scenario "
               "files "
               "and a run of each: change\nthose instead.\n\n") +
           wrapped(Markup(
               "Each what-if changes only what its title says and leaves everything else as in "
               "history. Figures are those of the default reading of the record, *registered*; "
               "deaths are given over all eight readings too (`granary explain readings`), because "
               "the record does not say which of them is right (published counts, each with its "
               "author: `granary data excess_deaths_million`). Sown area, "
               "labour, verification and migration are inputs, so a "
               "what-if leaves out how people would have answered it.")) +
           "\n\n" +
           wrapped(Markup(
               "Rations are kg of trade grain served a rural head and year. Excess deaths are "
               "those above the rates without hunger; births lost are those below the births of "
               "well fed people, and are negative where more are born. Sources are the ids of "
               "`data/sources.csv`.")) +
           "\n\n";
}

}  // namespace

MarkdownText markdown_scenarios() {
    std::vector<Ran> all{ran("historical")};
    for (const auto& shipped : shipped_scenarios())
        if (shipped.name != all.front().scenario.name) all.push_back(ran(shipped.name));
    auto text = introduction() + overview(all);
    for (const auto& run : all) text += section(all.front(), run);
    return text;
}

}  // namespace granary

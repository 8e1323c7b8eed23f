#include "write/study/calibration_unfitted.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "granary/analysis/outcome.hpp"
#include "granary/record/history.hpp"
#include "write/markdown.hpp"

namespace granary {
namespace {

using markdown::escaped, markdown::fixed, markdown::Table;
using Markup = Literal<InMarkdown>;

using Run = Trajectory<double>;

/// The record's first figure of the year; not a number where there is none.
double recorded(std::string_view variable, int year) {
    for (const auto& row : history().of(variable))
        if (row.period == std::to_string(year)) return row.value;
    return NAN;
}

double state_grain(const Run& run, const Instant& at) {
    return run.stock(stock::state_grain, run.row(at)).value();
}

/// Deaths above what the first year's crude rate would have brought, million.
double deaths_above_first_year(const Run& run, int from, int to) {
    const auto years = run.figures({from, 0}, {to + 1, 0});
    const double rate = run.annual(run.years().front()).crude_death_rate_per_1000;
    return years.deaths_million - 1e-3 * rate * years.person_years_million;
}

MarkdownText quiet_world(const Run& quiet) {
    return filled<InMarkdown>(
        "- A quiet world, without pressure and with every lever at its value of 1957: the ration "
        "of 1962 is {} kg (asked: 195 to 215), excess deaths {} million (asked: under 0.1).\n",
        fixed(quiet.annual(1962).rural_ration_kg, 1), fixed(quiet.excess_deaths_million(), 3));
}

MarkdownText stores_and_deaths(const Run& run) {
    const double fall =
        state_grain(run, month_start(1957, 10)) - state_grain(run, month_start(1960, 7));
    const auto famine = run.figures({1958, 0}, {1963, 0});
    return filled<InMarkdown>(
        "- State stores fall by {} Mt from September 1957 to June 1960 (asked: 10 or more).\n"
        "- Excess deaths 1958-62: {} million above the rates without hunger (asked: 12 to 18 on "
        "the registered basis), {} million above the rate of 1957. Most "
        "authors count more: registered deaths, to which the model is fitted, miss many.\n- Births "
        "lost 1958-62: {} million.\n",
        fixed(fall, 1), fixed(famine.excess_deaths_million, 1),
        fixed(deaths_above_first_year(run, 1958, 1962), 1), fixed(famine.births_lost_million, 1));
}

MarkdownText beside_the_record(const Run& run) {
    Table table({"year", "city deaths per 1000", "record", "farm capital", "pigs, 1957 = 1",
                 "large animals, 1957 = 1"});
    for (const int year : run.years()) {
        const auto figures = run.annual(year);
        table.row(
            {filled<InMarkdown>("{}", year), fixed(figures.crude_death_rate_urban_per_1000, 1),
             fixed(recorded("crude_death_rate_urban", year), 1), fixed(figures.farm_capital, 2),
             fixed(recorded("pigs", year) / recorded("pigs", 1957), 2),
             fixed(recorded("large_animals", year) / recorded("large_animals", 1957), 2)});
    }
    return table.text();
}

MarkdownText what_ifs(const CalibrationFindings& findings) {
    const auto whole = outcome(findings.baseline.front().run);
    Table table({"scenario", "lowest ration, kg", "ration of 1961, kg", "excess deaths, million",
                 "less than in the baseline"});
    for (const auto& [name, run] : findings.what_ifs) {
        const auto result = outcome(run);
        const double saved = 1.0 - result.excess_deaths_million / whole.excess_deaths_million;
        table.row({escaped(name),
                   result.lowest_ration_kg
                       ? filled<InMarkdown>("{} ({})", fixed(result.lowest_ration_kg->value, 1),
                                            result.lowest_ration_kg->year)
                       : Markup("-"),
                   fixed(run.annual(1961).rural_ration_kg, 1),
                   fixed(result.excess_deaths_million, 1),
                   filled<InMarkdown>("{}%", fixed(100 * saved, 0))});
    }
    return table.text();
}

}  // namespace

MarkdownText unfitted_section(const CalibrationFindings& findings) {
    if (findings.baseline.empty() || findings.quiet.empty()) return {};
    const auto& run = findings.baseline.front().run;
    return filled<InMarkdown>(
        "## Checked, not fitted\n\n{}{}\n{}\nShipped what-ifs with these constants:\n\n{}\n"
        "Kasahara & Li 2020 put the part of exports at about 15% of excess deaths. `no-exports` "
        "sends the grain back to the villages at once, the strongest form of the question.\n\n",
        quiet_world(findings.quiet.front().run), stores_and_deaths(run), beside_the_record(run),
        what_ifs(findings));
}

}  // namespace granary

#include "granary/document/reference/markdown.hpp"

#include <span>
#include <utility>

#include "granary/document/reference/explanation.hpp"
#include "granary/document/schedule_text.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/scenario/kernels.hpp"
#include "granary/state/figures.hpp"
#include "granary/state/flows.hpp"
#include "write/markdown.hpp"

namespace granary {
namespace {

using markdown::code, markdown::escaped, markdown::shortest, markdown::Table;
using Markup = Literal<InMarkdown>;

MarkdownText title(Markup heading, Markup page) {
    return filled<InMarkdown>(
        "# {}\n\nMade by `granary explain --markdown {}` from the tables that the model "
        "reads: change those\ninstead.\n",
        heading, page);
}

MarkdownText range_of(double low, double high) {
    return escaped(range_text(low, high, "1"));
}

MarkdownText lever_value(const LeverRow& row) {
    return row.parameter.empty() ? shortest(row.value) : code(row.parameter);
}

MarkdownText lever_table() {
    Table table({"symbol", "name", "unit", "range", "tested", "default", "set by a region",
                 "meaning", "source"});
    for (const auto& row : Lever::table)
        table.row({escaped(row.symbol), code(row.name), escaped(row.unit),
                   range_of(row.low, row.high), range_of(row.tested_low, row.tested_high),
                   lever_value(row), row.regional ? Markup("yes") : Markup("no"),
                   escaped(row.meaning), escaped(row.source)});
    return table.text();
}

MarkdownText lever_points(std::size_t lever, const Scenario& scenario) {
    const auto& schedule = scenario.levers[lever];
    const auto& row = Lever::table[lever];
    Table table({"from", "height", "source"});
    for (const auto& knot : points_of(schedule, scenario.constants)) {
        const auto date = point_date(knot.at);
        table.row({date.empty() ? Markup("always") : escaped(date),
                   escaped(height_text(knot.height, scenario.constants)),
                   escaped(knot.source.empty() ? row.source : knot.source)});
    }
    return filled<InMarkdown>("\n### {}\n\n{}: {}.\n\n{}", escaped(row.name), escaped(row.meaning),
                              escaped(course_of(schedule)), table.text());
}

template <class... Tables>
MarkdownText stock_table(const Tables&... tables) {
    Table table({"symbol", "name", "unit", "of", "meaning"});
    const auto add = [&](const auto& rows, Markup owner) {
        for (const auto& row : rows)
            table.row({escaped(row.symbol), code(row.name), escaped(row.unit), owner,
                       escaped(row.meaning)});
    };
    (add(tables.first, tables.second), ...);
    table.row({Markup("I_l"), Markup(""), Markup("1"), Markup("region and level"),
               Markup("exaggeration passed on by reporting level l (log ratio)")});
    return table.text();
}

MarkdownText flow_table() {
    Table table({"name", "unit", "from", "to", "room", "meaning"});
    const auto add = [&](const auto& rows) {
        for (const auto& row : rows)
            table.row({code(row.name), escaped(row.unit), code(row.from), code(row.to),
                       escaped(row.room), escaped(row.meaning)});
    };
    add(RegionFlow::table);
    add(NationFlow::table);
    return table.text();
}

/// What calibration found, with as many digits as mean something; empty for assumed constants.
MarkdownText fitted_text(const Scenario& scenario, std::size_t i) {
    if (!scenario.constant_priors[i].is_known()) return {};
    return filled<InMarkdown>("{:.4g} (s.e. {:.2g})", scenario.constants.values[i],
                              scenario.constant_errors[i]);
}

MarkdownText parameter_table() {
    Table table({"symbol", "name", "unit", "value", "range", "fitted", "meaning", "source"});
    const auto historical = load_scenario("historical");
    for (std::size_t i = 0; i < Parameter::table.size(); ++i) {
        const auto& row = Parameter::table[i];
        table.row({escaped(row.symbol), code(row.name), escaped(row.unit), shortest(row.value),
                   range_of(row.low, row.high), fitted_text(historical, i), escaped(row.meaning),
                   escaped(row.source)});
    }
    return table.text();
}

MarkdownText kernel_table() {
    Table table({"name", "peak (part of the year)", "value", "sharpness", "value"});
    for (const auto& row : Kernel::table) {
        const auto& peak = Parameter::table[row.peak.index];
        const auto& sharpness = Parameter::table[row.sharpness.index];
        table.row({code(row.name), code(peak.name), shortest(peak.value), code(sharpness.name),
                   shortest(sharpness.value)});
    }
    return table.text();
}

MarkdownText figure_table() {
    Table table({"name", "unit", "meaning", "year and months"});
    for (const auto& column : figure_columns<double>)
        table.row({code(column.name), escaped(column.unit), escaped(column.meaning),
                   escaped(months_text(column.parts))});
    return table.text();
}

MarkdownText section(Markup heading, Markup introduction, const MarkdownText& table) {
    return filled<InMarkdown>("\n## {}\n\n{}\n\n{}", heading, introduction, table);
}

}  // namespace

MarkdownText markdown_levers() {
    MarkdownText page =
        title("Levers", "levers") +
        "\nWhat a person decided in 1957-62 and a scenario may decide otherwise.\n\n" +
        lever_table() +
        "\n## Their course in the historical scenario\n\nSources are the ids of "
        "`data/sources.csv`.\n";
    const auto historical = load_scenario("historical");
    for (std::size_t i = 0; i < Lever::table.size(); ++i) page += lever_points(i, historical);
    return page;
}

MarkdownText markdown_symbols() {
    using std::pair;
    return title("Symbols", "symbols") +
           section("Stocks", "What the state holds.",
                   stock_table(pair(std::span(RegionStock::table), Markup("region")),
                               pair(std::span(NationStock::table), Markup("nation")))) +
           section(
               "Flows",
               "Stocks change by these and nothing else. An empty end lies outside the model; a "
               "flow without ends is only summed.",
               flow_table()) +
           section("Levers", "Schedules over time; see [levers.md](levers.md).", lever_table()) +
           section("Parameters",
                   "Fitted ones are found by calibration from the value here "
                   "(`readings/registered.toml`); the "
                   "others are assumed and stay.",
                   parameter_table()) +
           section("Seasonal kernels",
                   "V(s; m, k) is proportional to exp(k (cos 2pi(s - m) - 1)), with mean 1 over "
                   "the year.",
                   kernel_table()) +
           section("Figures", "The columns of the year table, in its order.", figure_table());
}

}  // namespace granary

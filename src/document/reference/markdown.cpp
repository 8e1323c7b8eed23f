#include "granary/document/reference/markdown.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "granary/document/reference/explanation.hpp"
#include "granary/document/schedule_text.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/scenario/kernels.hpp"
#include "granary/state/figures.hpp"
#include "granary/state/flows.hpp"
#include "granary/write/number.hpp"

namespace granary {
namespace {

using Cells = std::vector<std::string>;

std::string escaped(std::string_view cell) {
    std::string text;
    for (const char c : cell) {
        if (c == '|') text += '\\';
        text += c;
    }
    return text;
}

std::string line(const Cells& cells) {
    std::string text = "|";
    for (const auto& cell : cells) text += fmt::format(" {} |", escaped(cell));
    return text + '\n';
}

std::string head(const Cells& names) {
    return '\n' + line(names) + line(Cells(names.size(), "---"));
}

std::string code(std::string_view name) {
    return name.empty() ? std::string() : fmt::format("`{}`", name);
}

std::string text(std::string_view view) {
    return std::string(view);
}

std::string title(std::string_view heading, std::string_view page) {
    return fmt::format(
        "# {}\n\nMade by `granary explain --markdown {}` from the tables that the model "
        "reads: change those\ninstead.\n",
        heading, page);
}

std::string lever_value(const LeverRow& row) {
    return row.parameter.empty() ? shortest(row.value) : code(row.parameter);
}

std::string lever_table() {
    std::string rows = head(
        {"symbol", "name", "unit", "range", "default", "set by a region", "meaning", "source"});
    for (const auto& row : Lever::table)
        rows += line({text(row.symbol), code(row.name), text(row.unit),
                      range_text(row.low, row.high, "1"), lever_value(row),
                      row.regional ? "yes" : "no", text(row.meaning), text(row.source)});
    return rows;
}

std::string lever_points(std::size_t lever, const Scenario& scenario) {
    const auto& schedule = scenario.levers[lever];
    std::string rows = fmt::format("\n### {}\n\n{}: {}.\n", Lever::table[lever].name,
                                   Lever::table[lever].meaning, course_of(schedule));
    rows += head({"from", "height", "source"});
    for (const auto& knot : points_of(schedule, scenario.constants)) {
        const auto date = point_date(knot.at);
        rows += line({date.empty() ? "always" : date, height_text(knot.height, scenario.constants),
                      knot.source.empty() ? text(Lever::table[lever].source) : knot.source});
    }
    return rows;
}

template <class... Tables>
std::string stock_table(const Tables&... tables) {
    std::string rows = head({"symbol", "name", "unit", "of", "meaning"});
    const auto add = [&](const auto& table, std::string_view owner) {
        for (const auto& row : table)
            rows += line(
                {text(row.symbol), code(row.name), text(row.unit), text(owner), text(row.meaning)});
    };
    (add(tables.first, tables.second), ...);
    return rows + line({"I_l", "", "1", "region and level",
                        "exaggeration passed on by reporting level l (log ratio)"});
}

std::string flow_table() {
    std::string rows = head({"name", "unit", "from", "to", "room", "meaning"});
    const auto add = [&](const auto& table) {
        for (const auto& row : table)
            rows += line({code(row.name), text(row.unit), code(row.from), code(row.to),
                          text(row.room), text(row.meaning)});
    };
    add(RegionFlow::table);
    add(NationFlow::table);
    return rows;
}

/// What calibration found, with as many digits as mean something; empty for assumed constants.
std::string fitted_text(const Scenario& scenario, std::size_t i) {
    if (Parameter::table[i].origin != Origin::fitted) return {};
    return fmt::format("{:.4g} (s.e. {:.2g})", scenario.constants.values[i],
                       scenario.constant_errors[i]);
}

std::string parameter_table() {
    std::string rows =
        head({"symbol", "name", "unit", "value", "range", "fitted", "meaning", "source"});
    const auto historical = load_scenario("historical");
    for (std::size_t i = 0; i < Parameter::table.size(); ++i) {
        const auto& row = Parameter::table[i];
        rows += line({text(row.symbol), code(row.name), text(row.unit), shortest(row.value),
                      range_text(row.low, row.high, "1"), fitted_text(historical, i),
                      text(row.meaning), text(row.source)});
    }
    return rows;
}

std::string kernel_table() {
    std::string rows = head({"name", "peak (part of the year)", "value", "sharpness", "value"});
    for (const auto& row : Kernel::table) {
        const auto& peak = Parameter::table[row.peak.index];
        const auto& sharpness = Parameter::table[row.sharpness.index];
        rows += line({code(row.name), code(peak.name), shortest(peak.value), code(sharpness.name),
                      shortest(sharpness.value)});
    }
    return rows;
}

std::string figure_table() {
    std::string rows = head({"name", "unit", "meaning", "year and months"});
    for (const auto& column : figure_columns<double>)
        rows += line({code(column.name), text(column.unit), text(column.meaning),
                      text(months_text(column.parts))});
    return rows;
}

std::string section(std::string_view heading, std::string_view introduction,
                    const std::string& table) {
    return fmt::format("\n## {}\n\n{}\n{}", heading, introduction, table);
}

}  // namespace

std::string markdown_levers() {
    std::string page = title("Levers", "levers") +
                       "\nWhat a person decided in 1957-62 and a scenario may decide otherwise.\n" +
                       lever_table() +
                       "\n## Their course in the historical scenario\n\nSources are the ids of "
                       "`data/sources.csv`.\n";
    const auto historical = load_scenario("historical");
    for (std::size_t i = 0; i < Lever::table.size(); ++i) page += lever_points(i, historical);
    return page;
}

std::string markdown_symbols() {
    using std::pair;
    return title("Symbols", "symbols") +
           section("Stocks", "What the state holds.",
                   stock_table(pair(std::span(RegionStock::table), "region"),
                               pair(std::span(NationStock::table), "nation"))) +
           section(
               "Flows",
               "Stocks change by these and nothing else. An empty end lies outside the model; a "
               "flow without ends is only summed.",
               flow_table()) +
           section("Levers", "Schedules over time; see [levers.md](levers.md).", lever_table()) +
           section("Parameters",
                   "Fitted ones are found by calibration from the value here "
                   "(`scenarios/fitted.toml`); the "
                   "others are assumed and stay.",
                   parameter_table()) +
           section("Seasonal kernels",
                   "V(s; m, k) is proportional to exp(k (cos 2pi(s - m) - 1)), with mean 1 over "
                   "the year.",
                   kernel_table()) +
           section("Figures", "The columns of the year table, in its order.", figure_table());
}

}  // namespace granary

#include "granary/document/reference/explanation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "granary/document/headings.hpp"
#include "granary/document/listing.hpp"
#include "granary/document/reference/influence_table.hpp"
#include "granary/document/schedule_text.hpp"
#include "granary/document/sheet.hpp"
#include "granary/read/reading_file.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/record/history.hpp"
#include "granary/state/figures.hpp"
#include "granary/state/flows.hpp"
#include "granary/write/number.hpp"
#include "granary/write/text.hpp"

namespace granary {
namespace {

using Names = std::vector<std::string>;

std::string symbol_text(std::string_view symbol) {
    return symbol.empty() ? std::string() : fmt::format(" ({})", symbol);
}

template <class Rows>
Names names_of(const Rows& rows) {
    Names names;
    for (const auto& row : rows) names.emplace_back(row.name);
    return names;
}

/// Names, and symbols where rows have them.
template <class Rows>
Names called_in(const Rows& rows, std::string_view word) {
    Names names;
    for (const auto& row : rows) {
        bool called = row.name == word;
        if constexpr (requires { row.symbol; }) called = called || row.symbol == word;
        if (called) names.emplace_back(row.name);
    }
    return names;
}

Names both(Names first, const Names& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

// Levers

std::string points_table(const Schedule& schedule, const Constants<double>& constants) {
    TextTable table(
        {{"date", "", Align::left}, {"height", "", Align::left}, {"source", "", Align::left}});
    for (const auto& knot : points_of(schedule, constants))
        table.add(
            {point_date(knot.at), height_text(knot.height, constants), one_line(knot.source)});
    return table.text();
}

std::string default_text(const LeverRow& row) {
    return row.parameter.empty() ? shortest(row.value)
                                 : fmt::format("the parameter {}", row.parameter);
}

std::string explain_lever(std::string_view name) {
    const std::size_t i = *find_row<Lever>(name);
    const auto& row = Lever::table[i];
    Sheet sheet(fmt::format("lever {}{}", row.name, symbol_text(row.symbol)));
    sheet.add("meaning", std::string(row.meaning));
    sheet.add("range", range_text(row.low, row.high, row.unit));
    sheet.add("tested", range_text(row.tested_low, row.tested_high, row.unit));
    sheet.add("default", default_text(row));
    sheet.add("set by", row.regional ? "the nation, or a region for itself" : "the nation alone");
    sheet.add("source", std::string(row.source));
    const auto historical = load_scenario(history_scenario);
    return sheet.text() +
           fmt::format("\nIn the historical scenario: {}\n", course_of(historical.levers[i])) +
           points_table(historical.levers[i], historical.constants);
}

std::string list_levers() {
    TextTable table({{"name", "", Align::left},
                     {"symbol", "", Align::left},
                     {"range", "", Align::left},
                     {"tested", "", Align::left},
                     {"regional", "", Align::left},
                     {"meaning", "", Align::left}});
    for (const auto& row : Lever::table)
        table.add({std::string(row.name), std::string(row.symbol),
                   range_text(row.low, row.high, row.unit),
                   range_text(row.tested_low, row.tested_high, "1"), row.regional ? "yes" : "",
                   std::string(row.meaning)});
    return table.text();
}

// Parameters

std::string prior_text(const ConstantPrior& prior) {
    if (!prior.is_known()) return "none: no calibration finds it";
    return fmt::format("mean {}, deviation {}, from {} to {} ({})", shortest(prior.mean),
                       shortest(prior.deviation), shortest(prior.low), shortest(prior.high),
                       one_line(prior.source));
}

std::string explain_parameter(std::string_view name) {
    const std::size_t i = *find_row<Parameter>(name);
    const auto& row = Parameter::table[i];
    Sheet sheet(fmt::format("parameter {}{}", row.name, symbol_text(row.symbol)));
    sheet.add("meaning", std::string(row.meaning));
    sheet.add("value", shortest(row.value));
    sheet.add("range", range_text(row.low, row.high, row.unit));
    sheet.add("source", std::string(row.source));
    const auto historical = load_scenario(history_scenario);
    if (!historical.constant_sources[i].empty())
        sheet.add("in historical", fmt::format("{} ({})", historical.constants.values[i],
                                               one_line(historical.constant_sources[i])));
    if (historical.constant_errors[i] > 0)
        sheet.add("standard error", shortest(historical.constant_errors[i]));
    sheet.add("prior", prior_text(historical.constant_priors[i]));
    return sheet.text() + influence_table(i);
}

std::string list_parameters() {
    const auto historical = load_scenario(history_scenario);
    TextTable table({{"name", "", Align::left},
                     {"symbol", "", Align::left},
                     {"value", ""},
                     {"unit", "", Align::left},
                     {"", "", Align::left},
                     {"meaning", "", Align::left}});
    for (std::size_t i = 0; i < Parameter::table.size(); ++i) {
        const auto& row = Parameter::table[i];
        table.add({std::string(row.name), std::string(row.symbol), shortest(row.value),
                   std::string(row.unit), historical.constant_priors[i].is_known() ? "fitted" : "",
                   std::string(row.meaning)});
    }
    return table.text();
}

// Scenarios

Names scenario_names() {
    return names_of(shipped_scenarios());
}

Names scenarios_called(std::string_view word) {
    return called_in(shipped_scenarios(), word);
}

// Readings

Names reading_names() {
    return names_of(shipped_readings());
}

Names readings_called(std::string_view word) {
    return called_in(shipped_readings(), word);
}

std::string reading_list() {
    TextTable table({{"name", "", Align::left}, {"title", "", Align::left}});
    for (const auto& reading : shipped_readings())
        table.add({reading.name, one_line(reading.title)});
    return table.text();
}

/// Its constants, with what was believed of them before.
std::string explain_reading(std::string_view name) {
    const auto reading = load_reading(name);
    Sheet sheet(fmt::format("reading {}: {}", reading.name, one_line(reading.title)));
    sheet.add("what", reading.summary);
    sheet.add("how", fmt::format("constants found by granary calibrate {}", reading.name));
    TextTable table({{"constant", "", Align::left},
                     {"value", ""},
                     {"standard error", ""},
                     {"prior mean", ""},
                     {"deviation", ""},
                     {"unit", "", Align::left}});
    for (const auto& [row, value, source, error, prior] : reading.constants)
        table.add({std::string(Parameter::table[row].name), fmt::format("{:.5g}", value),
                   error > 0 ? fmt::format("{:.2g}", error) : "held",
                   prior.is_known() ? shortest(prior.mean) : "",
                   prior.is_known() ? shortest(prior.deviation) : "",
                   std::string(Parameter::table[row].unit)});
    return sheet.text() + "\n" + table.text();
}

// Events

std::string explain_event(std::string_view title) {
    std::string text;
    for (const auto& event : history().events()) {
        if (event.title != title) continue;
        Sheet sheet(fmt::format("event {}: {}", event.date, event.title));
        sheet.add("what", event.description);
        sheet.add("evidence", std::string(to_string(event.evidence)));
        sheet.add("source", fmt::format("{}: {}", event.source_id,
                                        history().source(event.source_id).citation));
        sheet.add("note", event.note);
        text += sheet.text();
    }
    return text;
}

Names event_names() {
    Names names;
    for (const auto& event : history().events()) names.push_back(event.title);
    return names;
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

// Stocks, flows, figures

std::string stock_text(const StockRow& row) {
    Sheet sheet(fmt::format("stock {}{}", row.name, symbol_text(row.symbol)));
    sheet.add("meaning", std::string(row.meaning));
    sheet.add("unit", std::string(row.unit));
    return sheet.text();
}

std::string explain_stock(std::string_view name) {
    const auto row = find_row<RegionStock>(name);
    return stock_text(row ? RegionStock::table[*row]
                          : NationStock::table[*find_row<NationStock>(name)]);
}

Names stock_names() {
    return both(names_of(RegionStock::table), names_of(NationStock::table));
}

Names stocks_called(std::string_view word) {
    return both(called_in(RegionStock::table, word), called_in(NationStock::table, word));
}

std::string flow_text(const FlowRow& row) {
    Sheet sheet(fmt::format("flow {}", row.name));
    sheet.add("meaning", std::string(row.meaning));
    sheet.add("unit", std::string(row.unit));
    sheet.add("from", std::string(row.from));
    sheet.add("to", std::string(row.to));
    sheet.add("room", std::string(row.room));
    return sheet.text();
}

std::string explain_flow(std::string_view name) {
    const auto row = find_row<RegionFlow>(name);
    return flow_text(row ? RegionFlow::table[*row]
                         : NationFlow::table[*find_row<NationFlow>(name)]);
}

Names flow_names() {
    return both(names_of(RegionFlow::table), names_of(NationFlow::table));
}

Names flows_called(std::string_view word) {
    return both(called_in(RegionFlow::table, word), called_in(NationFlow::table, word));
}

/// By its name, or by the word over its column.
Names figures_called(std::string_view word) {
    auto named = called_in(figure_columns<double>, word);
    return named.empty() ? figures_headed(word) : named;
}

std::string explain_figure(std::string_view name) {
    const auto row = std::find_if(figure_columns<double>.begin(), figure_columns<double>.end(),
                                  [&](const auto& column) { return column.name == name; });
    Sheet sheet(fmt::format("figure {}", row->name));
    sheet.add("meaning", std::string(row->meaning));
    sheet.add("unit", std::string(row->unit));
    sheet.add("in tables", std::string(row->narrow_label()));
    sheet.add("months", std::string(months_text(row->parts)));
    return sheet.text();
}

template <class... Tables>
std::string list_of(const Tables&... tables) {
    TextTable table(
        {{"name", "", Align::left}, {"unit", "", Align::left}, {"meaning", "", Align::left}});
    const auto add_all = [&](const auto& rows) {
        for (const auto& row : rows)
            table.add({std::string(row.name), std::string(row.unit), std::string(row.meaning)});
    };
    (add_all(tables), ...);
    return table.text();
}

/// Whether `words` begin a word of the title.
bool title_has(std::string_view title, std::string_view words) {
    const auto text = ' ' + lower(title);
    return text.find(' ' + lower(words)) != std::string::npos;
}

Names events_called(std::string_view words) {
    constexpr std::size_t least_letters = 4;  // shorter ones begin too many words
    Names found;
    if (words.size() < least_letters) return found;
    for (const auto& event : history().events())
        if (event.date.starts_with(words) || title_has(event.title, words))
            found.push_back(event.title);
    return found;
}

template <const auto& rows>
Kind kind_of(std::string_view singular, std::string_view plural, std::string (*list)(),
             std::string (*explain)(std::string_view)) {
    return {singular,
            plural,
            [] { return names_of(rows); },
            [](std::string_view word) { return called_in(rows, word); },
            list,
            explain};
}

const Kind all_kinds[] = {
    kind_of<Lever::table>("lever", "levers", list_levers, explain_lever),
    kind_of<Parameter::table>("parameter", "parameters", list_parameters, explain_parameter),
    {"scenario", "scenarios", scenario_names, scenarios_called, scenario_list, explain_scenario},
    {"reading", "readings", reading_names, readings_called, reading_list, explain_reading},
    {"event", "events", event_names, events_called, event_list, explain_event},
    {"stock", "stocks", stock_names, stocks_called,
     [] { return list_of(RegionStock::table, NationStock::table); }, explain_stock},
    {"flow", "flows", flow_names, flows_called,
     [] { return list_of(RegionFlow::table, NationFlow::table); }, explain_flow},
    {"figure", "figures", [] { return names_of(figure_columns<double>); }, figures_called,
     [] { return list_of(figure_columns<double>); }, explain_figure},
};

}  // namespace

std::span<const Kind> kinds() {
    return all_kinds;
}

std::string range_text(double low, double high, std::string_view unit) {
    const std::string with_unit = unit == "1" ? std::string() : fmt::format(" {}", unit);
    return fmt::format("{} to {}{}", shortest(low), shortest(high), with_unit);
}

}  // namespace granary

#include "granary/document/record_listing.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "granary/foundation/nearest.hpp"
#include "granary/record/history.hpp"
#include "granary/record/published.hpp"
#include "granary/write/csv.hpp"
#include "granary/write/number.hpp"

namespace granary {
namespace {

TextTable::Column left(std::string name) {
    return {std::move(name), "", Align::left};
}
TextTable::Column right(std::string name) {
    return {std::move(name), ""};
}

std::string word(Evidence evidence) {
    return std::string(to_string(evidence));
}

std::string joined(std::string_view first, std::string_view separator, std::string_view second) {
    return fmt::format("{}{}{}", first, first.empty() || second.empty() ? "" : separator, second);
}

template <class Entry>
std::string provenance(const Entry& entry) {
    return joined(word(entry.evidence) + ", " + entry.source_id, "; ", entry.note);
}

std::string announcement(const Observation& o) {
    return o.announced_on.empty() ? std::string() : "announced " + o.announced_on;
}

/// An empty listing, to be filled by `add`.
template <class Entry>
Listing listing_of(const RecordTable<Entry>& table, std::string title,
                   std::vector<TextTable::Column> shown) {
    return {kind_of(table), std::move(title), TextTable(std::move(shown)), {}, {}};
}

template <class Entry>
void add(Listing& listing, const RecordTable<Entry>& table, const Entry& entry,
         std::vector<std::string> shown) {
    listing.rows.push_back(cells_of(table, entry));
    listing.table.add(std::move(shown));
    if constexpr (requires { entry.source_id; }) listing.sources.insert(entry.source_id);
}

Listing national(const VariableInfo& info) {
    auto listing = listing_of(
        national_table, fmt::format("{}, {}", joined(info.name, ": ", info.meaning), info.unit),
        {left("period"), right("value"), left("evidence"), left("source"), left("note")});
    for (const auto& o : history().of(info.name))
        add(listing, national_table, o,
            {o.period, shortest(o.value), word(o.evidence), o.source_id,
             joined(announcement(o), "; ", o.note)});
    return listing;
}

std::vector<std::string_view> provinces() {
    std::set<std::string_view> names;
    for (const auto& p : history().provincial()) names.insert(p.province);
    return {names.begin(), names.end()};
}

std::vector<std::string_view> variables_of(std::string_view province) {
    std::set<std::string_view> names;
    for (const auto& p : history().provincial())
        if (p.province == province) names.insert(p.variable);
    return {names.begin(), names.end()};
}

void require_province(std::string_view province) {
    const auto known = provinces();
    if (std::find(known.begin(), known.end(), province) == known.end())
        no_such("province on record", province, known);
}

std::string years_of(const VariableInfo& v) {
    const auto first = v.first_period.substr(0, 4), last = v.last_period.substr(0, 4);
    return first == last ? first : first + "-" + last.substr(2);
}

std::string meaning_of(const VariableInfo& v) {
    const auto column = column_beside(v.name);
    return fmt::format("{} [{}]{}", v.meaning, v.unit, column.empty() ? "" : " = " + column);
}

std::string citations(const Listing& listing) {
    std::string text;
    for (const auto& id : listing.sources) {
        const auto& source = history().source(id);
        text += wrapped(fmt::format("{}: {} ({})", id, source.citation, source.reliability),
                        text_columns, 2) +
                '\n';
    }
    return text.empty() ? text : "\nSources\n" + text;
}

std::vector<std::string> texts_of(const std::vector<Cell>& row) {
    std::vector<std::string> texts;
    for (const auto& cell : row) texts.push_back(cell_text(cell));
    return texts;
}

}  // namespace

Listing recorded_events() {
    auto listing = listing_of(event_table, "events: what happened when, as far as it is dated",
                              {left("date"), left("evidence"), left("source"), left("event")});
    for (const auto& e : history().events())
        add(listing, event_table, e,
            {e.date, word(e.evidence), e.source_id,
             joined(joined(e.title, ": ", e.description), " ",
                    e.note.empty() ? "" : fmt::format("({})", e.note))});
    return listing;
}

Listing death_estimates() {
    auto listing =
        listing_of(death_estimate_table,
                   "excess_deaths_million: excess deaths of the famine as counted by author",
                   {left("author"), left("period"), right("million"), left("evidence and source")});
    for (const auto& e : history().death_estimates())
        add(listing, death_estimate_table, e, {e.author, e.period, million_text(e), provenance(e)});
    return listing;
}

Listing recorded_of_province(const std::string& province, const std::string& variable) {
    require_province(province);
    auto listing = listing_of(provincial_table, province,
                              {left("period"), left("variable"), right("value"), left("unit"),
                               left("evidence and source")});
    for (const auto& p : history().provincial())
        if (p.province == province && (variable.empty() || p.variable == variable))
            add(listing, provincial_table, p,
                {p.period, p.variable, shortest(p.value), p.unit, provenance(p)});
    if (listing.rows.empty())
        no_such(fmt::format("variable of {} on record", province), variable,
                variables_of(province));
    return listing;
}

Listing recorded_variables() {
    auto listing =
        listing_of(variable_table,
                   "The record of the country. After = the column of the year table it goes with.",
                   {left("variable"), left("years"), left("meaning and unit")});
    std::string group;
    for (const auto& v : history().variables()) {
        if (v.group != group && !group.empty()) listing.table.add({});
        if (v.group != group) listing.table.add({v.group});
        group = v.group;
        add(listing, variable_table, v, {"  " + v.name, years_of(v), meaning_of(v)});
    }
    return listing;
}

Listing recorded(std::string_view variable) {
    return national(history().variable(variable));
}

std::string listing_text(const Listing& listing, bool strong) {
    return wrapped(listing.title) + "\n\n" + listing.table.text(strong) + citations(listing);
}

Csv listings_csv(std::span<const Listing> found) {
    Csv csv;
    std::vector<std::string> names;
    for (const auto& column : found.front().kind.columns) names.emplace_back(column.name);
    csv.row(names);
    for (const auto& listing : found)
        for (const auto& row : listing.rows) csv.row(texts_of(row));
    return csv;
}

}  // namespace granary

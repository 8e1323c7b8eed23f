#include "granary/document/record_columns.hpp"

#include <limits>

#include "granary/write/number.hpp"

namespace granary {
namespace {

constexpr std::string_view own_unit = "see unit";

template <class Entry, auto member>
Cell cell(const Entry& entry) {
    return entry.*member;
}

template <class Entry>
Cell evidence(const Entry& entry) {
    return std::string(to_string(entry.evidence));
}

/// The columns that say how far a figure can be trusted.
template <class Entry>
constexpr RecordColumnOf<Entry> evidence_column() {
    return {{"evidence", "",
             "how far it can be trusted: sourced, corroborated, derived, "
             "unverified or assumed"},
            evidence<Entry>};
}

template <class Entry>
constexpr RecordColumnOf<Entry> source_column() {
    return {{"source_id", "", "the id of its source"}, cell<Entry, &Entry::source_id>};
}

template <class Entry>
constexpr RecordColumnOf<Entry> note_column() {
    return {{"note", "", "what else is to be said; may be empty"}, cell<Entry, &Entry::note>};
}

using O = Observation;
const RecordColumnOf<O> observations[] = {
    {{"period", "", "year, month or day"}, cell<O, &O::period>},
    {{"variable", "", "name in the record"}, cell<O, &O::variable>},
    {{"value", own_unit, "the figure"}, cell<O, &O::value>},
    {{"unit", "", "unit of the value"}, cell<O, &O::unit>},
    evidence_column<O>(),
    source_column<O>(),
    {{"announced_on", "", "date of a claim of output; empty for everything else"},
     cell<O, &O::announced_on>},
    note_column<O>(),
};

using P = ProvincialObservation;
const RecordColumnOf<P> province[] = {
    {{"province", "", "name of the province"}, cell<P, &P::province>},
    {{"period", "", "year, month, day or span of years"}, cell<P, &P::period>},
    {{"variable", "", "name in the record"}, cell<P, &P::variable>},
    {{"value", own_unit, "the figure"}, cell<P, &P::value>},
    {{"unit", "", "unit of the value"}, cell<P, &P::unit>},
    evidence_column<P>(),
    source_column<P>(),
    note_column<P>(),
};

using D = DeathEstimate;
const RecordColumnOf<D> estimates[] = {
    {{"author", "", "whose count it is"}, cell<D, &D::author>},
    {{"period", "", "the years counted"}, cell<D, &D::period>},
    {{"low_million", "million", "the count, or its lower end"}, cell<D, &D::low_million>},
    {{"high_million", "million", "its upper end; none: or more"},
     [](const D& e) -> Cell {
         return e.high_million.value_or(std::numeric_limits<double>::quiet_NaN());
     }},
    evidence_column<D>(),
    source_column<D>(),
    note_column<D>(),
};

const RecordColumnOf<Event> events[] = {
    {{"date", "", "year, month or day"}, cell<Event, &Event::date>},
    {{"title", "", "what it is called"}, cell<Event, &Event::title>},
    {{"description", "", "what happened"}, cell<Event, &Event::description>},
    evidence_column<Event>(),
    source_column<Event>(),
    note_column<Event>(),
};

using V = VariableInfo;
const RecordColumnOf<V> variables[] = {
    {{"group", "", "what it is about"}, cell<V, &V::group>},
    {{"name", "", "name in the record"}, cell<V, &V::name>},
    {{"rows", "1", "figures on record"},
     [](const V& v) -> Cell { return static_cast<double>(v.rows); }},
    {{"first", "", "first period on record"}, cell<V, &V::first_period>},
    {{"last", "", "last period on record"}, cell<V, &V::last_period>},
    {{"unit", "", "unit of the values"}, cell<V, &V::unit>},
    {{"year_table_column", "", "column of the year table that it stands beside; may be empty"},
     [](const V& v) -> Cell { return column_beside(v.name); }},
    {{"meaning", "", "what it is"}, cell<V, &V::meaning>},
};

}  // namespace

const RecordTable<Observation> national_table{"national", observations};
const RecordTable<ProvincialObservation> provincial_table{"provincial", province};
const RecordTable<DeathEstimate> death_estimate_table{"death_estimates", estimates};
const RecordTable<Event> event_table{"events", events};
const RecordTable<VariableInfo> variable_table{"variables", variables};

std::vector<RecordKind> record_kinds() {
    return {kind_of(national_table), kind_of(provincial_table), kind_of(death_estimate_table),
            kind_of(event_table), kind_of(variable_table)};
}

std::string cell_text(const Cell& cell) {
    const auto* number = std::get_if<double>(&cell);
    return number ? shortest(*number) : std::get<std::string>(cell);
}

Json cell_json(const Cell& cell) {
    return std::visit([](const auto& value) { return Json(value); }, cell);
}

std::string column_beside(std::string_view variable) {
    std::string column;
    for (const auto& alias : year_table_aliases())
        if (alias.variable == variable) column = alias.column;
    return column;
}

}  // namespace granary

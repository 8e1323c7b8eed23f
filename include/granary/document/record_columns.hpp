#pragma once
/// The columns of the record's tables, described once: CSV, JSON and its schema take them from
/// here.

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/record/history.hpp"
#include "granary/write/json.hpp"

namespace granary {

/// A text, or a number; not a number where there is none.
using Cell = std::variant<std::string, double>;

/// As in CSV.
GRANARY_API std::string cell_text(const Cell& cell);
/// As in JSON.
GRANARY_API Json cell_json(const Cell& cell);

/// A column: the unit is empty where it is a text.
struct RecordColumn {
    std::string_view name, unit, meaning;
};

/// A column of entries of one type, and what an entry has in it.
template <class Entry>
struct RecordColumnOf : RecordColumn {
    Cell (*cell)(const Entry&);
};

/// A part of the record whose entries are of one type: what documents call it, and its columns.
template <class Entry>
struct RecordTable {
    std::string_view kind;
    std::span<const RecordColumnOf<Entry>> columns;
};

/// Figures of the country.
GRANARY_API extern const RecordTable<Observation> national_table;
/// Figures of provinces.
GRANARY_API extern const RecordTable<ProvincialObservation> provincial_table;
/// Counts of the dead.
GRANARY_API extern const RecordTable<DeathEstimate> death_estimate_table;
/// What happened when.
GRANARY_API extern const RecordTable<Event> event_table;
/// Which variables of the country there are.
GRANARY_API extern const RecordTable<VariableInfo> variable_table;

/// A kind of table with its columns, whatever its entries are.
struct RecordKind {
    std::string_view name;
    std::vector<RecordColumn> columns;
};
/// All of them.
GRANARY_API std::vector<RecordKind> record_kinds();

/// The column of the year table that a variable stands beside; empty where there is none.
GRANARY_API std::string column_beside(std::string_view variable);

/// The kind of a table.
template <class Entry>
RecordKind kind_of(const RecordTable<Entry>& table) {
    return {table.kind, {table.columns.begin(), table.columns.end()}};
}

/// What an entry has in the columns of its table.
template <class Entry>
std::vector<Cell> cells_of(const RecordTable<Entry>& table, const Entry& entry) {
    std::vector<Cell> cells;
    for (const auto& column : table.columns) cells.push_back(column.cell(entry));
    return cells;
}

}  // namespace granary

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

GRANARY_API std::string cell_text(const Cell& cell);
GRANARY_API Json cell_json(const Cell& cell);

/// A column: the unit is empty where it is a text.
struct Field {
    std::string_view name, unit, meaning;
};

template <class Entry>
struct FieldOf : Field {
    Cell (*cell)(const Entry&);
};

extern const std::span<const FieldOf<Observation>> observation_fields;
extern const std::span<const FieldOf<ProvincialObservation>> province_fields;
extern const std::span<const FieldOf<DeathEstimate>> estimate_fields;
extern const std::span<const FieldOf<Event>> event_fields;
extern const std::span<const FieldOf<VariableInfo>> variable_fields;

/// The column of the year table that a variable stands beside; empty where there is none.
GRANARY_API std::string column_beside(std::string_view variable);

template <class Entry>
std::vector<Field> fields_of(std::span<const FieldOf<Entry>> fields) {
    return {fields.begin(), fields.end()};
}

template <class Entry>
std::vector<Cell> cells_of(std::span<const FieldOf<Entry>> fields, const Entry& entry) {
    std::vector<Cell> cells;
    for (const auto& field : fields) cells.push_back(field.cell(entry));
    return cells;
}

}  // namespace granary

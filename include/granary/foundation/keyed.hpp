#pragma once
/// One mechanism for levers, parameters, stocks, flows and kernels: a table describes each once,
/// a key names a row and carries its dimension, an array holds a value for each row.

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "granary/foundation/units.hpp"

namespace granary {

/// Row `index` of the table of `Kind`, with the dimension D of its values.
template <class Kind, class D>
struct Key {
    std::size_t index;
};

/// The row called `name`; a misspelt name or a dimension other than the row's unit does not
/// compile.
template <class Kind, class D>
consteval Key<Kind, D> key(std::string_view name) {
    for (std::size_t i = 0; i < Kind::table.size(); ++i) {
        if (Kind::table[i].name != name) continue;
        if (!same_dimension(Kind::table[i].unit, D::grain, D::people, D::years))
            throw "the key's dimension is not the unit of its row";
        return {i};
    }
    throw "no row of that name";
}

/// The row called `name` at run time.
template <class Kind>
constexpr std::optional<std::size_t> find_row(std::string_view name) {
    for (std::size_t i = 0; i < Kind::table.size(); ++i)
        if (Kind::table[i].name == name) return i;
    return std::nullopt;
}

/// All names of a table, in its order.
template <class Kind>
constexpr auto row_names() {
    std::array<std::string_view, Kind::table.size()> names{};
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = Kind::table[i].name;
    return names;
}

/// A value for each row of a table.
template <class Kind, Real T>
struct Keyed {
    std::array<T, Kind::table.size()> values{};

    /// The row's value with its dimension.
    template <class D>
    quantity<T, D> operator[](Key<Kind, D> key) const {
        return quantity<T, D>(values[key.index]);
    }
};

}  // namespace granary

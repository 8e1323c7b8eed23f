#pragma once
/// How numbers of a unit are printed, said once for tables, charts, sentences and the page.

#include <array>
#include <string_view>

namespace granary {

/// A unit with the decimals that are worth printing.
struct UnitStyle {
    std::string_view unit;
    std::string_view heading;  ///< beside a label: "M"; empty where a bare number says it
    int decimals_in_sentence;
    int decimals;            ///< in a table of one run or a few
    int decimals_of_change;  ///< where runs that differ little lie side by side
};

/// The units of figures and measures.
inline constexpr auto unit_styles = std::to_array<UnitStyle>({
    {"kg", "kg", 0, 0, 1},
    {"Mt", "Mt", 0, 1, 1},
    {"million", "M", 1, 1, 2},
    {"1/1000", "/1000", 0, 1, 1},
    {"1", "", 2, 2, 3},
    {"yr", "", 0, 0, 0},
});

/// The style of a unit; one decimal where the unit is not in the table.
constexpr UnitStyle unit_style(std::string_view unit) {
    for (const auto& style : unit_styles)
        if (style.unit == unit) return style;
    return {unit, unit, 0, 1, 1};
}

/// The least difference that shows in a sentence: half of the last decimal.
constexpr double least_said(std::string_view unit) {
    double power_of_ten = 1;
    for (int i = 0; i < unit_style(unit).decimals_in_sentence; ++i) power_of_ten *= 10;
    return 0.5 / power_of_ten;
}

}  // namespace granary

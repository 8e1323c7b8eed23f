#pragma once
/// The annual figures of a run as a table, and the largest difference between two such tables.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "granary/state/trajectory.hpp"

namespace granary::laws {

inline constexpr std::size_t columns = figure_columns<double>.size();
using FigureRow = std::array<double, columns>;

inline FigureRow row_of(const Figures<double>& figures) {
    FigureRow row{};
    for (std::size_t i = 0; i < columns; ++i) row[i] = figures.*figure_columns<double>[i].value;
    return row;
}

inline bool is_per_head(std::size_t column) {
    const auto unit = figure_columns<double>[column].unit;
    return unit == "kg" || unit == "1/1000";
}

/// One row for each calendar year, or the part of it that was run.
struct FigureTable {
    /// With fewer person-years than this (million) a per-head figure is undefined.
    static constexpr double fewest_million = 1e-3;

    std::vector<int> years;
    std::vector<FigureRow> rows;
    std::vector<double> person_years;  ///< of villages or of towns, whichever are fewer (million)

    /// Whether it is a figure per head where fewer than so many million person-years were lived.
    bool is_of_few(std::size_t row, std::size_t column, double million) const {
        return is_per_head(column) && person_years[row] < million;
    }

    /// The largest absolute value of a column; undefined figures do not count.
    double largest(std::size_t column) const {
        double largest = 0;
        for (const auto& row : rows)
            if (std::isfinite(row[column])) largest = std::max(largest, std::abs(row[column]));
        return largest;
    }

    /// Amounts of grain and numbers of people times `factor`; per-head figures stay.
    FigureTable amounts_times(double factor) const {
        FigureTable result = *this;
        for (auto& row : result.rows)
            for (std::size_t i = 0; i < columns; ++i) {
                const auto unit = figure_columns<double>[i].unit;
                if (unit == "Mt" || unit == "million") row[i] *= factor;
            }
        return result;
    }
};

/// Person-years of villages or of towns in one year, whichever are fewer (million).
inline double least_person_years(const Trajectory<double>& run, int year, Area area) {
    const auto from = run.row(std::max(run.times().front(), Instant{year, 0}));
    const auto to = run.row(std::min(run.times().back(), Instant{year + 1, 0}));
    double rural = 0, urban = 0;
    for (std::size_t r = area.value_or(0); r < (area ? *area + 1 : run.layout().regions); ++r) {
        rural += run.sum(flow::person_years_rural, from, to, r).value();
        urban += run.sum(flow::person_years_urban, from, to, r).value();
    }
    return std::min(rural, urban);
}

inline FigureTable annual_table(const Trajectory<double>& run, Area area = whole_nation) {
    FigureTable table{run.years(), {}, {}};
    for (const int year : table.years) {
        table.rows.push_back(row_of(run.annual(year, area)));
        table.person_years.push_back(least_person_years(run, year, area));
    }
    return table;
}

/// A difference relative to its column's largest value, and the figure where it stands.
struct Difference {
    double size = 0;
    std::string where;
};

/// The difference of two figures; two undefined ones agree, one alone never does.
inline double distance(double a, double b) {
    if (std::isnan(a) && std::isnan(b)) return 0;
    if (std::isnan(a) || std::isnan(b)) return HUGE_VAL;
    return std::abs(a - b);
}

/// The largest difference of one column, relative to its largest value in `expected`. A column
/// whose values stay below `floor` (in its unit) is measured against that instead. Figures per head
/// of fewer than 100,000 are not compared: they rest on small differences of running sums of
/// hundreds of millions, and near 1000 are defined in one table and not in the other.
inline Difference column_difference(const FigureTable& found, const FigureTable& expected,
                                    std::size_t column, double floor) {
    constexpr double few_million = 0.1;
    Difference worst;
    const double scale = std::max(expected.largest(column), floor);
    for (std::size_t i = 0; i < expected.rows.size(); ++i) {
        if (found.is_of_few(i, column, few_million) || expected.is_of_few(i, column, few_million))
            continue;
        const double size = distance(found.rows[i][column], expected.rows[i][column]) / scale;
        if (size > worst.size)
            worst = {size, fmt::format("{} of {}: {} for {}", figure_columns<double>[column].name,
                                       expected.years[i], found.rows[i][column],
                                       expected.rows[i][column])};
    }
    return worst;
}

inline Difference largest_difference(const FigureTable& found, const FigureTable& expected,
                                     double floor) {
    Difference worst;
    for (std::size_t column = 0; column < columns; ++column) {
        auto difference = column_difference(found, expected, column, floor);
        if (difference.size > worst.size) worst = std::move(difference);
    }
    return worst;
}

}  // namespace granary::laws

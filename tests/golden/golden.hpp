#pragma once
/// A golden run: the annual figures of a scenario as a CSV text, for the nation and each region.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"
#include "laws/figure_table.hpp"

namespace granary::golden {

/// One line: the area and the year, and a figure for each column; NaN is an empty cell.
struct Line {
    std::string area;
    int year = 0;
    std::vector<double> figures;
};

struct Golden {
    std::vector<std::string> columns;
    std::vector<Line> lines;
};

inline void add(const Trajectory<double>& run, const std::string& name, Area area, Golden& golden) {
    const auto table = laws::annual_table(run, area);
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        golden.lines.push_back(
            {name, table.years[i], {table.rows[i].begin(), table.rows[i].end()}});
}

inline Golden golden_of(const std::string& scenario) {
    Golden golden;
    for (const auto& column : figure_columns<double>) golden.columns.emplace_back(column.name);
    const auto run = simulate(load_scenario(scenario));
    add(run, "nation", whole_nation, golden);
    if (run.layout().regions > 1)
        for (std::size_t r = 0; r < run.layout().regions; ++r)
            add(run, run.region_names()[r], r, golden);
    return golden;
}

inline std::string text_of(const Golden& golden) {
    std::string text = fmt::format("area,year,{}\n", fmt::join(golden.columns, ","));
    for (const auto& line : golden.lines) {
        text += fmt::format("{},{}", line.area, line.year);
        for (const double figure : line.figures)
            text += std::isnan(figure) ? std::string(",") : fmt::format(",{}", figure);
        text += '\n';
    }
    return text;
}

inline std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells(1);
    for (const char c : line)
        if (c == ',')
            cells.emplace_back();
        else
            cells.back() += c;
    return cells;
}

inline double number_in(const std::string& cell) {
    return cell.empty() ? std::numeric_limits<double>::quiet_NaN()
                        : std::strtod(cell.c_str(), nullptr);
}

inline Golden golden_in(const std::string& text) {
    Golden golden;
    std::istringstream lines(text);
    std::string line;
    if (!std::getline(lines, line)) return golden;
    const auto header = cells_of(line);
    golden.columns.assign(header.begin() + 2, header.end());
    while (std::getline(lines, line)) {
        const auto cells = cells_of(line);
        golden.lines.push_back({cells.at(0), std::stoi(cells.at(1)), {}});
        for (std::size_t i = 2; i < cells.size(); ++i)
            golden.lines.back().figures.push_back(number_in(cells[i]));
    }
    return golden;
}

/// Where a column stands in the table; past its end where it does not.
inline std::size_t place_of(const std::string& column, const Golden& golden) {
    const auto& columns = golden.columns;
    return static_cast<std::size_t>(std::find(columns.begin(), columns.end(), column) -
                                    columns.begin());
}

/// The columns of `golden` that `other` has not.
inline std::vector<std::string> columns_beyond(const Golden& other, const Golden& golden) {
    std::vector<std::string> beyond;
    for (const auto& column : golden.columns)
        if (place_of(column, other) == other.columns.size()) beyond.push_back(column);
    return beyond;
}

/// The largest relative difference of a figure, and which one it is, over the columns that both
/// tables have, so that a new column hides no change of the others. Infinite where the tables have
/// different lines, or a figure is undefined in one of them only.
inline laws::Difference largest_change(const Golden& found, const Golden& stored) {
    const auto same_line = [](const Line& a, const Line& b) {
        return a.area == b.area && a.year == b.year;
    };
    if (!std::equal(found.lines.begin(), found.lines.end(), stored.lines.begin(),
                    stored.lines.end(), same_line))
        return {HUGE_VAL, "other lines"};
    constexpr double rounding = 1e-12;  // of excess deaths, which are differences of larger sums
    laws::Difference worst;
    for (std::size_t c = 0; c < found.columns.size(); ++c) {
        const auto place = place_of(found.columns[c], stored);
        if (place == stored.columns.size()) continue;
        for (std::size_t i = 0; i < found.lines.size(); ++i) {
            const double now = found.lines[i].figures[c], then = stored.lines[i].figures[place];
            const double apart = laws::distance(now, then);
            const double size = apart <= rounding ? 0 : apart / std::abs(then);
            if (size > worst.size)
                worst = {size, fmt::format("{} of {} in {}: {} for {}", found.columns[c],
                                           found.lines[i].area, found.lines[i].year, now, then)};
        }
    }
    return worst;
}

/// A fingerprint of all golden texts, eight hexadecimal digits (FNV-1a): what a changelog line
/// names, so that no golden run changes without one.
inline std::string fingerprint(const std::vector<std::string>& texts) {
    std::uint32_t hash = 2166136261u;
    for (const auto& text : texts)
        for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return fmt::format("{:08x}", hash);
}

}  // namespace granary::golden

#include "granary/document/study/sweep_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "granary/analysis/tested.hpp"
#include "granary/analysis/tolls.hpp"
#include "granary/document/csv_provenance.hpp"
#include "granary/document/heading.hpp"
#include "granary/run.hpp"
#include "granary/write/number.hpp"
#include "granary/write/text.hpp"
#include "granary/write/year_table.hpp"

namespace granary {
namespace {

/// With as many decimals as the measure is worth; its unit stands elsewhere.
std::string measure_text(const Measure& measure, double value) {
    return fixed(value, measure.decimals());
}

/// "3 of 13 points" where a sweep was stopped; empty where it was not.
std::string part_done(const SweepGrid& grid) {
    if (grid.complete()) return {};
    return fmt::format("interrupted: the first {} of {} points", grid.points.size(), grid.size());
}

std::string value_text(double value) {
    return fmt::format("{:.6g}", value);
}

/// A row for each point.
std::string list_text(const SweepGrid& grid, bool strong) {
    std::vector<TextTable::Column> columns;
    for (const auto& axis : grid.axes)
        columns.push_back({axis.variation.name(), axis.variation.unit()});
    for (const auto& measure : grid.measures) columns.push_back({measure.name(), measure.unit()});
    TextTable table(std::move(columns));
    for (std::size_t i = 0; i < grid.points.size(); ++i) {
        std::vector<std::string> cells;
        for (std::size_t axis = 0; axis < grid.axes.size(); ++axis)
            cells.push_back(value_text(grid.at(i, axis)));
        for (std::size_t m = 0; m < grid.measures.size(); ++m)
            cells.push_back(measure_text(grid.measures[m], grid.told(i, m)));
        table.add(std::move(cells));
    }
    return table.text(strong);
}

/// The first axis downwards, the second across.
std::string matrix_text(const SweepGrid& grid, std::size_t measure, bool strong) {
    const auto& across = grid.axes[1].values;
    std::vector<TextTable::Column> columns{{grid.axes[0].variation.name(), ""}};
    for (const double value : across) columns.push_back({value_text(value), ""});
    TextTable table(std::move(columns));
    for (std::size_t row = 0; row * across.size() < grid.points.size(); ++row) {
        std::vector<std::string> cells{value_text(grid.axes[0].values[row])};
        for (std::size_t i = row * across.size();
             i < std::min((row + 1) * across.size(), grid.points.size()); ++i)
            cells.push_back(measure_text(grid.measures[measure], grid.told(i, measure)));
        table.add(std::move(cells));
    }
    return fmt::format("{}, {}; across: {}\n{}", grid.measures[measure].name(),
                       grid.measures[measure].unit(), grid.axes[1].variation.name(),
                       table.text(strong));
}

std::string tables_text(const SweepGrid& grid, bool strong) {
    constexpr std::size_t most_across = 10;
    if (grid.axes.size() == 1 || grid.axes[1].values.size() > most_across)
        return list_text(grid, strong);
    std::string text;
    for (std::size_t m = 0; m < grid.measures.size(); ++m)
        text += (m == 0 ? "" : "\n") + matrix_text(grid, m, strong);
    return text;
}

/// Where tolls are not told, and why at the first such point; empty where nothing is left out.
std::string untested_words(const SweepGrid& grid) {
    const auto is_untested = [](const SweepPoint& point) { return !point.untested.empty(); };
    const auto first = std::find_if(grid.points.begin(), grid.points.end(), is_untested);
    if (first == grid.points.end()) return {};
    return wrapped(fmt::format(
               "-: no toll is given at {} of {} points, which lie outside of what the equations "
               "were made for (the first: {}).",
               std::count_if(grid.points.begin(), grid.points.end(), is_untested),
               grid.points.size(), fmt::join(first->untested, "; "))) +
           '\n';
}

/// What must be known of the tolls; empty where none is told.
std::string words_on_tolls(const Scenario& scenario, const SweepGrid& grid) {
    const bool has_tolls = std::any_of(grid.measures.begin(), grid.measures.end(),
                                       [](const Measure& m) { return is_toll(m.name()); });
    return has_tolls ? untested_words(grid) + wrapped(reading_note(scenario.reading)) + '\n'
                     : std::string();
}

/// Where the scenario itself stands.
std::string itself(const Scenario& scenario, const SweepGrid& grid) {
    const auto run = simulate(scenario);
    const bool tested = causes_untested(scenario, run).empty();
    std::string text;
    for (const auto& measure : grid.measures)
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", measure.name(),
                            measure_text(measure, told(measure.name(), measure.of(run), tested)));
    return wrapped("The scenario itself: " + text) + '\n';
}

}  // namespace

std::string sweep_text(const RunDescription& what, const SweepGrid& grid, const TextStyle& style) {
    auto tables = tables_text(grid, style.strong);
    if (style.quiet) return tables;
    const auto part = part_done(grid), parts = parts_note(what.scenario);
    return heading(what.scenario, what.settings, style.strong) + '\n' + tables +
           (part.empty() ? "" : part + '\n') + itself(what.scenario, grid) +
           words_on_tolls(what.scenario, grid) + (parts.empty() ? "" : parts + '\n');
}

Csv sweep_csv(const RunDescription& what, const SweepGrid& grid) {
    Csv csv;
    add_scenario(what, csv);
    add_provenance(what.settings, csv);
    if (!grid.complete()) csv.comment(part_done(grid));
    if (const auto parts = parts_note(what.scenario); !parts.empty()) csv.comment(parts);
    std::vector<std::string> header;
    for (const auto& axis : grid.axes) header.push_back(axis.variation.name());
    for (const auto& measure : grid.measures) header.push_back(measure.name());
    header.emplace_back("tested");
    csv.row(header);
    for (std::size_t i = 0; i < grid.points.size(); ++i) {
        std::vector<std::string> cells;
        for (std::size_t axis = 0; axis < grid.axes.size(); ++axis)
            cells.push_back(shortest(grid.at(i, axis)));
        for (const double figure : grid.points[i].figures) cells.push_back(shortest(figure));
        cells.emplace_back(truth(grid.points[i].untested.empty()));
        csv.row(cells);
    }
    return csv;
}

}  // namespace granary

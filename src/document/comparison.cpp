#include "granary/document/comparison.hpp"

#include <fmt/format.h>

#include <utility>

#include "granary/analysis/finding.hpp"
#include "granary/document/heading.hpp"
#include "granary/record/history.hpp"
#include "granary/record/published.hpp"
#include "granary/write/number.hpp"

namespace granary {
namespace {

std::string letter_of(std::size_t i) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    return i < letters.size() ? std::string(1, letters[i]) : fmt::format("{}", i + 1);
}

std::vector<TextTable::Column> columns_of(std::span<const ComparedRun> runs) {
    std::vector<TextTable::Column> columns{{"whole run", "", Align::left}};
    for (const auto& run : runs) {
        columns.push_back({run.letter, ""});
        if (columns.size() > 2)
            columns.push_back({fmt::format("{} - {}", run.letter, runs.front().letter), ""});
    }
    return columns;
}

/// Deaths never stand without the published range.
std::string label_of(const OutcomeRow& row) {
    const bool published = row.name == death_estimates_column;
    return published ? fmt::format("{} (published: {})", row.label, published_estimates().range())
                     : std::string(row.label);
}

std::vector<std::string> values(const OutcomeRow& row, std::span<const ComparedRun> runs) {
    std::vector<std::string> cells{label_of(row)};
    const double first = row.value(runs.front().sum);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const double own = row.value(runs[i].sum);
        cells.push_back(fixed(own, row.decimals));
        if (i > 0) cells.push_back(signed_fixed(own - first, row.decimals));
    }
    return cells;
}

std::vector<std::string> years(const OutcomeRow& row, std::span<const ComparedRun> runs) {
    std::vector<std::string> cells{"  in the year"};
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const auto& found = runs[i].sum.*row.extreme;
        cells.push_back(found ? fmt::format("{}", found->year) : "-");
        if (i > 0) cells.emplace_back();
    }
    return cells;
}

}  // namespace

ComparedRun compared_run(std::string argument, std::size_t index, Scenario scenario,
                         const Trajectory<double>& run) {
    auto years = yearly(run);
    const auto sum = outcome(years);
    return {std::move(argument), letter_of(index), std::move(scenario), std::move(years), sum};
}

std::string finding_of(const ComparedRun& first, const ComparedRun& second) {
    return comparison(title_of(first.scenario), first.sum, title_of(second.scenario), second.sum);
}

TextTable outcome_table(std::span<const ComparedRun> runs) {
    TextTable table(columns_of(runs));
    for (const auto& row : outcome_rows()) {
        table.add(values(row, runs));
        if (row.extreme != nullptr) table.add(years(row, runs));
    }
    return table;
}

}  // namespace granary

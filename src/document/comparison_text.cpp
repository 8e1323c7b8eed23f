#include "granary/document/comparison_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "granary/analysis/tolls.hpp"
#include "granary/document/csv_provenance.hpp"
#include "granary/document/heading.hpp"
#include "granary/foundation/unit_style.hpp"
#include "granary/write/number.hpp"
#include "granary/write/text.hpp"
#include "granary/write/year_table.hpp"

namespace granary {
namespace {

using F = Figures<double>;

/// What is laid side by side year by year.
using Quantity = double F::*;

constexpr Quantity quantities[] = {
    &F::rural_ration_kg,  &F::excess_deaths_million, &F::state_grain_mt,
    &F::output_actual_mt, &F::output_reported_mt,    &F::procurement_net_mt,
};

std::string heading_of(Quantity quantity) {
    const auto& column = column_of<double>(quantity);
    return fmt::format("{} {}", column.label, unit_style(column.unit).heading);
}

std::set<int> all_years(std::span<const ComparedRun> runs) {
    std::set<int> years;
    for (const auto& run : runs)
        for (const auto& y : run.years) years.insert(y.year);
    return years;
}

std::string cell(const ComparedRun& run, int year, Quantity quantity) {
    const int decimals = unit_style(column_of<double>(quantity).unit).decimals;
    for (const auto& y : run.years)
        if (y.year == year)
            return fixed(told(column_of<double>(quantity).name, y.figures.*quantity,
                              run.untested.empty()),
                         decimals) +
                   (y.whole ? "" : "*");
    return {};
}

/// As many quantities side by side as the width of a terminal holds.
std::size_t quantities_abreast(std::size_t runs) {
    constexpr std::size_t columns_of_a_figure = 8;
    return std::max<std::size_t>(1, text_columns / (columns_of_a_figure * runs));
}

std::string years_table(std::span<const ComparedRun> runs, std::span<const Quantity> abreast,
                        bool strong) {
    std::vector<TextTable::Column> columns{{"year", "", Align::left}};
    for (std::size_t i = 0; i < abreast.size(); ++i)
        for (const auto& run : runs) columns.push_back({run.letter, ""});
    TextTable table(std::move(columns));
    table.group("", 1);
    for (const auto quantity : abreast) table.group(heading_of(quantity), runs.size());
    for (const int year : all_years(runs)) {
        std::vector<std::string> cells{fmt::format("{}", year)};
        for (const auto quantity : abreast)
            for (const auto& run : runs) cells.push_back(cell(run, year, quantity));
        table.add(std::move(cells));
    }
    return table.text(strong);
}

std::string years_tables(std::span<const ComparedRun> runs, bool strong) {
    const std::size_t abreast = quantities_abreast(runs.size());
    std::string text;
    for (std::span<const Quantity> rest(quantities); !rest.empty();) {
        const auto some = rest.first(std::min(abreast, rest.size()));
        text += years_table(runs, some, strong) + '\n';
        rest = rest.subspan(some.size());
    }
    return text;
}

std::string span_of(const Scenario& scenario) {
    return fmt::format("{} to {}", date_text(scenario.start), date_text(scenario.end));
}

std::string who_is_who(std::span<const ComparedRun> runs,
                       const std::vector<std::string>& settings) {
    std::string text;
    for (const auto& run : runs)
        text += wrapped(fmt::format("{}  {} ({})", run.letter, title_of(run.scenario),
                                    one_line(run.argument)),
                        text_columns, 3) +
                '\n';
    return text + settings_line(settings) + '\n';
}

/// Sums over different spans cannot be compared; a cut year is not a year.
std::string caveats(std::span<const ComparedRun> runs) {
    std::string text;
    bool cut = false;
    const auto& first = runs.front();
    for (const auto& run : runs) {
        for (const auto& y : run.years) cut = cut || !y.whole;
        if (same_span(first, run)) continue;
        text += fmt::format("{} runs from {}, {} from {}: their sums do not compare.\n", run.letter,
                            span_of(run.scenario), first.letter, span_of(first.scenario));
    }
    return cut ? fmt::format("{}\n{}", part_of_year_note, text) : text;
}

/// "A, B": whose regions are not shown; empty where there are none.
std::string letters_with_regions(std::span<const ComparedRun> runs) {
    std::vector<std::string_view> letters;
    for (const auto& run : runs)
        if (run.scenario.regions.size() > 1) letters.push_back(run.letter);
    return fmt::format("{}", fmt::join(letters, ", "));
}

std::string regions_note(std::span<const ComparedRun> runs) {
    const auto letters = letters_with_regions(runs);
    if (letters.empty()) return {};
    return fmt::format(
        "The whole nation is shown; the regions of {} are shown by granary run under one reading.",
        letters);
}

/// Counts of the dead where every run is what happened.
std::string counts_beside(std::span<const ComparedRun> runs) {
    std::string text;
    for (const auto& run : runs)
        if (text = counts_note(run.scenario); text.empty()) break;
    return text;
}

/// A paragraph of it; nothing of nothing.
std::string paragraph(const std::string& text) {
    return text.empty() ? text : wrapped(text) + '\n';
}

std::string findings(std::span<const ComparedRun> runs) {
    std::string text;
    for (const auto& run : runs)
        if (const auto* against = held_against(runs, run))
            text += wrapped(finding_of(*against, run)) + '\n';
    return text.empty() ? text : '\n' + text;
}

}  // namespace

std::string comparison_text(std::span<const ComparedRun> runs,
                            const std::vector<std::string>& settings, const TextStyle& style) {
    auto tables = years_tables(runs, style.strong) + outcome_table(runs).text(style.strong);
    if (style.quiet) return tables;
    return who_is_who(runs, settings) + tables + caveats(runs) + '\n' +
           paragraph(regions_note(runs)) + paragraph(reading_note(readings_of(runs))) +
           paragraph(counts_beside(runs)) + findings(runs);
}

Csv comparison_csv(std::span<const ComparedRun> runs, const std::vector<std::string>& settings) {
    Csv csv;
    for (const auto& run : runs)
        csv.comment(fmt::format("{}: {}", run.argument, title_of(run.scenario)));
    if (const auto note = regions_note(runs); !note.empty()) csv.comment(note);
    add_provenance(settings, csv);
    csv.row(header_cells(std::array<std::string_view, 2>{"scenario", "year"}));
    for (const auto& run : runs) {
        for (const auto& y : run.years) {
            std::vector<std::string> cells{run.argument, fmt::format("{}", y.year)};
            for (auto& figure : figure_cells(y.figures)) cells.push_back(std::move(figure));
            cells.push_back(date_text(std::max(run.scenario.start, Instant{y.year, 0})));
            cells.push_back(date_text(std::min(run.scenario.end, Instant{y.year + 1, 0})));
            cells.push_back(run.scenario.reading);
            cells.emplace_back(truth(run.untested.empty()));
            csv.row(cells);
        }
    }
    return csv;
}

}  // namespace granary

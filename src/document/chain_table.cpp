#include "granary/document/chain_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "granary/analysis/finding.hpp"
#include "granary/analysis/tested.hpp"
#include "granary/analysis/tolls.hpp"
#include "granary/document/heading.hpp"
#include "granary/foundation/unit_style.hpp"
#include "granary/record/beside.hpp"
#include "granary/run.hpp"
#include "granary/write/number.hpp"
#include "granary/write/terminal_chart.hpp"
#include "granary/write/text.hpp"

namespace granary {
namespace {

using F = Figures<double>;

/// A figure of the run, or where `beside` is given the record of it.
struct ChainColumn {
    double F::*figure;
    const Beside* beside = nullptr;

    UnitStyle style() const { return unit_style(column_of<double>(figure).unit); }
    /// In two lines, the unit at the end.
    TextTable::Column heading() const;
};

const ChainColumn chain[] = {
    {&F::output_reported_mt},        {&F::output_believed_mt},
    {&F::output_actual_mt},          {&F::procurement_net_mt},
    {&F::left_in_village_mt},        {&F::eaten_kg},
    {&F::rural_ration_kg},           {&F::rural_ration_kg, &ration_beside},
    {&F::crude_death_rate_per_1000}, {&F::crude_death_rate_per_1000, &deaths_beside},
    {&F::excess_deaths_million},
};

TextTable::Column ChainColumn::heading() const {
    const auto label = beside ? "record" : column_of<double>(figure).narrow_label();
    const auto space = label.rfind(' ');
    const std::string unit(style().heading);
    if (space == label.npos) return {std::string(label), unit};
    return {std::string(label.substr(0, space)),
            fmt::format("{} {}", label.substr(space + 1), unit)};
}

constexpr std::string_view legend =
    "claimed: as published; believed: by the centre, at the end of the year; taken: procurement "
    "less resale; left: harvest less taken, with relief; eaten: without canteen waste; ration: as "
    "served; kg of trade grain a head and year; deaths per 1000 people; excess: deaths above the "
    "rates without hunger, in million.";

/// The years run whole: the record's years are whole ones.
std::vector<int> whole_years(std::span<const Period> rows) {
    std::vector<int> years;
    for (const auto& row : rows)
        if (row.whole_year) years.push_back(row.year);
    return years;
}

bool on_record(const Beside& beside, std::span<const int> years) {
    return std::any_of(years.begin(), years.end(),
                       [&](int year) { return beside.recorded(year).has_value(); });
}

/// The columns to show: those of the record only for the nation, and if it has any of the years.
std::vector<ChainColumn> shown(std::span<const Period> rows, Area area) {
    const auto years = whole_years(rows);
    std::vector<ChainColumn> columns;
    for (const auto& column : chain)
        if (!column.beside || (!area && on_record(*column.beside, years)))
            columns.push_back(column);
    return columns;
}

std::string cell(const ChainColumn& column, const Period& row, const F& figures, bool tested) {
    const int decimals = column.style().decimals;
    if (!column.beside)
        return fixed(told(column_of<double>(column.figure).name, figures.*column.figure, tested),
                     decimals);
    const auto record = row.whole_year ? column.beside->recorded(row.year) : std::nullopt;
    return record ? fixed(record->value, decimals) : std::string();
}

TextTable table(const Trajectory<double>& run, std::span<const Period> rows, Area area, Every every,
                bool tested) {
    const auto columns = shown(rows, area);
    std::vector<TextTable::Column> headings{
        {every == Every::year ? "year" : "month", "", Align::left}};
    for (const auto& c : columns) headings.push_back(c.heading());
    TextTable text(std::move(headings));
    for (const auto& row : rows) {
        const auto figures = run.figures(row.from, row.to, area);
        std::vector<std::string> cells{row.label + (row.whole ? "" : "*")};
        for (const auto& column : columns) cells.push_back(cell(column, row, figures, tested));
        text.add(std::move(cells));
    }
    return text;
}

std::string record_note(std::span<const Period> rows) {
    const Beside* const shown[] = {&ration_beside, &deaths_beside};
    const auto sources = sources_note(shown, whole_years(rows));
    return sources.empty() ? sources
                           : "Record: what happened, whatever the scenario: " + sources + ".";
}

/// "1957-62"; the dates where it begins or ends within a year.
std::string span_text(const Trajectory<double>& run) {
    const auto from = run.times().front(), to = run.times().back();
    if (from.season == 0 && to.season == 0) return years_text(from.year, to.year - 1);
    return fmt::format("from {} until {}", date_text(from), date_text(to));
}

/// The run's deaths by its reading, and by all.
std::string deaths_note(const Scenario& scenario, const Trajectory<double>& run,
                        std::span<const Toll> tolls) {
    if (const auto causes = causes_untested(scenario, run); !causes.empty())
        return untested_note(causes);
    const auto whole = outcome(run);
    return fmt::format(
        "Excess deaths {}: {} million (rural {}, urban {}). {}", span_text(run),
        fixed(whole.excess_deaths_million, 1), fixed(whole.excess_deaths_rural_million, 1),
        fixed(whole.excess_deaths_urban_million, 1), reading_note(run.reading(), tolls));
}

std::string tables_text(const std::vector<TitledTable>& tables, bool strong) {
    std::string text;
    for (const auto& [area, table] : tables) {
        if (!text.empty()) text += '\n';
        if (tables.size() > 1) text += area + '\n';
        text += table.text(strong);
    }
    return text;
}

}  // namespace

std::vector<TitledTable> chain_tables(const Scenario& scenario, const Trajectory<double>& run,
                                      Every every) {
    const auto rows = periods(run, every);
    const bool tested = causes_untested(scenario, run).empty();
    std::vector<TitledTable> tables;
    for (std::size_t r = 0; scenario.regions.size() > 1 && r < scenario.regions.size(); ++r) {
        const auto& region = scenario.regions[r];
        tables.push_back(
            {fmt::format("{}: {} of people, land and stores", one_line(region.name), region.share),
             table(run, rows, r, every, tested)});
    }
    tables.push_back({"Nation", table(run, rows, whole_nation, every, tested)});
    return tables;
}

std::optional<std::string> star_note(const Trajectory<double>& run, Every every) {
    const auto rows = periods(run, every);
    if (std::all_of(rows.begin(), rows.end(), [](const Period& row) { return row.whole; }))
        return std::nullopt;
    return std::string(every == Every::year ? part_of_year_note : part_of_month_note);
}

std::vector<std::string> chain_notes(const Scenario& scenario, const Trajectory<double>& run,
                                     Every every, std::span<const Toll> tolls) {
    const auto rows = periods(run, every);
    std::vector<std::string> notes{std::string(legend)};
    if (every == Every::month)
        notes.push_back(fmt::format("claimed: {}.", months_text(Parts::own)));
    if (auto star = star_note(run, every)) notes.push_back(*std::move(star));
    if (auto record = record_note(rows); !record.empty()) notes.push_back(std::move(record));
    notes.push_back(deaths_note(scenario, run, tolls));
    return notes;
}

std::string chain_text(const Scenario& scenario, const Trajectory<double>& run,
                       const ChainOptions& options) {
    auto body = tables_text(chain_tables(scenario, run, options.every), options.strong);
    if (options.quiet) return body;
    auto text = heading(scenario, options.settings, options.strong);
    for (const auto& change : options.changes) text += wrapped(change, text_columns, 2) + '\n';
    text += '\n' + body;
    if (options.chart) text += '\n' + terminal_chart(run, terminal_characters());
    text += '\n';
    for (const auto& note : chain_notes(scenario, run, options.every, options.tolls))
        text += wrapped(note) + '\n';
    if (const auto counts = counts_note(scenario); !counts.empty()) text += wrapped(counts) + '\n';
    return text + '\n' + wrapped(one_line(finding(scenario, run))) + '\n';
}

}  // namespace granary

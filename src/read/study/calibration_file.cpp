#include "granary/read/study/calibration_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "granary/read/scenario_file.hpp"
#include "granary/record/history.hpp"
#include "read/document.hpp"
#include "read/text_file.hpp"

namespace granary {
namespace {

using read::Reading;

enum class Count { year, grain_year, date };

constexpr std::array<std::string_view, 3> counts{"year", "grain_year", "date"};
constexpr auto series_keys = std::to_array<std::string_view>(
    {"figure", "record", "source", "count", "periods", "at", "tolerance", "tolerance_share"});
constexpr auto file_keys = std::to_array<std::string_view>({"scenario", "series"});

/// One [[series]] as written.
struct Series {
    std::size_t column = 0;
    Count count = Count::year;
    std::vector<std::string> record, source, periods;
    std::vector<Instant> at;
    double tolerance = 0, tolerance_share = 0;
};

std::vector<std::string_view> column_names() {
    std::vector<std::string_view> names;
    for (const auto& column : figure_columns<double>) names.push_back(column.name);
    return names;
}

/// The place of `word` among the names; a problem with the nearest of them where it is none.
std::optional<std::size_t> choice(const Reading& reading, std::string_view what,
                                  const toml::node* node, std::span<const std::string_view> names) {
    const auto word = node ? read_string(reading, what, *node) : std::nullopt;
    if (!word) return std::nullopt;
    const auto at = std::find(names.begin(), names.end(), *word);
    if (at != names.end()) return static_cast<std::size_t>(at - names.begin());
    reading.problem(node->source(), fmt::format("{}: no {}{}", what, quoted_word(*word),
                                                read::suggestion(*word, names)));
    return std::nullopt;
}

template <class Item, class ReadItem>
std::vector<Item> list(const Reading& reading, std::string_view what, const toml::node* node,
                       ReadItem read_item) {
    std::vector<Item> items;
    if (node == nullptr) return items;
    const auto* array = node->as_array();
    if (array == nullptr) {
        reading.wrong(what, *node, "a list");
        return items;
    }
    for (const auto& element : *array)
        if (auto item = read_item(reading, what, element)) items.push_back(*std::move(item));
    return items;
}

double number(const Reading& reading, std::string_view what, const toml::node* node) {
    if (node == nullptr) return 0;
    const auto value = read_number(reading, what, *node, "a number above 0");
    if (value && *value <= 0) reading.wrong(what, *node, "a number above 0");
    return value.value_or(0);
}

void require_lists(const Reading& reading, const toml::table& table, const Series& series) {
    const auto demand = [&](bool holds, std::string_view message) {
        if (!holds) reading.problem(table.source(), std::string(message));
    };
    demand(!series.record.empty() && series.record.size() <= 2,
           "record: expected one or two variables of the record");
    demand(series.record.size() == series.source.size(),
           "source: expected one source for each variable of record");
    demand(!series.periods.empty(), "periods: expected at least one period of the record");
    demand(series.count != Count::date || series.at.size() == series.periods.size(),
           "at: expected one date for each period");
    demand(series.tolerance > 0 || series.tolerance_share > 0,
           "expected a tolerance or a tolerance_share");
}

Series read_series(const Reading& reading, const toml::table& table) {
    check_keys(reading, "key of a series", table, series_keys);
    Series series;
    series.column = choice(reading, "figure", table.get("figure"), column_names()).value_or(0);
    series.count =
        static_cast<Count>(choice(reading, "count", table.get("count"), counts).value_or(0));
    series.record = list<std::string>(reading, "record", table.get("record"), read::read_string);
    series.source = list<std::string>(reading, "source", table.get("source"), read::read_string);
    series.periods = list<std::string>(reading, "periods", table.get("periods"), read::read_string);
    series.at = list<Instant>(reading, "at", table.get("at"), read::read_date);
    series.tolerance = number(reading, "tolerance", table.get("tolerance"));
    series.tolerance_share = number(reading, "tolerance_share", table.get("tolerance_share"));
    require_lists(reading, table, series);
    return series;
}

/// The model's period for the i-th of the series.
std::pair<Instant, Instant> span_of(const Series& series, std::size_t i, const Scenario& scenario) {
    if (series.count == Count::date) return {scenario.start, series.at[i]};
    const int year = std::stoi(series.periods[i].substr(0, 4));
    if (series.count == Count::year) return {{year, 0}, {year + 1, 0}};
    return {month_start(year, 4), month_start(year + 1, 4)};
}

/// The rows of the record that the i-th target rests on; a problem where there is none.
std::vector<Observation> rows_of(const Reading& reading, const toml::table& table,
                                 const Series& series, std::size_t i) {
    std::vector<Observation> rows;
    for (std::size_t k = 0; k < series.record.size(); ++k) {
        const auto row = history().observed(series.record[k], series.periods[i], series.source[k]);
        if (row)
            rows.push_back(*row);
        else
            reading.problem(table.source(),
                            fmt::format("the record has no {} of {} by {}", series.record[k],
                                        series.periods[i], series.source[k]));
    }
    return rows;
}

std::string basis_of(const std::vector<Observation>& rows) {
    std::string basis;
    for (const auto& row : rows)
        basis += fmt::format("{}{}, {}, {}", basis.empty() ? "" : "; ", row.variable, row.source_id,
                             to_string(row.evidence));
    return basis;
}

void add_targets(const Reading& reading, const toml::table& table, const Series& series,
                 CalibrationPlan& plan) {
    for (std::size_t i = 0; i < series.periods.size(); ++i) {
        const auto rows = rows_of(reading, table, series, i);
        if (rows.size() != series.record.size()) continue;
        const auto [from, to] = span_of(series, i, plan.scenario);
        const double first = rows.front().value, last = rows.back().value;
        const double value = 0.5 * (first + last);
        const double half_gap = 0.5 * (first > last ? first - last : last - first);
        const std::string when =
            series.count == Count::date ? date_text(series.at[i]) : series.periods[i];
        plan.targets.push_back(
            {fmt::format("{} {}", figure_columns<double>[series.column].name, when), basis_of(rows),
             series.column, from, to, value,
             half_gap + series.tolerance + series.tolerance_share * value});
    }
}

void read_plan(const Reading& reading, const toml::table& file, CalibrationPlan& plan) {
    check_keys(reading, "key", file, file_keys);
    const auto* all = file.get_as<toml::array>("series");
    if (all == nullptr) {
        reading.problem(file.source(), "expected [[series]], the series to fit");
        return;
    }
    for (const auto& item : *all) {
        const auto* table = item.as_table();
        if (table == nullptr) continue;
        const auto series = read_series(reading, *table);
        if (reading.problems.empty()) add_targets(reading, *table, series, plan);
    }
}

}  // namespace

CalibrationPlan load_calibration(std::string_view name_or_path) {
    const auto text = read::open_text(name_or_path);
    read::Problems problems;
    const Reading reading{text.file, problems};
    const auto file = read::parse_document(reading, text.content);
    CalibrationPlan plan;
    if (text.on_disk) plan.file = text.file;
    if (file) {
        const auto* name = file->get("scenario");
        const auto scenario = name ? read_string(reading, "scenario", *name) : std::nullopt;
        plan.scenario = load_scenario(scenario.value_or("historical"));
        plan.fitted = fitted_parameters();
        read_plan(reading, *file, plan);
    }
    problems.throw_if_any();
    return plan;
}

}  // namespace granary

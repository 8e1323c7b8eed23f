#include "read/study/plan_targets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "granary/record/history.hpp"
#include "granary/state/figures.hpp"
#include "read/study/plan_series.hpp"

namespace granary::read {
namespace {

/// The model's period for the i-th of the series.
std::pair<Instant, Instant> span_of(const Series& series, std::size_t i, const Scenario& scenario) {
    if (series.count == Count::date) return {scenario.start, series.at[i].at};
    const int year = first_year(series.periods[i].text).value_or(0);
    if (series.count == Count::year) return {{year, 0}, {year + 1, 0}};
    return {month_start(year, 4), month_start(year + 1, 4)};
}

/// A run of the scenario must have recorded both ends of the i-th period.
void require_recorded(const Reading& reading, const Series& series, std::size_t i,
                      const Scenario& scenario) {
    const auto& word = series.periods[i];
    const auto* node = series.count == Count::date ? series.at[i].node : word.node;
    const auto [from, to] = span_of(series, i, scenario);
    if (from < scenario.start || to < scenario.start || scenario.end < to)
        reading.problem(
            node->source(),
            fmt::format("{} is not within the run of {}, {} to {}", word.text, scenario.name,
                        date_text(scenario.start), date_text(scenario.end)));
    else if (!is_month_start(to) && std::find(scenario.observe.begin(), scenario.observe.end(),
                                              to) == scenario.observe.end())
        reading.problem(
            node->source(),
            fmt::format("a run of {} does not record {}: expected the start of a month, "
                        "or a date that the scenario observes",
                        scenario.name, date_text(to)));
}

/// The rows of the record that the i-th target rests on; a problem where there is none.
std::vector<Observation> rows_of(const Reading& reading, const Series& series, std::size_t i) {
    std::vector<Observation> rows;
    const auto& period = series.periods[i];
    for (std::size_t k = 0; k < series.record.size(); ++k) {
        const auto &variable = series.record[k].text, &source = series.source[k].text;
        if (auto row = history().observed(variable, period.text, source))
            rows.push_back(*std::move(row));
        else
            reading.problem(period.node->source(), fmt::format("the record has no {} of {} by {}",
                                                               variable, period.text, source));
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

Target target_of(const Series& series, std::size_t i, const std::vector<Observation>& rows,
                 const Scenario& scenario) {
    const auto [from, to] = span_of(series, i, scenario);
    const double first = rows.front().value, last = rows.back().value;
    const double value = 0.5 * (first + last);
    const double half_gap = 0.5 * (first > last ? first - last : last - first);
    const double size = value < 0 ? -value : value;
    const auto when =
        series.count == Count::date ? date_text(series.at[i].at) : series.periods[i].text;
    return {fmt::format("{} {}", figure_columns<double>[series.column].name, when),
            basis_of(rows),
            series.column,
            from,
            to,
            value,
            half_gap + series.tolerance + series.tolerance_share * size};
}

/// A target says something, and says it once.
void require_of_use(const Reading& reading, const Series& series, std::size_t i,
                    const Target& target, const CalibrationPlan& plan) {
    constexpr double most_times = 10;
    const double size = target.value < 0 ? -target.value : target.value;
    if (size > 0 && target.tolerance > most_times * size)
        reading.problem(series.tolerance_node->source(),
                        fmt::format("{}: {} within {} says nothing; name the period in held_out to "
                                    "leave it out of the fit",
                                    target.label, target.value, target.tolerance));
    if (target.tolerance < least_tolerance_share * size)
        reading.problem(
            series.tolerance_node->source(),
            fmt::format("{}: {} within {}: expected a tolerance of at least {}", target.label,
                        target.value, target.tolerance, least_tolerance_share * size));
    for (const auto* known : {&plan.targets, &plan.held_out})
        for (const auto& other : *known)
            if (other.label == target.label && other.basis == target.basis)
                reading.problem(
                    series.periods[i].node->source(),
                    fmt::format("{} by {} stands in two series", target.label, target.basis));
}

bool is_held_out(const Series& series, std::size_t i) {
    return std::any_of(series.held_out.begin(), series.held_out.end(),
                       [&](const Word& word) { return word.text == series.periods[i].text; });
}

void add_targets(const Reading& reading, const Series& series, CalibrationPlan& plan) {
    for (std::size_t i = 0; i < series.periods.size(); ++i) {
        const auto rows = rows_of(reading, series, i);
        if (rows.size() != series.record.size()) continue;
        require_recorded(reading, series, i, plan.scenario);
        auto target = target_of(series, i, rows, plan.scenario);
        require_of_use(reading, series, i, target, plan);
        (is_held_out(series, i) ? plan.held_out : plan.targets).push_back(std::move(target));
    }
}

/// A series of one of the files, by its name where it has one.
struct NamedSeries {
    std::string name;
    const PlanFile* file;
    const toml::table* table;
};

/// Lays the series of a file over those of the files that it extends: one of a name takes the place
/// of theirs.
void add_series(const PlanFile& file, std::vector<NamedSeries>& all) {
    const auto* own = file.table.get_as<toml::array>("series");
    if (own == nullptr) return;
    for (const auto& item : *own) {
        const auto* table = item.as_table();
        if (table == nullptr) {
            file.reading.wrong("series", item, "[[series]], a table");
            continue;
        }
        const auto* node = table->get("name");
        const auto name = node ? read_string(file.reading, "name", *node).value_or("") : "";
        const auto known = std::find_if(all.begin(), all.end(), [&](const NamedSeries& other) {
            return !name.empty() && other.name == name;
        });
        if (known == all.end())
            all.push_back({name, &file, table});
        else if (known->file == &file)
            file.reading.problem(node->source(), fmt::format("{} stands twice", quoted_word(name)));
        else
            *known = {name, &file, table};
    }
}

/// Takes out what a file leaves out of those that it extends.
void leave_out(const PlanFile& file, std::vector<NamedSeries>& all) {
    for (const auto& [name, node] :
         list<Word>(file.reading, "leave_out", file.table.get("leave_out"), read_string)) {
        const auto count = std::erase_if(
            all, [&, &wanted = name](const NamedSeries& series) { return series.name == wanted; });
        std::vector<std::string_view> names;
        for (const auto& series : all)
            if (!series.name.empty()) names.push_back(series.name);
        if (count == 0)
            file.reading.problem(node->source(),
                                 fmt::format("leave_out: no series {}{}", quoted_word(name),
                                             suggestion(name, names)));
    }
}

std::vector<NamedSeries> all_series(const PlanFiles& files) {
    std::vector<NamedSeries> all;
    for (const auto& file : files) {
        leave_out(file, all);
        add_series(file, all);
    }
    return all;
}

}  // namespace

void read_targets(const PlanFiles& files, CalibrationPlan& plan) {
    const auto& problems = files.back().reading.problems;
    const auto all = all_series(files);
    const auto& [text, reading, table] = files.back();
    if (all.empty() && problems.empty())
        reading.problem(table.source(), "expected [[series]], the series to fit");
    for (const auto& [name, file, series_table] : all) {
        const auto known = problems.size();
        const auto series = read_series(file->reading, *series_table);
        if (problems.size() == known) add_targets(file->reading, series, plan);
    }
    if (problems.empty() && plan.targets.empty())
        reading.problem(table.source(), "every period is held out: nothing is left to fit");
}

}  // namespace granary::read

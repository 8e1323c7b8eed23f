#include "granary/read/study/calibration_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <deque>
#include <filesystem>
#include <optional>
#include <utility>

#include "granary/read/scenario_file.hpp"
#include "granary/record/history.hpp"
#include "granary/scenario/validate.hpp"
#include "read/document.hpp"
#include "read/parameter_reader.hpp"
#include "read/text_file.hpp"

namespace granary {
namespace {

using read::Reading;

enum class Count { year, grain_year, date };

constexpr std::array<std::string_view, 3> counts{"year", "grain_year", "date"};
constexpr auto series_keys =
    std::to_array<std::string_view>({"name", "figure", "record", "source", "count", "periods", "at",
                                     "held_out", "tolerance", "tolerance_share"});
constexpr auto file_keys = std::to_array<std::string_view>(
    {"title", "summary", "extends", "scenario", "fitted", "held", "leave_out", "series"});
constexpr auto held_keys = std::to_array<std::string_view>({"value", "source"});
constexpr std::string_view default_plan = "registered";

/// A word of the file, and where it stands.
struct Word {
    std::string text;
    const toml::node* node;
};

/// A date of the file, and where it stands.
struct Date {
    Instant at;
    const toml::node* node;
};

/// One [[series]] as written.
struct Series {
    std::size_t column = 0;
    Count count = Count::year;
    std::vector<Word> record, source, periods, held_out;
    std::vector<Date> at;
    double tolerance = 0, tolerance_share = 0;
    const toml::node* tolerance_node = nullptr;  ///< of either; what to blame for their sum
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

/// The elements of a list, each with its place.
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
        if (auto item = read_item(reading, what, element))
            items.push_back({*std::move(item), &element});
    return items;
}

double number(const Reading& reading, std::string_view what, const toml::node* node) {
    if (node == nullptr) return 0;
    const auto value = read_number(reading, what, *node, "a number above 0");
    if (value && *value <= 0) reading.wrong(what, *node, "a number above 0");
    return value.value_or(0);
}

/// What `look_up` does not find is a problem at the word, while there is room for one.
template <class LookUp>
void require_known(const Reading& reading, const Word& word, const LookUp& look_up) {
    if (reading.problems.is_full()) return;
    try {
        look_up(word.text);
    } catch (const NotFound& error) {
        reading.problem(word.node->source(), error.what());
    }
}

void require_no_word_twice(const Reading& reading, std::string_view what,
                           std::span<const Word> words) {
    for (std::size_t i = 0; i < words.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (words[j].text == words[i].text)
                reading.problem(words[i].node->source(),
                                fmt::format("{}: {} stands twice", what, words[i].text));
}

/// The year that a period of the record begins with.
std::optional<int> year_of(std::string_view period) {
    constexpr std::size_t digits = 4;
    const std::string text(period.substr(0, digits));
    int year = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), year);
    if (read.ec != std::errc() || read.ptr != text.data() + digits) return std::nullopt;
    return year;
}

void require_words(const Reading& reading, const Series& series) {
    for (const auto& word : series.record)
        require_known(reading, word, [](const auto& name) { (void)history().of(name); });
    for (const auto& word : series.source)
        require_known(reading, word, [](const auto& id) { (void)history().source(id); });
    for (const auto& word : series.periods)
        if (series.count != Count::date && !year_of(word.text))
            reading.wrong("periods", *word.node, "a period that begins with its year");
    require_no_word_twice(reading, "periods", series.periods);
    for (const auto& word : series.held_out)
        if (std::none_of(series.periods.begin(), series.periods.end(),
                         [&](const Word& period) { return period.text == word.text; }))
            reading.wrong("held_out", *word.node, "one of periods");
}

void require_lists(const Reading& reading, const toml::table& table, const Series& series) {
    const auto demand = [&](bool holds, std::string_view message) {
        if (!holds) reading.problem(table.source(), message);
    };
    demand(table.contains("figure"), "figure: expected a column of the year table");
    demand(!series.record.empty() && series.record.size() <= 2,
           "record: expected one or two variables of the record");
    demand(series.record.size() == series.source.size(),
           "source: expected one source for each variable of record");
    demand(!series.periods.empty(), "periods: expected at least one period of the record");
    demand(series.count != Count::date || series.at.size() == series.periods.size(),
           "at: expected one date for each period");
    demand(series.count == Count::date || series.at.empty(), "at is of count = \"date\"");
    demand(series.tolerance_node != nullptr, "expected a tolerance or a tolerance_share");
}

Series read_series(const Reading& reading, const toml::table& table) {
    check_keys(reading, "key of a series", table, series_keys);
    const auto words = [&](std::string_view what) {
        return list<Word>(reading, what, table.get(what), read::read_string);
    };
    Series series;
    series.column = choice(reading, "figure", table.get("figure"), column_names()).value_or(0);
    series.count =
        static_cast<Count>(choice(reading, "count", table.get("count"), counts).value_or(0));
    series.record = words("record");
    series.source = words("source");
    series.periods = words("periods");
    series.held_out = words("held_out");
    series.at = list<Date>(reading, "at", table.get("at"), read::read_date);
    series.tolerance = number(reading, "tolerance", table.get("tolerance"));
    series.tolerance_share = number(reading, "tolerance_share", table.get("tolerance_share"));
    series.tolerance_node = table.get("tolerance");
    if (series.tolerance_node == nullptr) series.tolerance_node = table.get("tolerance_share");
    require_lists(reading, table, series);
    require_words(reading, series);
    return series;
}

/// The model's period for the i-th of the series.
std::pair<Instant, Instant> span_of(const Series& series, std::size_t i, const Scenario& scenario) {
    if (series.count == Count::date) return {scenario.start, series.at[i].at};
    const int year = year_of(series.periods[i].text).value_or(0);
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

/// One file of a plan. It is kept while the plan is put together: nodes of its tables are blamed.
struct PlanFile {
    read::Text text;
    Reading reading;
    toml::table table;
};

/// The oldest first; none is moved once it is there.
using PlanFiles = std::deque<PlanFile>;

/// A series of one of the files, by its name where it has one.
struct NamedSeries {
    std::string name;
    const PlanFile* file;
    const toml::table* table;
};

std::string string_of(const PlanFile& file, std::string_view key) {
    const auto* node = file.table.get(key);
    return node ? read_string(file.reading, key, *node).value_or("") : std::string();
}

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
         list<Word>(file.reading, "leave_out", file.table.get("leave_out"), read::read_string)) {
        const auto count = std::erase_if(
            all, [&, &wanted = name](const NamedSeries& series) { return series.name == wanted; });
        std::vector<std::string_view> names;
        for (const auto& series : all)
            if (!series.name.empty()) names.push_back(series.name);
        if (count == 0)
            file.reading.problem(node->source(),
                                 fmt::format("leave_out: no series {}{}", quoted_word(name),
                                             read::suggestion(name, names)));
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

/// `take(row, node)` for each constant of a table of them.
template <class Take>
void each_constant(const PlanFile& file, std::string_view key, Take take) {
    const auto* node = file.table.get(key);
    if (node == nullptr) return;
    const auto* table = node->as_table();
    if (table == nullptr) {
        file.reading.wrong(key, *node, "a table of constants");
        return;
    }
    for (const auto& [name, value] : *table)
        if (const auto row = find_row<Parameter>(name.str()))
            take(*row, value);
        else
            refuse(file.reading, "parameter", name, row_names<Parameter>());
}

std::optional<HeldConstant> held_constant(const Reading& reading, std::size_t row,
                                          const toml::node& node) {
    const auto& about = Parameter::table[row];
    const auto* table = node.as_table();
    if (table != nullptr)
        check_keys(reading, fmt::format("key of {}", about.name), *table, held_keys);
    const auto* number = table ? table->get("value") : nullptr;
    const auto* source = table ? table->get("source") : nullptr;
    if (number == nullptr || source == nullptr) {
        reading.wrong(about.name, node, "{ value = ..., source = ... }");
        return std::nullopt;
    }
    const auto value = read_number(reading, about.name, *number, expected_of(about));
    const auto why = read_text(reading, "source", *source, limit::source);
    if (value && !in_range(about, *value))
        reading.problem(number->source(), *range_problem(about, *value));
    if (!value || !why) return std::nullopt;
    return HeldConstant{row, *value, *why};
}

/// What a reading gives lies below what a scenario sets for itself: a plan that settled it would be
/// of what no run has.
void require_not_its_own(const PlanFile& file, std::size_t row, const toml::node& node,
                         const Scenario& scenario) {
    if (!scenario.constant_sources[row].empty() && !scenario.is_of_the_reading[row])
        file.reading.problem(node.source(),
                             fmt::format("{} sets {} for itself, which no reading changes",
                                         scenario.name, Parameter::table[row].name));
}

/// A reading is refused where it leaves the range of the table.
void require_bounds_in_range(const PlanFile& file, const ParameterRow& about,
                             const toml::node& node, const ConstantPrior& prior) {
    if (prior.is_known() && (prior.low < about.low || about.high < prior.high))
        file.reading.problem(
            node.source(),
            fmt::format("{} is sought from {} to {}: expected bounds within {} to {}", about.name,
                        prior.low, prior.high, about.low, about.high));
}

/// A file that holds a constant no longer fits it, and the reverse.
void read_constants(const PlanFile& file, CalibrationPlan& plan) {
    const auto forget = [&](std::size_t row) {
        std::erase_if(plan.fitted, [&](const FittedConstant& known) { return known.row == row; });
        std::erase_if(plan.held, [&](const HeldConstant& known) { return known.row == row; });
    };
    each_constant(file, "fitted", [&](std::size_t row, const toml::node& node) {
        const auto& about = Parameter::table[row];
        const auto prior = read_prior(file.reading, about, node);
        require_not_its_own(file, row, node, plan.scenario);
        require_bounds_in_range(file, about, node, prior);
        forget(row);
        plan.fitted.push_back({row, prior});
    });
    each_constant(file, "held", [&](std::size_t row, const toml::node& node) {
        const auto held = held_constant(file.reading, row, node);
        if (const auto* fitted = file.table.get_as<toml::table>("fitted");
            fitted != nullptr && fitted->contains(Parameter::table[row].name))
            file.reading.problem(node.source(),
                                 fmt::format("{} stands under [fitted] and under [held]",
                                             Parameter::table[row].name));
        require_not_its_own(file, row, node, plan.scenario);
        forget(row);
        if (held) plan.held.push_back(*held);
    });
}

/// The constants in the order of their table, and those held put into the scenario.
void settle_constants(CalibrationPlan& plan) {
    const auto by_row = [](const auto& a, const auto& b) { return a.row < b.row; };
    std::sort(plan.fitted.begin(), plan.fitted.end(), by_row);
    std::sort(plan.held.begin(), plan.held.end(), by_row);
    for (const auto& [row, value, source] : plan.held) {
        plan.scenario.constants.values[row] = value;
        plan.scenario.constant_sources[row] = source;
    }
}

/// What a file calls by a path lies beside it, as what it extends does.
std::string from_folder_of(const read::Text& text, const std::string& name) {
    const bool is_path = name.find('/') != std::string::npos;
    return is_path ? (std::filesystem::path(text.folder) / name).string() : name;
}

/// The scenario that the plan names; a problem at its name where there is none.
std::optional<Scenario> scenario_of(const PlanFiles& files) {
    const auto names_one = [](const PlanFile& file) { return file.table.contains("scenario"); };
    const auto file = std::find_if(files.rbegin(), files.rend(), names_one);
    if (file == files.rend()) return load_scenario(history_scenario);
    const auto* node = file->table.get("scenario");
    const auto name = read_string(file->reading, "scenario", *node);
    if (!name) return std::nullopt;
    try {
        return load_scenario(from_folder_of(file->text, *name));
    } catch (const NotFound& error) {
        file->reading.problem(node->source(), error.what());
    } catch (const FileError& error) {
        file->reading.problem(node->source(), error.what());
    }
    return std::nullopt;
}

/// The plan that the oldest of the files extends; nothing where it has none or it is a problem.
std::optional<read::Text> parent_of(const PlanFiles& files) {
    const auto& [text, reading, table] = files.front();
    const auto* node = table.get("extends");
    const auto name = node ? read_string(reading, "extends", *node) : std::nullopt;
    if (!name) return std::nullopt;
    try {
        auto parent = read::open_text(read::plan_shelf, *name, &text);
        const auto is_known = [&](const PlanFile& file) {
            return file.text.identity == parent.identity;
        };
        if (std::none_of(files.begin(), files.end(), is_known)) return parent;
        reading.problem(node->source(), "extends: the plans extend each other");
    } catch (const Error& error) {
        reading.problem(node->source(), fmt::format("extends: {}", error.what()));
    }
    return std::nullopt;
}

/// The file and those that it extends, the oldest first; each is read once.
PlanFiles plan_files(read::Text first, read::Problems& problems) {
    PlanFiles files;
    for (std::optional next(std::move(first)); next;) {
        const Reading reading{next->file, problems};
        auto table = read::parse_document(reading, next->content);
        if (!table) break;
        check_keys(reading, "key", *table, file_keys);
        files.push_front({*std::move(next), reading, *std::move(table)});
        next = parent_of(files);
    }
    return files;
}

}  // namespace

CalibrationPlan load_calibration(std::string_view name_or_path) {
    const auto wanted = name_or_path.empty() ? default_plan : name_or_path;
    read::Problems problems;
    const auto files = plan_files(read::open_text(read::plan_shelf, wanted), problems);
    CalibrationPlan plan;
    auto scenario = problems.empty() ? scenario_of(files) : std::nullopt;
    if (scenario) {
        const auto& last = files.back();
        plan.scenario = *std::move(scenario);
        if (last.text.on_disk) plan.file = last.text.file;
        plan.name = last.text.name;
        plan.title = string_of(last, "title");
        plan.summary = string_of(last, "summary");
        for (const auto& file : files) read_constants(file, plan);
        if (problems.empty() && plan.fitted.empty())
            last.reading.problem(last.table.source(), "expected [fitted], the constants to fit");
        settle_constants(plan);
        read_targets(files, plan);
    }
    problems.throw_if_any();
    return plan;
}

}  // namespace granary

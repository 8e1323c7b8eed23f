#include "read/study/plan_series.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "granary/foundation/error.hpp"
#include "granary/record/history.hpp"
#include "granary/state/figures.hpp"

namespace granary::read {
namespace {

constexpr std::array<std::string_view, 3> counts{"year", "grain_year", "date"};
constexpr auto series_keys =
    std::to_array<std::string_view>({"name", "figure", "record", "source", "count", "periods", "at",
                                     "held_out", "tolerance", "tolerance_share"});

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
    reading.problem(node->source(),
                    fmt::format("{}: no {}{}", what, quoted_word(*word), suggestion(*word, names)));
    return std::nullopt;
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

void require_words(const Reading& reading, const Series& series) {
    for (const auto& word : series.record)
        require_known(reading, word, [](const auto& name) { (void)history().of(name); });
    for (const auto& word : series.source)
        require_known(reading, word, [](const auto& id) { (void)history().source(id); });
    for (const auto& word : series.periods)
        if (series.count != Count::date && !first_year(word.text))
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

}  // namespace

Series read_series(const Reading& reading, const toml::table& table) {
    check_keys(reading, "key of a series", table, series_keys);
    const auto words = [&](std::string_view what) {
        return list<Word>(reading, what, table.get(what), read_string);
    };
    Series series;
    series.column = choice(reading, "figure", table.get("figure"), column_names()).value_or(0);
    series.count =
        static_cast<Count>(choice(reading, "count", table.get("count"), counts).value_or(0));
    series.record = words("record");
    series.source = words("source");
    series.periods = words("periods");
    series.held_out = words("held_out");
    series.at = list<Date>(reading, "at", table.get("at"), read_date);
    series.tolerance = number(reading, "tolerance", table.get("tolerance"));
    series.tolerance_share = number(reading, "tolerance_share", table.get("tolerance_share"));
    series.tolerance_node = table.get("tolerance");
    if (series.tolerance_node == nullptr) series.tolerance_node = table.get("tolerance_share");
    require_lists(reading, table, series);
    require_words(reading, series);
    return series;
}

}  // namespace granary::read

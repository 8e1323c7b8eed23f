#include "granary/record/history.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include "granary/foundation/error.hpp"
#include "granary/foundation/nearest.hpp"
#include "record/csv.hpp"
#include "record/variable_table.hpp"

namespace granary {
namespace {

using csv::Cells;
using Names = std::vector<std::string_view>;

constexpr std::array<std::string_view, 5> evidence_words{"sourced", "corroborated", "derived",
                                                         "unverified", "assumed"};

constexpr Alias aliases[] = {
    {"rural_ration_kg", "grain_consumption_rural"},
    {"urban_ration_kg", "grain_consumption_urban"},
    {"output_actual_mt", "grain_output_actual"},
    {"output_reported_mt", "grain_output_reported"},
    // What the centre took to be true was never recorded as a series. The nearest thing to it is
    // the figure to which it corrected a claim once it doubted it (1958: 375 Mt, in August 1959 250
    // Mt).
    {"output_believed_mt", "grain_output_reported_revised"},
    // Two bases of the gross figure, neither to be preferred.
    {"procurement_gross_mt", "grain_procurement_gross_ssb"},
    {"procurement_gross_mt", "grain_procurement_gross_moa"},
    {"resale_mt", "grain_resold_rural"},
    {"procurement_net_mt", "grain_procurement_net"},
    {"export_mt", "grain_export"},
    {"import_mt", "grain_import"},
    {"population_rural_million", "population_rural"},
    {"population_urban_million", "population_urban"},
    {"crude_death_rate_per_1000", "crude_death_rate"},
    {"crude_birth_rate_per_1000", "crude_birth_rate"},
    {"state_grain_mt", "state_grain_stock"},
};

std::string suggestion(std::string_view word, const Names& names) {
    return did_you_mean(word, names);
}

template <class Entries, class Project>
Names names_of(const Entries& entries, Project project) {
    Names names;
    for (const auto& entry : entries) names.push_back(project(entry));
    return names;
}

Names ids(const std::vector<Source>& sources) {
    return names_of(sources, [](const Source& s) -> std::string_view { return s.id; });
}

Evidence evidence(Cells& cells) {
    const auto word = cells.name();
    const auto found = std::find(evidence_words.begin(), evidence_words.end(), word);
    if (found == evidence_words.end()) {
        const Names words(evidence_words.begin(), evidence_words.end());
        csv::fail(cells.row(), fmt::format("unknown word for evidence: \"{}\"{}", word,
                                           suggestion(word, words)));
    }
    return static_cast<Evidence>(found - evidence_words.begin());
}

// The fields of each type stand in the order of its columns: the initialisers run from left to
// right.

Source read_source(Cells& c) {
    return {c.name(), c.name(), c.text()};
}

Observation read_observation(Cells& c) {
    return {c.name(), c.name(), c.number(), c.name(), evidence(c), c.name(), c.text(), c.text()};
}

ProvincialObservation read_provincial(Cells& c) {
    return {c.name(), c.name(), c.name(), c.number(), c.name(), evidence(c), c.name(), c.text()};
}

DeathEstimate read_death_estimate(Cells& c) {
    return {c.name(), c.name(), c.number(), c.optional_number(), evidence(c), c.name(), c.text()};
}

Event read_event(Cells& c) {
    auto date = c.name();
    const auto at = parse_date(date);
    if (!at) csv::fail(c.row(), fmt::format("\"{}\" is not a date YYYY-MM or YYYY-MM-DD", date));
    return {std::move(date), *at, c.name(), c.text(), evidence(c), c.name(), c.text()};
}

// What no two rows of a file may share; a key views its entry.

template <class... Texts>
auto views(const Texts&... texts) {
    return std::tuple(std::string_view(texts)...);
}

auto key(const Source& s) {
    return views(s.id);
}
auto key(const Observation& o) {
    return views(o.period, o.variable, o.source_id);
}
auto key(const ProvincialObservation& o) {
    return views(o.province, o.period, o.variable, o.source_id);
}
auto key(const DeathEstimate& d) {
    return views(d.author, d.period, d.source_id);
}
auto key(const Event& e) {
    return views(e.date, e.title);
}

std::string_view text_of(std::span<const EmbeddedFile> files, std::string_view path) {
    const auto text = find_text(files, path);
    if (!text) throw RecordError(fmt::format("{}: the record lacks this file", path));
    return *text;
}

template <class Entry>
void check_source(const csv::Row& row, const Entry& entry, const Names& sources) {
    if (std::find(sources.begin(), sources.end(), entry.source_id) != sources.end()) return;
    csv::fail(row, fmt::format("no source \"{}\" in data/sources.csv{}", entry.source_id,
                               suggestion(entry.source_id, sources)));
}

void check_source(const csv::Row&, const Source&, const Names&) {}

template <class Entry>
std::vector<Entry> read_all(std::span<const EmbeddedFile> files, std::string_view path,
                            std::string_view columns, Entry (*read)(Cells&),
                            const std::vector<Source>& sources) {
    const auto known = ids(sources);
    const auto rows = csv::read(path, text_of(files, path), columns);
    std::vector<Entry> entries;
    entries.reserve(rows.size());  // the keys view entries, which must stay where they are
    std::set<decltype(key(std::declval<const Entry&>()))> keys;
    for (const auto& row : rows) {
        Cells cells(row);
        entries.push_back(read(cells));
        check_source(row, entries.back(), known);
        if (!keys.insert(key(entries.back())).second) csv::fail(row, "this row was given before");
    }
    return entries;
}

void count(VariableInfo& info, const Observation& o) {
    if (o.unit != info.unit) {
        throw RecordError(fmt::format("data/national.csv: {} {} is in {}, data/README.md says {}",
                                      o.variable, o.period, o.unit, info.unit));
    }
    if (info.rows == 0 || o.period < info.first_period) info.first_period = o.period;
    if (info.rows == 0 || o.period > info.last_period) info.last_period = o.period;
    ++info.rows;
}

std::vector<VariableInfo> describe(const std::vector<Observation>& national,
                                   std::string_view readme) {
    std::vector<VariableInfo> infos;
    for (auto& row : read_variable_table(readme)) {
        infos.push_back({row.group, row.name, row.unit, row.meaning, {}, {}, 0});
    }
    for (const auto& observation : national) {
        const auto info = std::find_if(infos.begin(), infos.end(), [&](const VariableInfo& v) {
            return v.name == observation.variable;
        });
        if (info == infos.end()) {
            throw RecordError(
                fmt::format("data/README.md: no meaning for {}", observation.variable));
        }
        count(*info, observation);
    }
    std::erase_if(infos, [](const VariableInfo& v) { return v.rows == 0; });
    return infos;
}

Names variable_names(std::span<const VariableInfo> variables) {
    return names_of(variables, [](const VariableInfo& v) -> std::string_view { return v.name; });
}

[[noreturn]] void no_variable(std::string_view name, Names names) {
    if (name == death_estimates_column) {
        throw NotFound(fmt::format("{} is on record by author, not by year", name));
    }
    for (const auto& alias : aliases) names.push_back(alias.column);
    names.push_back(death_estimates_column);
    throw NotFound(
        fmt::format("no variable {} in the record{}", quoted_word(name), suggestion(name, names)));
}

}  // namespace

std::string_view to_string(Evidence evidence) {
    return evidence_words.at(static_cast<std::size_t>(evidence));
}

std::span<const Alias> year_table_aliases() {
    return aliases;
}

History::History(std::span<const EmbeddedFile> files)
    : sources_(
          read_all(files, "data/sources.csv", "source_id,citation,reliability", read_source, {})),
      national_(read_all(files, "data/national.csv",
                         "period,variable,value,unit,evidence,source_id,announced_on,note",
                         read_observation, sources_)),
      provincial_(read_all(files, "data/provincial.csv",
                           "province,period,variable,value,unit,evidence,source_id,note",
                           read_provincial, sources_)),
      death_estimates_(read_all(files, "data/death_estimates.csv",
                                "author,period,low_million,high_million,evidence,source_id,note",
                                read_death_estimate, sources_)),
      events_(read_all(files, "data/events.csv", "date,title,description,evidence,source_id,note",
                       read_event, sources_)),
      variables_(describe(national_, text_of(files, "data/README.md"))) {}

std::vector<std::string> History::variables_named(std::string_view variable_or_column) const {
    const auto names = variable_names(variables_);
    if (std::find(names.begin(), names.end(), variable_or_column) != names.end())
        return {std::string(variable_or_column)};
    std::vector<std::string> found;
    for (const auto& alias : aliases) {
        if (alias.column == variable_or_column) found.emplace_back(alias.variable);
    }
    if (found.empty()) no_variable(variable_or_column, names);
    return found;
}

std::vector<Observation> History::of(std::string_view variable_or_column) const {
    std::vector<Observation> found;
    for (const auto& variable : variables_named(variable_or_column)) {
        std::copy_if(national_.begin(), national_.end(), std::back_inserter(found),
                     [&](const Observation& o) { return o.variable == variable; });
    }
    std::stable_sort(found.begin(), found.end(), [](const Observation& a, const Observation& b) {
        return std::tie(a.period, a.source_id) < std::tie(b.period, b.source_id);
    });
    return found;
}

std::optional<Observation> History::observed(std::string_view variable_or_column,
                                             std::string_view period,
                                             std::string_view source_id) const {
    const auto& from = source(source_id);
    for (const auto& variable : variables_named(variable_or_column))
        for (const auto& o : national_)
            if (o.variable == variable && o.period == period && o.source_id == from.id) return o;
    return std::nullopt;
}

const Source& History::source(std::string_view id) const {
    for (const auto& source : sources_) {
        if (source.id == id) return source;
    }
    throw NotFound(
        fmt::format("no source \"{}\" in the record{}", id, suggestion(id, ids(sources_))));
}

const VariableInfo& History::variable(std::string_view name) const {
    for (const auto& info : variables_) {
        if (info.name == name) return info;
    }
    no_variable(name, variable_names(variables_));
}

const History& history() {
    static const History record(embedded_files());
    return record;
}

std::optional<int> first_year(std::string_view period) {
    constexpr std::size_t digits = 4;
    const auto year = period.substr(0, digits);
    const bool is_year = year.size() == digits && std::all_of(year.begin(), year.end(), [](char c) {
                             return '0' <= c && c <= '9';
                         });
    return is_year ? std::optional(std::stoi(std::string(year))) : std::nullopt;
}

}  // namespace granary

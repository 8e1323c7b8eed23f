#include "granary/write/study/attribution_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "granary/foundation/error.hpp"
#include "granary/foundation/unit_style.hpp"
#include "granary/write/number.hpp"
#include "granary/write/text.hpp"

namespace granary {
namespace {

constexpr std::string_view whole_row = "whole", change_row = "reference_change";

using Value = double Effects::*;

/// The figures that have a table of their own, with its title.
struct Part {
    std::string_view title;
    Value value;
};

constexpr Part parts[] = {
    {"rural ration, kg a head and year (all: mean)", &Effects::rural_ration_kg},
    {"harvest, Mt a year (all: mean)", &Effects::output_actual_mt},
    {"excess deaths, million (all: sum)", &Effects::excess_deaths_million},
};

int decimals_of(Value value) {
    for (const auto& column : effect_columns)
        if (column.value == value) return unit_style(column.figure.unit).decimals_of_change;
    throw NotFound("an effect without a row in the table");
}

std::string levers_of(const Driver& driver) {
    std::string text(Lever::table[driver.lever].name);
    if (driver.second_lever) text += fmt::format(", {}", Lever::table[*driver.second_lever].name);
    return text;
}

std::string reference_of(const Driver& driver) {
    return driver.reference ? fmt::format("{}", *driver.reference) : "as at the start";
}

std::vector<TextTable::Column> part_columns(const Attribution& attribution) {
    std::vector<TextTable::Column> columns{{"driver", "", Align::left}};
    for (const auto& period : attribution.periods)
        columns.push_back({period.label + (period.is_part_of_year ? "*" : ""), ""});
    columns.push_back({"added", "alone"});
    columns.push_back({"taken", "alone"});
    return columns;
}

template <class Pick>
std::vector<std::string> across(const Attribution& attribution, std::string name, int decimals,
                                Pick pick) {
    std::vector<std::string> cells{std::move(name)};
    for (const auto& period : attribution.periods)
        cells.push_back(signed_fixed(pick(period), decimals));
    return cells;
}

TitledTable part_table(const Attribution& attribution, const Part& part) {
    TextTable table(part_columns(attribution));
    const int decimals = decimals_of(part.value);
    const auto& all = attribution.periods.back();
    for (std::size_t i = 0; i < drivers.size(); ++i) {
        auto cells = across(attribution, std::string(drivers[i].name), decimals,
                            [&](const auto& p) { return p.by_driver[i].shapley.*part.value; });
        cells.push_back(signed_fixed(all.by_driver[i].alone_added.*part.value, decimals));
        cells.push_back(signed_fixed(all.by_driver[i].alone_taken.*part.value, decimals));
        table.add(std::move(cells));
    }
    const auto add = [&](std::string_view name, auto pick) {
        table.add(across(attribution, std::string(name), decimals, pick));
    };
    add(whole_row, [&](const auto& p) { return p.whole.*part.value; });
    add(change_row, [&](const auto& p) { return p.reference_change.*part.value; });
    add(fmt::format("change since {}", attribution.first_year),
        [&](const auto& p) { return p.whole.*part.value + p.reference_change.*part.value; });
    return {std::string(part.title), std::move(table)};
}

TitledTable deaths_table(const AttributedPeriod& all) {
    TextTable table({{"driver", "", Align::left}, {"rural", ""}, {"urban", ""}});
    const int decimals = decimals_of(&Effects::excess_deaths_million);
    const auto add = [&](std::string_view name, const Effects& effects) {
        table.add({std::string(name), signed_fixed(effects.excess_deaths_rural_million, decimals),
                   signed_fixed(effects.excess_deaths_urban_million, decimals)});
    };
    for (std::size_t i = 0; i < drivers.size(); ++i) add(drivers[i].name, all.by_driver[i].shapley);
    add(whole_row, all.whole);
    add(change_row, all.reference_change);
    return {"excess deaths of all years, million", std::move(table)};
}

struct Pair {
    std::size_t first, second;
    Effects effects;
};

/// Each pair once, the one that moves deaths most first.
std::vector<Pair> pairs_of(const AttributedPeriod& period) {
    std::vector<Pair> pairs;
    if (period.interactions.empty()) return pairs;
    for (std::size_t i = 0; i < drivers.size(); ++i)
        for (std::size_t j = i + 1; j < drivers.size(); ++j)
            pairs.push_back({i, j, period.interactions[i * drivers.size() + j]});
    return pairs;
}

TitledTable interactions_table(const AttributedPeriod& all) {
    constexpr std::size_t shown = 12;
    auto pairs = pairs_of(all);
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
        return abs(a.effects.excess_deaths_million) > abs(b.effects.excess_deaths_million);
    });
    pairs.resize(std::min(pairs.size(), shown));
    TextTable table({{"driver", "", Align::left},
                     {"with", "", Align::left},
                     {"ration", "kg"},
                     {"harvest", "Mt"},
                     {"deaths", "million"}});
    for (const auto& [first, second, effects] : pairs)
        table.add({std::string(drivers[first].name), std::string(drivers[second].name),
                   signed_fixed(effects.rural_ration_kg, 2),
                   signed_fixed(effects.output_actual_mt, 2),
                   signed_fixed(effects.excess_deaths_million, 2)});
    return {"interaction of two drivers, all years: how much more one does where the other is",
            std::move(table)};
}

/// A row of CSV begun: the effects' cells follow.
class Row {
  public:
    Row(const std::string& year, std::string_view driver) : cells_{year, std::string(driver)} {}
    Row& add(const Effects& effects) {
        for (const auto& column : effect_columns) cells_.push_back(shortest(effects.*column.value));
        return *this;
    }
    Row& blank() {
        cells_.resize(cells_.size() + effect_columns.size());
        return *this;
    }
    Row& add(std::string_view cell) {
        cells_.emplace_back(cell);
        return *this;
    }
    const std::vector<std::string>& cells() const { return cells_; }

  private:
    std::vector<std::string> cells_;
};

std::vector<std::string> header(bool interactions) {
    std::vector<std::string> cells{"year", "driver"};
    for (const std::string_view prefix : {"", "added_alone_", "taken_alone_"})
        for (const auto& column : effect_columns)
            cells.push_back(fmt::format("{}{}", prefix, column.figure.name));
    cells.insert(cells.end(), {"from", "to"});
    if (interactions) cells.emplace_back("with");
    return cells;
}

void add_period(const AttributedPeriod& period, Csv& csv) {
    const bool interactions = !period.interactions.empty();
    const auto write = [&](Row row, std::string_view with = "") {
        row.add(date_text(period.from)).add(date_text(period.to));
        if (interactions) row.add(with);
        csv.row(row.cells());
    };
    for (std::size_t i = 0; i < drivers.size(); ++i) {
        const auto& effects = period.by_driver[i];
        write(Row(period.label, drivers[i].name)
                  .add(effects.shapley)
                  .add(effects.alone_added)
                  .add(effects.alone_taken));
    }
    write(Row(period.label, whole_row).add(period.whole).blank().blank());
    write(Row(period.label, change_row).add(period.reference_change).blank().blank());
    for (const auto& [first, second, effects] : pairs_of(period))
        write(Row(period.label, drivers[first].name).add(effects).blank().blank(),
              drivers[second].name);
}

}  // namespace

TextTable driver_table() {
    TextTable table({{"driver", "", Align::left},
                     {"levers", "", Align::left},
                     {"reference", "", Align::left},
                     {"because", "", Align::left}});
    for (const auto& driver : drivers)
        table.add({std::string(driver.name), levers_of(driver), reference_of(driver),
                   std::string(driver.why)});
    return table;
}

std::vector<TitledTable> attribution_tables(const Attribution& attribution) {
    std::vector<TitledTable> tables;
    for (const auto& part : parts) tables.push_back(part_table(attribution, part));
    const auto& all = attribution.periods.back();
    tables.push_back(deaths_table(all));
    if (!all.interactions.empty()) tables.push_back(interactions_table(all));
    return tables;
}

void add_attribution(const Attribution& attribution, Csv& csv) {
    csv.row(header(!attribution.periods.back().interactions.empty()));
    for (const auto& period : attribution.periods) add_period(period, csv);
}

}  // namespace granary

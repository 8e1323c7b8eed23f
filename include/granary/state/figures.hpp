#pragma once
/// The published figures of a year (or another period), described once: table, CSV and
/// documentation take their columns from here, in this order.

#include <array>
#include <stdexcept>
#include <string_view>

#include "granary/foundation/real.hpp"

namespace granary {

/// Flows are those of the period; stocks, belief and indices stand at its end. Per-head figures and
/// rates are a year's flow over person-years, undefined (NaN) below 1000 person-years. State store
/// and trade are the nation's and undefined for a region.
template <Real T>
struct Figures {
    T rural_ration_kg{}, urban_ration_kg{};
    T output_actual_mt{}, output_reported_mt{}, output_believed_mt{};
    T procurement_gross_mt{}, resale_mt{}, procurement_net_mt{};
    T export_mt{}, import_mt{};
    T population_rural_million{}, population_urban_million{};
    T crude_death_rate_per_1000{}, crude_birth_rate_per_1000{};
    T excess_deaths_million{};
    T village_grain_mt{}, state_grain_mt{};
    T births_lost_million{};
    T crew_grain_mt{};
    T nutrition_rural{}, nutrition_urban{};
    T eaten_kg{};
    T left_in_village_mt{};
    T relief_mt{}, town_supply_mt{}, other_use_mt{};
    T seed_mt{}, feed_mt{}, spoilage_mt{}, rot_mt{};
    T farm_capital{};
    T excess_deaths_rural_million{}, excess_deaths_urban_million{};
    T crude_death_rate_rural_per_1000{}, crude_death_rate_urban_per_1000{};
    T births_million{}, deaths_million{};
    T person_years_million{};
};

/// How a figure of a period follows from the same figure of the parts that the period is cut into.
enum class Parts {
    sum,               ///< they add up
    last,              ///< it stands at the end: the last part's
    villagers_mean,    ///< the mean, weighted by the person-years of villagers
    townspeople_mean,  ///< by those of townspeople
    mean,              ///< by those of all
    own,               ///< it does not: a part's has a meaning of its own
};

/// What the months of a year are to its figure, in words.
constexpr std::string_view months_text(Parts parts) {
    switch (parts) {
        case Parts::sum:
            return "months add up to the year";
        case Parts::last:
            return "the last month has the year's";
        case Parts::villagers_mean:
            return "the year has the mean of its months, weighted by villagers";
        case Parts::townspeople_mean:
            return "the year has the mean of its months, weighted by townspeople";
        case Parts::mean:
            return "the year has the mean of its months, weighted by people";
        case Parts::own:
            break;
    }
    return "months do not add up: each exaggerates its own harvest as at its end, and the year its "
           "whole harvest as at the end of the year";
}

/// A figure by its name in tables and files, with unit, what a heading or a sentence calls it,
/// meaning and place. The name is its key, for a translation too. How many decimals its unit is
/// printed with: see `unit_style`.
template <Real T>
struct Column {
    std::string_view name, unit, label, meaning;
    Parts parts;
    T Figures<T>::*value;
    std::string_view short_label = {};  ///< for a narrow column, where the label is too wide

    /// What a narrow column is called.
    constexpr std::string_view narrow_label() const {
        return short_label.empty() ? label : short_label;
    }
};

/// The figures in the order of the year table.
template <Real T>
inline constexpr auto figure_columns = std::to_array<Column<T>>({
    {"rural_ration_kg", "kg", "ration",
     "grain served to villagers, kg of trade grain a head and year", Parts::villagers_mean,
     &Figures<T>::rural_ration_kg},
    {"urban_ration_kg", "kg", "ration in towns",
     "state grain eaten by townspeople, kg of trade grain a head and year", Parts::townspeople_mean,
     &Figures<T>::urban_ration_kg},
    {"output_actual_mt", "Mt", "harvest", "harvest brought in", Parts::sum,
     &Figures<T>::output_actual_mt},
    {"output_reported_mt", "Mt", "claimed",
     "published claim: the harvest of the period, exaggerated as at its end", Parts::own,
     &Figures<T>::output_reported_mt},
    {"output_believed_mt", "Mt", "believed", "harvest the centre believes in, at the end",
     Parts::last, &Figures<T>::output_believed_mt},
    {"procurement_gross_mt", "Mt", "taken gross", "gross procurement", Parts::sum,
     &Figures<T>::procurement_gross_mt},
    {"resale_mt", "Mt", "resold", "grain sold back to villages", Parts::sum,
     &Figures<T>::resale_mt},
    {"procurement_net_mt", "Mt", "taken net", "procurement less resale", Parts::sum,
     &Figures<T>::procurement_net_mt},
    {"export_mt", "Mt", "exports", "grain exported", Parts::sum, &Figures<T>::export_mt},
    {"import_mt", "Mt", "imports", "grain imported", Parts::sum, &Figures<T>::import_mt},
    {"population_rural_million", "million", "villagers", "rural population at the end", Parts::last,
     &Figures<T>::population_rural_million},
    {"population_urban_million", "million", "townspeople", "urban population at the end",
     Parts::last, &Figures<T>::population_urban_million},
    {"crude_death_rate_per_1000", "1/1000", "deaths", "deaths per 1000 people and year",
     Parts::mean, &Figures<T>::crude_death_rate_per_1000},
    {"crude_birth_rate_per_1000", "1/1000", "births", "births per 1000 people and year",
     Parts::mean, &Figures<T>::crude_birth_rate_per_1000},
    {"excess_deaths_million", "million", "excess deaths", "deaths above the rates without hunger",
     Parts::sum, &Figures<T>::excess_deaths_million, "excess"},
    {"village_grain_mt", "Mt", "village stores", "grain in village stores at the end", Parts::last,
     &Figures<T>::village_grain_mt},
    {"state_grain_mt", "Mt", "state granary", "grain in state stores at the end", Parts::last,
     &Figures<T>::state_grain_mt},
    {"births_lost_million", "million", "births lost", "births below those of adequate nutrition",
     Parts::sum, &Figures<T>::births_lost_million},
    {"crew_grain_mt", "Mt", "work crews", "state grain eaten by rural work crews", Parts::sum,
     &Figures<T>::crew_grain_mt},
    {"nutrition_rural", "1", "nutrition in villages", "nutritional reserve of villagers at the end",
     Parts::last, &Figures<T>::nutrition_rural},
    {"nutrition_urban", "1", "nutrition in towns", "nutritional reserve of townspeople at the end",
     Parts::last, &Figures<T>::nutrition_urban},
    {"eaten_kg", "kg", "eaten", "village grain eaten, without canteen waste and crews' food",
     Parts::villagers_mean, &Figures<T>::eaten_kg},
    {"left_in_village_mt", "Mt", "left in village", "harvest less net procurement, with relief",
     Parts::sum, &Figures<T>::left_in_village_mt},
    {"relief_mt", "Mt", "relief", "grain given back to villages", Parts::sum,
     &Figures<T>::relief_mt},
    {"town_supply_mt", "Mt", "towns", "state grain eaten in towns", Parts::sum,
     &Figures<T>::town_supply_mt},
    {"other_use_mt", "Mt", "army, industry, reserves", "industry, army and reserves", Parts::sum,
     &Figures<T>::other_use_mt},
    {"seed_mt", "Mt", "seed", "seed sown", Parts::sum, &Figures<T>::seed_mt},
    {"feed_mt", "Mt", "feed", "grain fed to animals", Parts::sum, &Figures<T>::feed_mt},
    {"spoilage_mt", "Mt", "spoiled", "grain spoiled in villages", Parts::sum,
     &Figures<T>::spoilage_mt},
    {"rot_mt", "Mt", "left to rot", "crops lost on the fields", Parts::sum, &Figures<T>::rot_mt},
    {"farm_capital", "1", "farm capital", "farm capital at the end, 1957 = 1", Parts::last,
     &Figures<T>::farm_capital},
    {"excess_deaths_rural_million", "million", "excess deaths in villages",
     "rural part of the excess deaths", Parts::sum, &Figures<T>::excess_deaths_rural_million},
    {"excess_deaths_urban_million", "million", "excess deaths in towns",
     "urban part of the excess deaths", Parts::sum, &Figures<T>::excess_deaths_urban_million},
    {"crude_death_rate_rural_per_1000", "1/1000", "deaths in villages",
     "rural deaths per 1000 villagers and year", Parts::villagers_mean,
     &Figures<T>::crude_death_rate_rural_per_1000},
    {"crude_death_rate_urban_per_1000", "1/1000", "deaths in towns",
     "urban deaths per 1000 townspeople and year", Parts::townspeople_mean,
     &Figures<T>::crude_death_rate_urban_per_1000},
    {"births_million", "million", "births", "births", Parts::sum, &Figures<T>::births_million},
    {"deaths_million", "million", "deaths", "deaths", Parts::sum, &Figures<T>::deaths_million},
    {"person_years_million", "million", "person-years", "years lived by all", Parts::sum,
     &Figures<T>::person_years_million},
});

/// The row of a figure. Throws std::out_of_range where it has none.
template <Real T>
constexpr const Column<T>& column_of(T Figures<T>::*value) {
    for (const auto& column : figure_columns<T>)
        if (column.value == value) return column;
    throw std::out_of_range("a figure without a row in the year table");
}

}  // namespace granary

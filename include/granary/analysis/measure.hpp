#pragma once
/// One number of a run: of the whole run, or a year's figure.

#include <array>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "granary/analysis/compare.hpp"
#include "granary/foundation/api.hpp"
#include "granary/state/trajectory.hpp"

namespace granary {

/// A number of a whole run by its name, with unit and meaning.
struct RunMeasure {
    std::string_view name, unit, meaning;
    double (*of)(const Outcome&);
};

/// NaN where the run has no year for it.
inline double extreme_value(const std::optional<Extreme>& extreme) {
    return extreme ? extreme->value : std::numeric_limits<double>::quiet_NaN();
}
/// The year of an extreme; NaN where the run has none.
inline double extreme_year(const std::optional<Extreme>& extreme) {
    return extreme ? extreme->year : std::numeric_limits<double>::quiet_NaN();
}

/// Measures of a whole run.
inline constexpr auto run_measures = std::to_array<RunMeasure>({
    {"lowest_ration_kg", "kg", "rural ration of the year in which it is lowest",
     [](const Outcome& o) { return extreme_value(o.lowest_ration_kg); }},
    {"lowest_ration_year", "yr", "the year in which the rural ration is lowest",
     [](const Outcome& o) { return extreme_year(o.lowest_ration_kg); }},
    {"excess_deaths_million", "million", "deaths above the rates without hunger",
     [](const Outcome& o) { return o.excess_deaths_million; }},
    {"excess_deaths_rural_million", "million", "rural part of the excess deaths",
     [](const Outcome& o) { return o.excess_deaths_rural_million; }},
    {"excess_deaths_urban_million", "million", "urban part of the excess deaths",
     [](const Outcome& o) { return o.excess_deaths_urban_million; }},
    {"births_lost_million", "million", "births below those of adequate nutrition",
     [](const Outcome& o) { return o.births_lost_million; }},
    {"largest_claim", "1", "published claim over harvest in the year in which it is largest",
     [](const Outcome& o) { return extreme_value(o.largest_claim); }},
    {"largest_take", "1", "net procurement over harvest in the year in which it is largest",
     [](const Outcome& o) { return extreme_value(o.largest_take); }},
    {"procurement_net_sum_mt", "Mt", "procurement less resale",
     [](const Outcome& o) { return o.procurement_net_mt; }},
    {"export_sum_mt", "Mt", "grain exported", [](const Outcome& o) { return o.export_mt; }},
});

/// A row of `run_measures`, or with a year a row of `figure_columns`.
struct GRANARY_API Measure {
    std::size_t row = 0;
    std::optional<int> year;

    /// "lowest_ration_kg", "rural_ration_kg_1960".
    std::string name() const;
    /// The name of its row: "lowest_ration_kg", "rural_ration_kg".
    std::string_view row_name() const;
    /// The unit of its row.
    std::string unit() const;
    /// Decimals that are worth printing.
    int decimals() const;
    /// The meaning of its row.
    std::string meaning() const;
    /// Throws NotFound where the run has no such year.
    double of(const Trajectory<double>& run) const;

    friend bool operator==(const Measure&, const Measure&) = default;
};

/// The measures of that name: nothing where there is none.
GRANARY_API std::optional<Measure> run_measure(std::string_view name);
/// The figure of that name in one year: nothing where there is none of that name.
GRANARY_API std::optional<Measure> year_measure(std::string_view name, int year);

}  // namespace granary

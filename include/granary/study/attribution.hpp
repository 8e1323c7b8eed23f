#pragma once
/// Why: what each driver did to ration, harvest and deaths, by Shapley values over all 512
/// coalitions of the nine drivers, and what it did alone.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/state/trajectory.hpp"
#include "granary/study/drivers.hpp"
#include "granary/study/parallel.hpp"

namespace granary {

/// The figures that are attributed, under their names in the year table; of a year, or a difference
/// between two runs in a year.
struct Effects {
    double rural_ration_kg = 0;
    double output_actual_mt = 0;
    double excess_deaths_million = 0;
    double excess_deaths_rural_million = 0;
    double excess_deaths_urban_million = 0;
};

/// An attributed figure: a row of the year table.
struct EffectColumn {
    const Column<double>& figure;
    bool summed;  ///< over all years the sum, else the mean of whole years
    double Effects::*value;
};

/// The attributed figures in the order of tables.
inline constexpr auto effect_columns = std::to_array<EffectColumn>({
    {column_of<double>(&Figures<double>::rural_ration_kg), false, &Effects::rural_ration_kg},
    {column_of<double>(&Figures<double>::output_actual_mt), false, &Effects::output_actual_mt},
    {column_of<double>(&Figures<double>::excess_deaths_million), true,
     &Effects::excess_deaths_million},
    {column_of<double>(&Figures<double>::excess_deaths_rural_million), true,
     &Effects::excess_deaths_rural_million},
    {column_of<double>(&Figures<double>::excess_deaths_urban_million), true,
     &Effects::excess_deaths_urban_million},
});

/// What one driver did.
struct DriverEffects {
    Effects shapley;
    Effects alone_added;  ///< in the reference world, this driver alone as in the scenario
    Effects alone_taken;  ///< in the scenario, this driver alone at its reference: what that undoes
};

/// A year, or all years together.
struct AttributedPeriod {
    std::string label;  ///< "1959", or "all"
    Instant from, to;   ///< what was run of it
    bool is_part_of_year = false;
    Effects scenario, reference;
    std::array<DriverEffects, drivers.size()> by_driver{};
    /// Of each pair of drivers, a matrix by rows; empty where it was not asked for.
    std::vector<Effects> interactions;
    Effects whole;  ///< scenario less reference; the Shapley values sum to it
    /// Reference less the scenario's first whole year, so that with `whole` it is the scenario's
    /// change since then. Not a number for ration and harvest of a part of a year: neither is held
    /// against a whole one. Deaths are counted from as long a part of the first year's.
    Effects reference_change;
};

/// What the drivers did, year by year and over all years.
struct Attribution {
    int first_year = 0;                     ///< what changes are counted from
    std::vector<AttributedPeriod> periods;  ///< the years in order, then all
};

/// Runs the scenario in every coalition of the drivers. `proceed` may not stop it: a part of the
/// coalitions attributes nothing. Throws what simulate throws.
GRANARY_API Attribution attribute(const Scenario& scenario, bool interactions = false,
                                  const Workers& workers = {});

/// A bar of a waterfall: it stands between two heights of the figure.
struct WaterfallBar {
    std::string label;
    double from, to;
    bool level;                                        ///< a figure from 0 up, not a change
    std::optional<std::size_t> driver = std::nullopt;  ///< whose change, a row of `drivers`
};

/// From the first year's figure over the reference world's change and the drivers, the largest
/// first, to the scenario's figure of the period. Each bar begins where the one before ended.
GRANARY_API std::vector<WaterfallBar> waterfall(const Attribution& attribution,
                                                const AttributedPeriod& period,
                                                const EffectColumn& column);

}  // namespace granary

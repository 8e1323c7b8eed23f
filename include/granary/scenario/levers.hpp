#pragma once
/// Every lever, described once: what a person decided in 1957-62 and a scenario may decide
/// otherwise. A lever is a schedule over time; its default is its quiet value.

#include <array>
#include <string_view>

#include "granary/foundation/keyed.hpp"

namespace granary {

/// What is known of a lever. `low` to `high` is the range that scenario files may use, in `unit`;
/// `tested_low` to `tested_high` the part of it in which the equations were tried and bear a toll;
/// `parameter` names the constant that gives the default, if one does.
struct LeverRow {
    std::string_view name, symbol, unit;
    double low, high, tested_low, tested_high;
    bool regional;  ///< a region may set it for itself
    double value;   ///< the default, unless a parameter gives it
    std::string_view parameter;
    std::string_view meaning, source;
};

/// The table of levers.
struct Lever {
    static constexpr std::array table = std::to_array<LeverRow>({
        {"pressure", "p", "1", 0, 2, 0, 1.75, true, 0, "",
         "political pressure to report large harvests; 1 = the peak of autumn 1958",
         "dated events; heights assumed or fitted"},
        {"radicalism", "r", "1", 0, 3, 0, 3, true, 1, "",
         "how much a region's officials give in to pressure; 1 = the national mean",
         "Kung & Chen 2011"},
        {"verification", "v", "1/yr", 0, 12, 0, 4, false, 2, "",
         "rate at which statisticians correct the centre's belief by the fields",
         "purge of 1957, return in 1961; size assumed"},
        {"quota_rate", "rho", "1", 0, 0.6, 0.12, 0.35, false, 0, "quota_rate_level",
         "gross procurement target as a share of the believed harvest",
         "Lin & Yang 2000; level fitted"},
        {"quota_by_census", "q", "1", 0, 1, 0, 1, false, 0, "",
         "share of the quota that is set on the harvest itself instead of on belief",
         "none in 1957-62"},
        {"relief", "", "Mt/yr", 0, 25, 0, 10, false, 0, "",
         "grain sent from state stores to hungry villages, by decision", "none in 1957-62"},
        {"relief_on_sight", "", "1", 0, 1, 0, 1, false, 0, "",
         "share of the visible food gap that the state fills at once", "none in 1957-62"},
        {"relief_from_exports", "", "1", 0, 1, 0, 1, false, 0, "",
         "share of the grain drawn for export that goes to villages instead", "none in 1957-62"},
        {"export_mt", "ex", "Mt/yr", 0, 25, 0, 10, false, 0, "planned_export_mt",
         "grain exports planned", "LUO2006; 1957 FAN2008"},
        {"import_mt", "im", "Mt/yr", 0, 25, 0, 15, false, 0, "planned_import_mt", "grain imports",
         "LUO2006; 1957 FAN2008"},
        {"labour_diversion", "d", "1", -0.2, 0.6, -0.2, 0.5, true, 0, "",
         "share of farm labour taken from the fields, against 1957",
         "labour_diversion_index, derived"},
        {"sown_area", "A", "1", 0.5, 1.3, 0.75, 1.15, true, 1, "", "sown grain area, 1957 = 1",
         "sown_area_index, derived"},
        {"disaster_share", "a", "1", 0, 0.6, 0, 0.35, true, 0, "base_disaster_share",
         "share of the sown area that lost 30% or more of its crop", "disaster_share_moa, derived"},
        {"commune_intensity", "J", "1", 0, 1, 0, 1, false, 0, "",
         "how far farming is run by communes rather than teams", "dated events; heights assumed"},
        {"canteens", "", "1", 0, 1, 0, 1, true, 0, "", "share of villagers eating in canteens",
         "LUOPINGHAN; dated events"},
        {"private_plots", "", "1", 0, 2, 0, 2, true, 1, "",
         "private plots and family animals, 1957 = 1", "dated events; heights assumed"},
        {"urban_ration", "c_u", "kg", 0, 300, 120, 260, false, 0, "planned_urban_ration_kg",
         "grain ration of townspeople, kg of trade grain a head and year", "LUO2006"},
        {"urban_migration", "mig", "million/yr", -30, 30, -20, 20, false, 0, "",
         "net movement from villages to towns", "net_rural_urban_migration, derived"},
    });
};

/// A lever's row, with the dimension of its values.
template <class D>
using LeverKey = Key<Lever, D>;

/// The values of all levers at one time.
template <Real T>
using Levers = Keyed<Lever, T>;

/// Keys: `scenario.with(lever::pressure, 0.0)`, `here[lever::pressure]`.
namespace lever {
inline constexpr auto pressure = key<Lever, unit::number>("pressure");
inline constexpr auto radicalism = key<Lever, unit::number>("radicalism");
inline constexpr auto verification = key<Lever, unit::per_year>("verification");
inline constexpr auto quota_rate = key<Lever, unit::number>("quota_rate");
inline constexpr auto quota_by_census = key<Lever, unit::number>("quota_by_census");
inline constexpr auto relief = key<Lever, unit::mt_per_year>("relief");
inline constexpr auto relief_on_sight = key<Lever, unit::number>("relief_on_sight");
inline constexpr auto relief_from_exports = key<Lever, unit::number>("relief_from_exports");
inline constexpr auto export_mt = key<Lever, unit::mt_per_year>("export_mt");
inline constexpr auto import_mt = key<Lever, unit::mt_per_year>("import_mt");
inline constexpr auto labour_diversion = key<Lever, unit::number>("labour_diversion");
inline constexpr auto sown_area = key<Lever, unit::number>("sown_area");
inline constexpr auto disaster_share = key<Lever, unit::number>("disaster_share");
inline constexpr auto commune_intensity = key<Lever, unit::number>("commune_intensity");
inline constexpr auto canteens = key<Lever, unit::number>("canteens");
inline constexpr auto private_plots = key<Lever, unit::number>("private_plots");
inline constexpr auto urban_ration = key<Lever, unit::number>("urban_ration");
inline constexpr auto urban_migration = key<Lever, unit::million_per_year>("urban_migration");
}  // namespace lever

}  // namespace granary

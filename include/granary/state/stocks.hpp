#pragma once
/// What the state holds, each stock named once: a block per region, and the nation's own.

#include <array>
#include <string_view>

#include "granary/foundation/keyed.hpp"

namespace granary {

/// What is known of a stock.
struct StockRow {
    std::string_view name, symbol, unit, meaning;
};

/// Stocks of each region; the exaggeration passed on by each level follows them in the state.
struct RegionStock {
    static constexpr std::array table = std::to_array<StockRow>({
        {"rural_population", "P", "million", "people living in villages"},
        {"urban_population", "U", "million", "people living in towns"},
        {"standing_summer_crop", "B1", "Mt", "summer crop on the fields"},
        {"standing_autumn_crop", "B2", "Mt", "autumn crop on the fields"},
        {"village_grain", "S", "Mt", "grain in village and household stores"},
        {"nutrition_rural", "N", "1", "nutritional reserve of villagers, 1 = adequate"},
        {"nutrition_urban", "Nu", "1", "nutritional reserve of townspeople, 1 = adequate"},
        {"farm_capital", "K", "1", "work animals, manure, tools and soil, 1957 = 1"},
        {"believed_harvest", "Rb", "Mt/yr", "harvest the centre believes in"},
        {"procurement_memory", "M", "Mt/yr", "gross procurement of the last year"},
        {"return_memory", "X", "Mt/yr", "grain sold or given back to villages in the last year"},
        {"conception_1", "G1", "1", "first stage from conception to birth, 1 = full"},
        {"conception_2", "G2", "1", "second stage from conception to birth"},
        {"conception_3", "G3", "1", "third stage from conception to birth"},
        {"postponed_births", "Db", "million", "births put off and not yet made up"},
    });
};

/// Stocks of the centre.
struct NationStock {
    static constexpr std::array table = std::to_array<StockRow>({
        {"state_grain", "Z", "Mt", "grain in state stores"},
    });
};

namespace stock {
inline constexpr auto rural_population = key<RegionStock, unit::million>("rural_population");
inline constexpr auto urban_population = key<RegionStock, unit::million>("urban_population");
inline constexpr auto standing_summer_crop = key<RegionStock, unit::mt>("standing_summer_crop");
inline constexpr auto standing_autumn_crop = key<RegionStock, unit::mt>("standing_autumn_crop");
inline constexpr auto village_grain = key<RegionStock, unit::mt>("village_grain");
inline constexpr auto nutrition_rural = key<RegionStock, unit::number>("nutrition_rural");
inline constexpr auto nutrition_urban = key<RegionStock, unit::number>("nutrition_urban");
inline constexpr auto farm_capital = key<RegionStock, unit::number>("farm_capital");
inline constexpr auto believed_harvest = key<RegionStock, unit::mt_per_year>("believed_harvest");
inline constexpr auto procurement_memory =
    key<RegionStock, unit::mt_per_year>("procurement_memory");
inline constexpr auto return_memory = key<RegionStock, unit::mt_per_year>("return_memory");
inline constexpr auto conception_1 = key<RegionStock, unit::number>("conception_1");
inline constexpr auto conception_2 = key<RegionStock, unit::number>("conception_2");
inline constexpr auto conception_3 = key<RegionStock, unit::number>("conception_3");
inline constexpr auto postponed_births = key<RegionStock, unit::million>("postponed_births");
inline constexpr auto state_grain = key<NationStock, unit::mt>("state_grain");
}  // namespace stock

}  // namespace granary

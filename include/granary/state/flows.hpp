#pragma once
/// Every transfer, declared once, from where to where. Stocks change only by these flows, so that
/// both balances, of grain and of people, close by construction. A flow without either end is a
/// tally: it moves nothing and is only summed. An empty end lies outside the model.

#include <array>
#include <cstddef>
#include <string_view>

#include "granary/foundation/keyed.hpp"
#include "granary/state/stocks.hpp"

namespace granary {

/// What is known of a flow: the stocks it leaves and enters, and the room that declares it.
struct FlowRow {
    std::string_view name, unit, from, to, room, meaning;
};

/// Flows of each region.
struct RegionFlow {
    static constexpr std::array table = std::to_array<FlowRow>({
        {"growth_summer", "Mt/yr", "", "standing_summer_crop", "harvest", "summer crop grown"},
        {"growth_autumn", "Mt/yr", "", "standing_autumn_crop", "harvest", "autumn crop grown"},
        {"harvest_summer", "Mt/yr", "standing_summer_crop", "village_grain", "harvest",
         "summer crop brought in"},
        {"harvest_autumn", "Mt/yr", "standing_autumn_crop", "village_grain", "harvest",
         "autumn crop brought in"},
        {"rot_summer", "Mt/yr", "standing_summer_crop", "", "harvest", "summer crop lost"},
        {"rot_autumn", "Mt/yr", "standing_autumn_crop", "", "harvest", "autumn crop lost"},
        {"belief_change", "Mt/yr2", "", "believed_harvest", "belief",
         "change of the harvest the centre believes in"},
        {"procurement", "Mt/yr", "village_grain", "state_grain", "procurement",
         "gross procurement"},
        {"procurement_memory_change", "Mt/yr2", "", "procurement_memory", "procurement",
         "change of the procurement remembered"},
        {"resale", "Mt/yr", "state_grain", "village_grain", "state_granary",
         "grain sold back to villages"},
        {"relief", "Mt/yr", "state_grain", "village_grain", "state_granary",
         "grain given back to hungry villages"},
        {"return_memory_change", "Mt/yr2", "", "return_memory", "state_granary",
         "change of the returns remembered"},
        {"town_supply", "Mt/yr", "state_grain", "", "state_granary", "grain eaten in towns"},
        {"crew_supply", "Mt/yr", "state_grain", "", "state_granary",
         "state grain eaten by rural work crews"},
        {"served", "Mt/yr", "village_grain", "", "village",
         "grain served in villages, canteen waste included"},
        {"seed", "Mt/yr", "village_grain", "", "village", "seed sown"},
        {"feed", "Mt/yr", "village_grain", "", "village", "grain fed to animals"},
        {"spoilage", "Mt/yr", "village_grain", "", "village", "grain spoiled in village stores"},
        {"nutrition_change_rural", "1/yr", "", "nutrition_rural", "nutrition",
         "change of the nutritional reserve of villagers"},
        {"nutrition_change_urban", "1/yr", "", "nutrition_urban", "nutrition",
         "change of the nutritional reserve of townspeople"},
        {"births_rural", "million/yr", "", "rural_population", "vital_rates", "rural births"},
        {"births_urban", "million/yr", "", "urban_population", "vital_rates", "urban births"},
        {"deaths_rural", "million/yr", "rural_population", "", "vital_rates", "rural deaths"},
        {"deaths_urban", "million/yr", "urban_population", "", "vital_rates", "urban deaths"},
        {"births_postponed", "million/yr", "", "postponed_births", "vital_rates", "births put off"},
        {"births_recovered", "million/yr", "postponed_births", "", "vital_rates",
         "postponed births made up, part of the rural births"},
        {"conception_change_1", "1/yr", "", "conception_1", "vital_rates", "change of stage 1"},
        {"conception_change_2", "1/yr", "", "conception_2", "vital_rates", "change of stage 2"},
        {"conception_change_3", "1/yr", "", "conception_3", "vital_rates", "change of stage 3"},
        {"capital_loss", "1/yr", "farm_capital", "", "capital", "farm capital lost to hunger"},
        {"capital_recovery", "1/yr", "", "farm_capital", "capital", "farm capital regained"},
        {"migration_to_towns", "million/yr", "rural_population", "urban_population", "migration",
         "people moving into towns"},
        {"migration_to_villages", "million/yr", "urban_population", "rural_population", "migration",
         "people sent or going back to villages"},
        // Tallies
        {"access_variance", "1", "", "", "access",
         "variance of the logarithm of access to food, so that its mean over a time is told"},
        {"eaten", "Mt/yr", "", "", "village", "grain eaten in villages, without crews' food"},
        {"person_years_rural", "million", "", "", "vital_rates", "years lived in villages"},
        {"person_years_urban", "million", "", "", "vital_rates", "years lived in towns"},
        {"deaths_rural_base", "million/yr", "", "", "vital_rates",
         "rural deaths at the rate without hunger"},
        {"deaths_urban_base", "million/yr", "", "", "vital_rates",
         "urban deaths at the rate without hunger"},
        {"births_full", "million/yr", "", "", "vital_rates",
         "rural and urban births at adequate nutrition, without mobilisation or rebound"},
    });
};

/// Flows of the state granary that no region has.
struct NationFlow {
    static constexpr std::array table = std::to_array<FlowRow>({
        {"other_use", "Mt/yr", "state_grain", "", "state_granary", "industry, army and reserves"},
        {"exports", "Mt/yr", "state_grain", "", "state_granary", "grain that left the country"},
        {"imports", "Mt/yr", "", "state_grain", "state_granary", "grain bought abroad"},
    });
};

namespace flow {
inline constexpr auto growth_summer = key<RegionFlow, unit::mt_per_year>("growth_summer");
inline constexpr auto growth_autumn = key<RegionFlow, unit::mt_per_year>("growth_autumn");
inline constexpr auto harvest_summer = key<RegionFlow, unit::mt_per_year>("harvest_summer");
inline constexpr auto harvest_autumn = key<RegionFlow, unit::mt_per_year>("harvest_autumn");
inline constexpr auto rot_summer = key<RegionFlow, unit::mt_per_year>("rot_summer");
inline constexpr auto rot_autumn = key<RegionFlow, unit::mt_per_year>("rot_autumn");
inline constexpr auto belief_change = key<RegionFlow, unit::mt_per_year2>("belief_change");
inline constexpr auto procurement = key<RegionFlow, unit::mt_per_year>("procurement");
inline constexpr auto procurement_memory_change =
    key<RegionFlow, unit::mt_per_year2>("procurement_memory_change");
inline constexpr auto resale = key<RegionFlow, unit::mt_per_year>("resale");
inline constexpr auto relief = key<RegionFlow, unit::mt_per_year>("relief");
inline constexpr auto return_memory_change =
    key<RegionFlow, unit::mt_per_year2>("return_memory_change");
inline constexpr auto town_supply = key<RegionFlow, unit::mt_per_year>("town_supply");
inline constexpr auto crew_supply = key<RegionFlow, unit::mt_per_year>("crew_supply");
inline constexpr auto served = key<RegionFlow, unit::mt_per_year>("served");
inline constexpr auto seed = key<RegionFlow, unit::mt_per_year>("seed");
inline constexpr auto feed = key<RegionFlow, unit::mt_per_year>("feed");
inline constexpr auto spoilage = key<RegionFlow, unit::mt_per_year>("spoilage");
inline constexpr auto nutrition_change_rural =
    key<RegionFlow, unit::per_year>("nutrition_change_rural");
inline constexpr auto nutrition_change_urban =
    key<RegionFlow, unit::per_year>("nutrition_change_urban");
inline constexpr auto births_rural = key<RegionFlow, unit::million_per_year>("births_rural");
inline constexpr auto births_urban = key<RegionFlow, unit::million_per_year>("births_urban");
inline constexpr auto deaths_rural = key<RegionFlow, unit::million_per_year>("deaths_rural");
inline constexpr auto deaths_urban = key<RegionFlow, unit::million_per_year>("deaths_urban");
inline constexpr auto births_postponed =
    key<RegionFlow, unit::million_per_year>("births_postponed");
inline constexpr auto births_recovered =
    key<RegionFlow, unit::million_per_year>("births_recovered");
inline constexpr auto conception_change_1 = key<RegionFlow, unit::per_year>("conception_change_1");
inline constexpr auto conception_change_2 = key<RegionFlow, unit::per_year>("conception_change_2");
inline constexpr auto conception_change_3 = key<RegionFlow, unit::per_year>("conception_change_3");
inline constexpr auto capital_loss = key<RegionFlow, unit::per_year>("capital_loss");
inline constexpr auto capital_recovery = key<RegionFlow, unit::per_year>("capital_recovery");
inline constexpr auto migration_to_towns =
    key<RegionFlow, unit::million_per_year>("migration_to_towns");
inline constexpr auto migration_to_villages =
    key<RegionFlow, unit::million_per_year>("migration_to_villages");
inline constexpr auto access_variance = key<RegionFlow, unit::number>("access_variance");
inline constexpr auto eaten = key<RegionFlow, unit::mt_per_year>("eaten");
inline constexpr auto person_years_rural = key<RegionFlow, unit::million>("person_years_rural");
inline constexpr auto person_years_urban = key<RegionFlow, unit::million>("person_years_urban");
inline constexpr auto deaths_rural_base =
    key<RegionFlow, unit::million_per_year>("deaths_rural_base");
inline constexpr auto deaths_urban_base =
    key<RegionFlow, unit::million_per_year>("deaths_urban_base");
inline constexpr auto births_full = key<RegionFlow, unit::million_per_year>("births_full");
inline constexpr auto other_use = key<NationFlow, unit::mt_per_year>("other_use");
inline constexpr auto exports = key<NationFlow, unit::mt_per_year>("exports");
inline constexpr auto imports = key<NationFlow, unit::mt_per_year>("imports");
}  // namespace flow

/// The two ends of a flow as rows of the stock tables; `none` where it lies outside.
struct Ends {
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::size_t region_from = none, region_to = none, nation_from = none, nation_to = none;
};

/// The ends of every flow of `Kind`; a misspelt stock does not compile.
template <class Kind>
consteval auto flow_ends() {
    std::array<Ends, Kind::table.size()> ends{};
    const auto find = [](std::string_view name, std::size_t& region, std::size_t& nation) {
        if (const auto row = find_row<RegionStock>(name)) region = *row;
        if (const auto row = find_row<NationStock>(name)) nation = *row;
        if (!name.empty() && region == Ends::none && nation == Ends::none)
            throw "a flow's end is not a stock";
    };
    for (std::size_t i = 0; i < ends.size(); ++i) {
        find(Kind::table[i].from, ends[i].region_from, ends[i].nation_from);
        find(Kind::table[i].to, ends[i].region_to, ends[i].nation_to);
    }
    return ends;
}

}  // namespace granary

#pragma once
/// Every constant of the model, described once: the reader's checks, `explain`, the documentation
/// and the rooms all read this table. Its value stands where neither a scenario nor a reading of
/// the record gives another.

#include <array>
#include <cstddef>
#include <string_view>

#include "granary/foundation/calendar.hpp"
#include "granary/foundation/keyed.hpp"

namespace granary {

/// What is known of a constant: its value and range are in `unit`.
struct ParameterRow {
    std::string_view name, symbol, unit;
    double value, low, high;
    std::string_view meaning, source;
};

/// The table of constants.
struct Parameter {
    static constexpr std::array table = std::to_array<ParameterRow>({
        // The field
        {"reference_output_mt", "Yref", "Mt/yr", 197, 190, 205,
         "harvest of a year with the area, labour, capital and weather of 1957",
         "centre: SSB series of output, 195 Mt in 1957"},
        {"area_elasticity", "aA", "1", 0.55, 0.3, 0.8,
         "per cent of output for one per cent of sown area", "Li & Yang 2005"},
        {"labour_elasticity", "aL", "1", 0.25, 0.1875, 0.3125,
         "per cent of output for one per cent of effective labour",
         "assumed: a common share of labour in farm production functions"},
        {"capital_elasticity", "aK", "1", 0.20, 0.1, 0.3,
         "per cent of output for one per cent of animals, manure and tools", "Li & Yang 2005"},
        {"technical_growth_per_year", "g", "1/yr", 0.01, 0.0075, 0.0125,
         "growth of output at unchanged inputs", "assumed: slow growth of yields before 1957"},
        {"commune_loss", "th_c", "1", 0.04, 0, 0.15, "share of output lost under full communes",
         "Lin & Yang 2000; Li & Yang 2005"},
        {"disaster_loss", "th_w", "1", 0.9, 0, 1.5,
         "share of output lost per share of the sown area that lost 30% or more", "Li & Yang 2005"},
        {"base_disaster_share", "a_ref", "1", 0.1121, 0.0841, 0.1401,
         "share of the sown area that lost 30% or more in 1957",
         "assumed: 14.98 of 133.633 million ha; the area is unverified"},
        {"work_midpoint", "n_w", "1", 0.45, 0.3375, 0.5625,
         "nutrition at which half the capacity for work is left",
         "assumed: hunger tells on work only when severe"},
        {"work_width", "w_w", "1", 0.15, 0.1125, 0.1875, "width of the fall of capacity for work",
         "assumed: a gradual fall"},
        {"harvest_rate_per_year", "h", "1/yr", 10, 7.5, 12.5,
         "rate at which a ripe crop is brought in, times its season",
         "assumed: nine tenths and more of a crop is in within the season"},
        {"rot_rate_per_year", "l", "1/yr", 3, 2.25, 3.75,
         "rate at which a crop left standing is lost, times its season",
         "assumed: ripe grain was lost in the fields of 1958 when hands were missing"},
        {"summer_share", "s_1", "1", 0.22, 0.165, 0.275,
         "share of the summer crop in output, sowing and procurement",
         "assumed: winter wheat and early crops"},
        {"capital_loss_per_year", "d_K", "1/yr", 0.6, 0, 1.4,
         "rate at which farm capital is lost at full hunger", "large animals and pigs, 1957-61"},
        {"capital_recovery_per_year", "r_K", "1/yr", 0.10, 0.075, 0.125,
         "rate at which farm capital recovers", "assumed: herds recover in about a decade"},
        {"growth_summer_peak", "mg_1", "1", 0.28, 0.21, 0.35,
         "part of the year at which the summer crop grows most", "assumed: mid-April"},
        {"growth_summer_sharpness", "kg_1", "1", 4, 3, 5,
         "concentration of the summer crop's growth", "assumed: about four months"},
        {"growth_autumn_peak", "mg_2", "1", 0.57, 0.4275, 0.7125,
         "part of the year at which the autumn crop grows most", "assumed: late July"},
        {"growth_autumn_sharpness", "kg_2", "1", 6, 4.5, 7.5,
         "concentration of the autumn crop's growth", "assumed: about three months"},
        {"harvest_summer_peak", "mh_1", "1", 0.46, 0.345, 0.575,
         "part of the year at which the summer crop is brought in", "assumed: mid-June"},
        {"harvest_summer_sharpness", "kh_1", "1", 12, 9, 15, "concentration of the summer harvest",
         "assumed: about two months"},
        {"harvest_autumn_peak", "mh_2", "1", 0.76, 0.57, 0.95,
         "part of the year at which the autumn crop is brought in", "assumed: early October"},
        {"harvest_autumn_sharpness", "kh_2", "1", 7, 5.25, 8.75,
         "concentration of the autumn harvest", "assumed: about three months"},
        {"rot_summer_peak", "mr_1", "1", 0.58, 0.435, 0.725,
         "part of the year at which a standing summer crop is lost", "assumed: late July"},
        {"rot_summer_sharpness", "kr_1", "1", 6, 4.5, 7.5,
         "concentration of the loss of the summer crop", "assumed: about three months"},
        {"rot_autumn_peak", "mr_2", "1", 0.90, 0.675, 1.125,
         "part of the year at which a standing autumn crop is lost", "assumed: late November"},
        {"rot_autumn_sharpness", "kr_2", "1", 6, 4.5, 7.5,
         "concentration of the loss of the autumn crop", "assumed: about three months"},
        // Reports and belief
        {"exaggeration_per_level", "e_l", "1", 0.16, 0.05, 0.3,
         "log ratio that each level of the hierarchy adds at full pressure",
         "Fan, Xiong & Zhou 2016; the claim of 375 Mt for 1958"},
        {"report_lag_years", "tau_r", "yr", 0.06, 0.045, 0.075,
         "time a report takes from one level to the next", "assumed: about three weeks"},
        {"belief_lag_years", "tau_b", "yr", 0.8, 0.2, 1.5,
         "time in which the centre's belief follows the reports", "Meng, Qian & Yared 2015"},
        {"pressure_lull", "p_1", "1", 0.5, 0, 1.2,
         "pressure on local officials between the Zhengzhou meeting and Lushan, spring 1959",
         "prior: half the peak of autumn 1958"},
        {"pressure_lushan", "p_2", "1", 1.0, 0.3, 1.8,
         "pressure after Lushan, from autumn 1959 to the Twelve Articles",
         "prior: the peak of autumn 1958"},
        // Procurement and resale
        {"quota_rate_level", "rho", "1", 0.26, 0.22, 0.29,
         "gross procurement target as a share of the believed harvest",
         "gross procurement over output, 1957; planned for 1959: 57.75 Mt (CCRD_SUMMER59), 0.23 of "
         "the 250 Mt then claimed for 1958"},
        {"quota_by_needs", "eta", "1", 0.3, 0, 1,
         "weight of the needs of towns, industry and trade in the quota: 0 belief alone, 1 needs "
         "alone",
         "Dikotter 2010 against Fan, Xiong & Zhou 2016"},
        {"reaction_death_rate_per_year", "m_0", "1/yr", 0.06, 0.02, 0.14,
         "death rate of villagers by hunger at which half of pressure and quota is carried out",
         "assumed: the rate of Anhui in 1960, unverified"},
        {"resale_share", "x0", "1", 0.34, 0.25, 0.45,
         "share of last year's gross procurement sold back to the villages",
         "gross less net procurement, SSB"},
        {"memory_years", "tau_M", "yr", 1, 0.75, 1.25,
         "memory of procurement on which resale is planned", "assumed: one year's plan"},
        {"planned_urban_ration_kg", "c_u0", "kg", 196, 147, 245,
         "urban ration on which the quota of 1957 was planned",
         "assumed: the ration of 1957, LUO2006"},
        {"planned_export_mt", "ex_0", "Mt/yr", 2.09, 1.5675, 2.6125,
         "export on which the quota of 1957 was planned", "assumed: the export of 1957, FAN2008"},
        {"planned_import_mt", "im_0", "Mt/yr", 0.17, 0.1275, 0.2125,
         "import on which the quota of 1957 was planned", "assumed: the import of 1957, FAN2008"},
        {"procurement_summer_peak", "mp_1", "1", 0.54, 0.405, 0.675,
         "part of the year at which the summer quota is collected", "assumed: mid-July"},
        {"procurement_summer_sharpness", "kp_1", "1", 8, 6, 10,
         "concentration of the summer collection", "assumed: about ten weeks"},
        {"procurement_autumn_peak", "mp_2", "1", 0.87, 0.6525, 1.0875,
         "part of the year at which the autumn quota is collected", "assumed: mid-November"},
        {"procurement_autumn_sharpness", "kp_2", "1", 6, 4.5, 7.5,
         "concentration of the autumn collection", "assumed: about three months"},
        {"resale_peak", "m_x", "1", 0.33, 0.2475, 0.4125,
         "part of the year at which resale is largest", "assumed: the spring gap, late April"},
        {"resale_sharpness", "k_x", "1", 1, 0.75, 1.25, "concentration of resale",
         "assumed: spread over most of the year"},
        // The state's store
        {"state_grain_start_mt", "Z0", "Mt", 44, 24, 64, "grain in state stores on 1 January 1957",
         "stocks of June and September 1957"},
        {"other_state_use_mt", "o", "Mt/yr", 7, 4, 20,
         "industry, army and reserves, at the believed harvest of 1957",
         "what the state's grain account leaves open"},
        {"collection_cover_years", "T_p", "yr", 0.04, 0.03, 0.05,
         "cover at which collection and sowing slow down", "assumed: the last two weeks' grain"},
        {"protected_cover_years", "T_z", "yr", 0.03, 0.0225, 0.0375,
         "cover at which towns, exports and relief are cut", "assumed: served to the last"},
        {"slack_cover_years", "T_y", "yr", 0.3, 0.225, 0.375,
         "cover at which resale, crews and other uses are cut", "assumed: cut first"},
        {"crew_food_kg", "c_cr", "kg", 65, 48.75, 81.25,
         "trade grain for work crews, per rural head and year at full diversion",
         "assumed: heavy work's extra ration"},
        {"hinge_width", "w_h", "1", 0.02, 0.015, 0.025, "width of the smooth corner of (x)+",
         "assumed: small against every argument"},
        // The village's store
        {"village_grain_start_mt", "S0", "Mt", 85, 63.75, 106.25,
         "grain in the villages on 1 January 1957", "assumed: food and seed to the next harvest"},
        {"standing_summer_crop_start_mt", "B1_0", "Mt", 0.1, 0.075, 0.125,
         "summer crop on the fields on 1 January 1957", "assumed: dormant winter wheat"},
        {"wanted_ration_kg", "c_want", "kg", 290, 217.5, 362.5,
         "trade grain a rural person would eat in a year of plenty",
         "assumed: rations of good years in rich villages"},
        {"store_stretch_years", "T0", "yr", 0.35, 0.1, 0.6,
         "cover at which people begin to stretch the store", "rural rations, 1957-58"},
        {"spoilage_per_year", "l_s", "1/yr", 0.02, 0.015, 0.025,
         "share of the village store lost a year", "assumed: vermin and damp"},
        {"seed_share", "sd", "1", 0.08, 0.06, 0.10, "seed as a share of reference output",
         "assumed: common seed rates"},
        {"sowing_autumn_crop_peak", "ms_2", "1", 0.30, 0.225, 0.375,
         "part of the year at which the autumn crop is sown", "assumed: late April"},
        {"sowing_autumn_crop_sharpness", "ks_2", "1", 6, 4.5, 7.5, "concentration of spring sowing",
         "assumed: about three months"},
        {"sowing_summer_crop_peak", "ms_1", "1", 0.78, 0.585, 0.975,
         "part of the year at which the summer crop is sown", "assumed: mid-October"},
        {"sowing_summer_crop_sharpness", "ks_1", "1", 6, 4.5, 7.5, "concentration of autumn sowing",
         "assumed: about three months"},
        {"feed_share", "fd", "1", 0.10, 0.04, 0.16,
         "share of the harvest fed to animals at the farm capital of 1957",
         "rural rations against what was left in the villages"},
        {"canteen_waste", "om", "1", 0.08, 0.06, 0.10,
         "share of served grain wasted by canteens at a full store",
         "assumed: free eating in the autumn of 1958"},
        {"waste_power", "n_om", "1", 4, 3, 5, "how fast waste ends as the store runs down",
         "assumed: waste only while it looks full"},
        {"relief_target", "N_sight", "1", 0.9, 0.675, 1.0,
         "nutrition below which relief on sight is due", "assumed: a tenth below need"},
        {"concealment", "k_c", "1", 0.8, 0.6, 1.0, "share of need that full pressure hides",
         "Fan, Xiong & Zhou 2016; size assumed"},
        {"concealment_steepness", "s_c", "1", 2, 1.5, 2.5,
         "how fast concealment grows with pressure", "assumed: most of it at full pressure"},
        {"relief_floor", "f_M", "1", 1e-3, 0.75e-3, 1.25e-3,
         "relief share by procurement where nobody is seen to need any",
         "assumed: small; keeps the split defined"},
        // Bodies
        {"energy_need_kcal", "e0", "kcal/day", 2050, 1537.5, 2562.5, "energy a person needs",
         "assumed: Ashton et al. 1984, food balance"},
        {"other_food_kcal", "ng", "kcal/day", 220, 165, 275,
         "greens, tubers and meat from private plots at their extent of 1957",
         "assumed: a tenth of the diet"},
        {"mobilisation_need", "e1", "1", 0.5, 0, 1.25, "further need at full diversion of labour",
         "mortality of 1958-59"},
        {"nutrition_lag_years", "tau_N", "yr", 0.3, 0.225, 0.375,
         "time in which bodies follow their food", "assumed: reserves last about four months"},
        {"base_death_rate_per_year", "mu0", "1/yr", 0.011, 0.005, 0.03,
         "rural death rate without hunger", "assumed: registered rural rate of 1957"},
        {"base_death_decline_per_year", "k", "1/yr", 0, -0.02, 0.09,
         "yearly decline of the death rate without hunger", "assumed: none"},
        {"hunger_death_rate_per_year", "mu_x", "1/yr", 0.15, 0.02, 0.5,
         "further death rate of the starving", "crude death rates, 1957-62"},
        {"hunger_midpoint", "n50", "1", 0.60, 0.45, 0.75,
         "nutrition at which half of the further death rate acts", "crude death rates, 1957-62"},
        {"hunger_width", "w", "1", 0.11, 0.0825, 0.1375,
         "spread of the resistance to hunger (log scale)", "assumed: a narrow spread"},
        {"inequality_base", "sig0", "1", 0.08, 0.06, 0.10,
         "spread of access to food in quiet years (log scale)", "assumed: small within villages"},
        {"inequality_by_lies", "c_lies", "1", 0.7, 0, 2,
         "spread of what is left between places, per log ratio of claim to harvest",
         "Meng, Qian & Yared 2015"},
        {"inequality_by_burden", "c_burden", "1", 0, 0, 1.2,
         "spread of access per burden of procurement above that of the start",
         "assumed: not at work"},
        {"inequality_by_net_burden", "c_net", "1", 0, 0, 1.2,
         "spread of access per burden of procurement less returns above that of the start",
         "assumed: not at work"},
        {"least_share_left", "l_Y", "1", 0.1, 0.05, 0.2,
         "share of a harvest that is left whatever is taken", "assumed: what no collector finds"},
        {"urban_base_death_ratio", "q_u", "1", 0.78, 0.585, 0.975,
         "urban over rural death rate without hunger", "assumed: registered rates of 1957"},
        {"base_birth_rate_per_year", "b0", "1/yr", 0.037, 0.03, 0.06,
         "rural births a head and year at full conception", "crude birth rates, 1957-62"},
        {"fertility_midpoint", "f50", "1", 0.80, 0.7, 0.9,
         "nutrition at which half the conceptions fail", "crude birth rates, 1957-62"},
        {"fertility_width", "w_f", "1", 0.07, 0.0525, 0.0875, "width of the fall of conception",
         "assumed: a gradual fall"},
        {"conception_stage_years", "tau_G", "yr", 0.25, 0.1875, 0.3125,
         "one of three stages from conception to birth", "assumed: nine months in three stages"},
        {"birth_rebound_per_year", "reb", "1/yr", 0.8, 0.3, 2,
         "rate at which postponed births are made up", "crude birth rate of 1962"},
        {"mobilisation_birth_loss", "chi", "1", 0.6, 0, 1.2,
         "births lost at full diversion of labour", "crude birth rates, 1958-59"},
        {"urban_birth_ratio", "beta_u", "1", 1.2, 0.9, 1.5, "urban over rural births a head",
         "assumed: the registered rates, unverified"},
        {"rural_population_start_million", "P0", "million", 536.43, 402.3225, 670.5375,
         "rural population on 1 January 1957", "assumed: SSB_TABLE, end of 1956"},
        {"urban_population_start_million", "U0", "million", 91.85, 68.8875, 114.8125,
         "urban population on 1 January 1957", "assumed: SSB_TABLE, end of 1956"},
        {"people_cover_years", "T_m", "yr", 0.03, 0.0225, 0.0375,
         "cover at which migration ends for want of people", "assumed: never reached"},
        // Units
        {"grain_to_trade", "kappa", "1", 0.87, 0.6525, 1.0,
         "kg of trade grain from 1 kg of original grain",
         "assumed: Ministry of Grain tables, 0.870 in every year 1957-61"},
        {"kcal_per_kg", "q_k", "kcal/kg", 3500, 2625, 4375, "energy of a kilogram of trade grain",
         "assumed: food tables"},
        {"days_per_year", "", "days", 365, 360, 366, "days of a year", "assumed: calendar"},
    });
};

/// A constant's row, with the dimension of its value.
template <class D>
using ParameterKey = Key<Parameter, D>;

/// The values of all constants for one run.
template <Real T>
using Constants = Keyed<Parameter, T>;

/// The table's own values.
inline Constants<double> default_constants() {
    Constants<double> constants;
    for (std::size_t i = 0; i < Parameter::table.size(); ++i)
        constants.values[i] = Parameter::table[i].value;
    return constants;
}

/// Keys: `here[parameter::belief_lag_years]` is a quantity in years.
namespace parameter {
inline constexpr auto reference_output_mt =
    key<Parameter, unit::mt_per_year>("reference_output_mt");
inline constexpr auto area_elasticity = key<Parameter, unit::number>("area_elasticity");
inline constexpr auto labour_elasticity = key<Parameter, unit::number>("labour_elasticity");
inline constexpr auto capital_elasticity = key<Parameter, unit::number>("capital_elasticity");
inline constexpr auto technical_growth_per_year =
    key<Parameter, unit::per_year>("technical_growth_per_year");
inline constexpr auto commune_loss = key<Parameter, unit::number>("commune_loss");
inline constexpr auto disaster_loss = key<Parameter, unit::number>("disaster_loss");
inline constexpr auto base_disaster_share = key<Parameter, unit::number>("base_disaster_share");
inline constexpr auto work_midpoint = key<Parameter, unit::number>("work_midpoint");
inline constexpr auto work_width = key<Parameter, unit::number>("work_width");
inline constexpr auto harvest_rate_per_year =
    key<Parameter, unit::per_year>("harvest_rate_per_year");
inline constexpr auto rot_rate_per_year = key<Parameter, unit::per_year>("rot_rate_per_year");
inline constexpr auto summer_share = key<Parameter, unit::number>("summer_share");
inline constexpr auto capital_loss_per_year =
    key<Parameter, unit::per_year>("capital_loss_per_year");
inline constexpr auto capital_recovery_per_year =
    key<Parameter, unit::per_year>("capital_recovery_per_year");
inline constexpr auto growth_summer_peak = key<Parameter, unit::number>("growth_summer_peak");
inline constexpr auto growth_summer_sharpness =
    key<Parameter, unit::number>("growth_summer_sharpness");
inline constexpr auto growth_autumn_peak = key<Parameter, unit::number>("growth_autumn_peak");
inline constexpr auto growth_autumn_sharpness =
    key<Parameter, unit::number>("growth_autumn_sharpness");
inline constexpr auto harvest_summer_peak = key<Parameter, unit::number>("harvest_summer_peak");
inline constexpr auto harvest_summer_sharpness =
    key<Parameter, unit::number>("harvest_summer_sharpness");
inline constexpr auto harvest_autumn_peak = key<Parameter, unit::number>("harvest_autumn_peak");
inline constexpr auto harvest_autumn_sharpness =
    key<Parameter, unit::number>("harvest_autumn_sharpness");
inline constexpr auto rot_summer_peak = key<Parameter, unit::number>("rot_summer_peak");
inline constexpr auto rot_summer_sharpness = key<Parameter, unit::number>("rot_summer_sharpness");
inline constexpr auto rot_autumn_peak = key<Parameter, unit::number>("rot_autumn_peak");
inline constexpr auto rot_autumn_sharpness = key<Parameter, unit::number>("rot_autumn_sharpness");
inline constexpr auto exaggeration_per_level =
    key<Parameter, unit::number>("exaggeration_per_level");
inline constexpr auto report_lag_years = key<Parameter, unit::years>("report_lag_years");
inline constexpr auto belief_lag_years = key<Parameter, unit::years>("belief_lag_years");
inline constexpr auto pressure_lull = key<Parameter, unit::number>("pressure_lull");
inline constexpr auto pressure_lushan = key<Parameter, unit::number>("pressure_lushan");
inline constexpr auto quota_rate_level = key<Parameter, unit::number>("quota_rate_level");
inline constexpr auto quota_by_needs = key<Parameter, unit::number>("quota_by_needs");
inline constexpr auto reaction_death_rate_per_year =
    key<Parameter, unit::per_year>("reaction_death_rate_per_year");
inline constexpr auto resale_share = key<Parameter, unit::number>("resale_share");
inline constexpr auto memory_years = key<Parameter, unit::years>("memory_years");
inline constexpr auto planned_urban_ration_kg =
    key<Parameter, unit::number>("planned_urban_ration_kg");
inline constexpr auto planned_export_mt = key<Parameter, unit::mt_per_year>("planned_export_mt");
inline constexpr auto planned_import_mt = key<Parameter, unit::mt_per_year>("planned_import_mt");
inline constexpr auto procurement_summer_peak =
    key<Parameter, unit::number>("procurement_summer_peak");
inline constexpr auto procurement_summer_sharpness =
    key<Parameter, unit::number>("procurement_summer_sharpness");
inline constexpr auto procurement_autumn_peak =
    key<Parameter, unit::number>("procurement_autumn_peak");
inline constexpr auto procurement_autumn_sharpness =
    key<Parameter, unit::number>("procurement_autumn_sharpness");
inline constexpr auto resale_peak = key<Parameter, unit::number>("resale_peak");
inline constexpr auto resale_sharpness = key<Parameter, unit::number>("resale_sharpness");
inline constexpr auto state_grain_start_mt = key<Parameter, unit::mt>("state_grain_start_mt");
inline constexpr auto other_state_use_mt = key<Parameter, unit::mt_per_year>("other_state_use_mt");
inline constexpr auto collection_cover_years =
    key<Parameter, unit::years>("collection_cover_years");
inline constexpr auto protected_cover_years = key<Parameter, unit::years>("protected_cover_years");
inline constexpr auto slack_cover_years = key<Parameter, unit::years>("slack_cover_years");
inline constexpr auto crew_food_kg = key<Parameter, unit::number>("crew_food_kg");
inline constexpr auto hinge_width = key<Parameter, unit::number>("hinge_width");
inline constexpr auto village_grain_start_mt = key<Parameter, unit::mt>("village_grain_start_mt");
inline constexpr auto standing_summer_crop_start_mt =
    key<Parameter, unit::mt>("standing_summer_crop_start_mt");
inline constexpr auto wanted_ration_kg = key<Parameter, unit::number>("wanted_ration_kg");
inline constexpr auto store_stretch_years = key<Parameter, unit::years>("store_stretch_years");
inline constexpr auto spoilage_per_year = key<Parameter, unit::per_year>("spoilage_per_year");
inline constexpr auto seed_share = key<Parameter, unit::number>("seed_share");
inline constexpr auto sowing_autumn_crop_peak =
    key<Parameter, unit::number>("sowing_autumn_crop_peak");
inline constexpr auto sowing_autumn_crop_sharpness =
    key<Parameter, unit::number>("sowing_autumn_crop_sharpness");
inline constexpr auto sowing_summer_crop_peak =
    key<Parameter, unit::number>("sowing_summer_crop_peak");
inline constexpr auto sowing_summer_crop_sharpness =
    key<Parameter, unit::number>("sowing_summer_crop_sharpness");
inline constexpr auto feed_share = key<Parameter, unit::number>("feed_share");
inline constexpr auto canteen_waste = key<Parameter, unit::number>("canteen_waste");
inline constexpr auto waste_power = key<Parameter, unit::number>("waste_power");
inline constexpr auto relief_target = key<Parameter, unit::number>("relief_target");
inline constexpr auto concealment = key<Parameter, unit::number>("concealment");
inline constexpr auto concealment_steepness = key<Parameter, unit::number>("concealment_steepness");
inline constexpr auto relief_floor = key<Parameter, unit::number>("relief_floor");
inline constexpr auto energy_need_kcal = key<Parameter, unit::number>("energy_need_kcal");
inline constexpr auto other_food_kcal = key<Parameter, unit::number>("other_food_kcal");
inline constexpr auto mobilisation_need = key<Parameter, unit::number>("mobilisation_need");
inline constexpr auto nutrition_lag_years = key<Parameter, unit::years>("nutrition_lag_years");
inline constexpr auto base_death_rate_per_year =
    key<Parameter, unit::per_year>("base_death_rate_per_year");
inline constexpr auto base_death_decline_per_year =
    key<Parameter, unit::per_year>("base_death_decline_per_year");
inline constexpr auto hunger_death_rate_per_year =
    key<Parameter, unit::per_year>("hunger_death_rate_per_year");
inline constexpr auto hunger_midpoint = key<Parameter, unit::number>("hunger_midpoint");
inline constexpr auto hunger_width = key<Parameter, unit::number>("hunger_width");
inline constexpr auto inequality_base = key<Parameter, unit::number>("inequality_base");
inline constexpr auto inequality_by_lies = key<Parameter, unit::number>("inequality_by_lies");
inline constexpr auto inequality_by_burden = key<Parameter, unit::number>("inequality_by_burden");
inline constexpr auto inequality_by_net_burden =
    key<Parameter, unit::number>("inequality_by_net_burden");
inline constexpr auto least_share_left = key<Parameter, unit::number>("least_share_left");
inline constexpr auto urban_base_death_ratio =
    key<Parameter, unit::number>("urban_base_death_ratio");
inline constexpr auto base_birth_rate_per_year =
    key<Parameter, unit::per_year>("base_birth_rate_per_year");
inline constexpr auto fertility_midpoint = key<Parameter, unit::number>("fertility_midpoint");
inline constexpr auto fertility_width = key<Parameter, unit::number>("fertility_width");
inline constexpr auto conception_stage_years =
    key<Parameter, unit::years>("conception_stage_years");
inline constexpr auto birth_rebound_per_year =
    key<Parameter, unit::per_year>("birth_rebound_per_year");
inline constexpr auto mobilisation_birth_loss =
    key<Parameter, unit::number>("mobilisation_birth_loss");
inline constexpr auto urban_birth_ratio = key<Parameter, unit::number>("urban_birth_ratio");
inline constexpr auto rural_population_start_million =
    key<Parameter, unit::million>("rural_population_start_million");
inline constexpr auto urban_population_start_million =
    key<Parameter, unit::million>("urban_population_start_million");
inline constexpr auto people_cover_years = key<Parameter, unit::years>("people_cover_years");
inline constexpr auto grain_to_trade = key<Parameter, unit::number>("grain_to_trade");
inline constexpr auto kcal_per_kg = key<Parameter, unit::number>("kcal_per_kg");
inline constexpr auto days_per_year = key<Parameter, unit::number>("days_per_year");
}  // namespace parameter

/// What there is at the start of a run. The table's values, and the fitted ones, are those of
/// `start_of_the_table`; a run that starts at another date needs its own (Scenario::starting).
inline constexpr auto start_values = std::to_array<std::size_t>({
    parameter::rural_population_start_million.index,
    parameter::urban_population_start_million.index,
    parameter::village_grain_start_mt.index,
    parameter::state_grain_start_mt.index,
    parameter::standing_summer_crop_start_mt.index,
});
/// The date that the table's start values are of.
inline constexpr Instant start_of_the_table{1957, 0};

}  // namespace granary

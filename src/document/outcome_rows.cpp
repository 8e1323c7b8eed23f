#include <limits>

#include "granary/document/comparison.hpp"

namespace granary {
namespace {

double value_or_nan(const std::optional<Extreme>& extreme) {
    return extreme ? extreme->value : std::numeric_limits<double>::quiet_NaN();
}

template <std::optional<Extreme> Outcome::*extreme>
double extreme_value(const Outcome& outcome) {
    return value_or_nan(outcome.*extreme);
}

template <double Outcome::*sum>
double sum_value(const Outcome& outcome) {
    return outcome.*sum;
}

using O = Outcome;

const OutcomeRow rows[] = {
    {"lowest_ration_kg", "kg", "lowest ration, kg", 0, extreme_value<&O::lowest_ration_kg>,
     "lowest_ration_year", &O::lowest_ration_kg},
    {"excess_deaths_rural_million", "million", "excess deaths, rural, M", 1,
     sum_value<&O::excess_deaths_rural_million>},
    {"excess_deaths_urban_million", "million", "excess deaths, urban, M", 1,
     sum_value<&O::excess_deaths_urban_million>},
    {"excess_deaths_million", "million", "excess deaths, M", 1,
     sum_value<&O::excess_deaths_million>},
    {"births_lost_million", "million", "births lost, M", 1, sum_value<&O::births_lost_million>},
    {"procurement_net_mt", "Mt", "procured, net of resale, Mt", 1,
     sum_value<&O::procurement_net_mt>},
    {"export_mt", "Mt", "exported, Mt", 1, sum_value<&O::export_mt>},
    {"largest_claim", "1", "largest claim over harvest", 2, extreme_value<&O::largest_claim>,
     "largest_claim_year", &O::largest_claim},
};

}  // namespace

std::span<const OutcomeRow> outcome_rows() {
    return rows;
}

}  // namespace granary

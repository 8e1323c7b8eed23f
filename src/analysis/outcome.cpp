#include "granary/analysis/outcome.hpp"

namespace granary {

Outcome outcome(std::span<const YearFigures> years) {
    const auto of = [&](const char* name) { return run_measure_called(name).of(years); };
    const auto extreme = [&](const char* name) { return run_measure_called(name).extreme(years); };
    return {.lowest_ration_kg = extreme("lowest_ration_kg"),
            .largest_claim = extreme("largest_claim"),
            .largest_take = extreme("largest_take"),
            .excess_deaths_million = of("excess_deaths_million"),
            .excess_deaths_rural_million = of("excess_deaths_rural_million"),
            .excess_deaths_urban_million = of("excess_deaths_urban_million"),
            .births_lost_million = of("births_lost_million"),
            .procurement_net_mt = of("procurement_net_mt"),
            .export_mt = of("export_mt")};
}

Outcome outcome(const Trajectory<double>& run, Area area) {
    return outcome(yearly(run, area));
}

}  // namespace granary

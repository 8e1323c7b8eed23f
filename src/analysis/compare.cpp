#include "granary/analysis/compare.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>

namespace granary {
namespace {

double ration(const Figures<double>& f) {
    return f.rural_ration_kg;
}
double claim_over_harvest(const Figures<double>& f) {
    return f.output_reported_mt / f.output_actual_mt;
}
double take_over_harvest(const Figures<double>& f) {
    return f.procurement_net_mt / f.output_actual_mt;
}

/// The first year whose figure no other is better than.
template <class Better>
std::optional<Extreme> extreme(std::span<const YearFigures> years,
                               double (*figure)(const Figures<double>&), Better better) {
    std::optional<Extreme> found;
    for (const auto& y : years) {
        const double value = figure(y.figures);
        if (!std::isfinite(value)) continue;
        if (!found || better(value, found->value)) found = Extreme{y.year, value};
    }
    return found;
}

void add(const Figures<double>& f, Outcome& sum) {
    sum.excess_deaths_million += f.excess_deaths_million;
    sum.excess_deaths_rural_million += f.excess_deaths_rural_million;
    sum.excess_deaths_urban_million += f.excess_deaths_urban_million;
    sum.births_lost_million += f.births_lost_million;
    sum.procurement_net_mt += f.procurement_net_mt;
    sum.export_mt += f.export_mt;
}

}  // namespace

std::vector<YearFigures> comparable_years(std::span<const YearFigures> years) {
    std::vector<YearFigures> whole;
    std::copy_if(years.begin(), years.end(), std::back_inserter(whole),
                 [](const YearFigures& y) { return y.whole; });
    return whole.empty() ? std::vector<YearFigures>(years.begin(), years.end()) : whole;
}

Outcome outcome(std::span<const YearFigures> years) {
    const auto compared = comparable_years(years);
    Outcome result;
    result.lowest_ration_kg = extreme(compared, ration, std::less<>{});
    result.largest_claim = extreme(compared, claim_over_harvest, std::greater<>{});
    result.largest_take = extreme(compared, take_over_harvest, std::greater<>{});
    for (const auto& y : years) add(y.figures, result);
    return result;
}

Outcome outcome(const Trajectory<double>& run, Area area) {
    return outcome(yearly(run, area));
}

}  // namespace granary

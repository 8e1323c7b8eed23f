#include "granary/analysis/run_measures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

#include "granary/foundation/error.hpp"
#include "granary/foundation/unit_style.hpp"

namespace granary {
namespace {

using F = Figures<double>;

/// A figure's sum over the run, under the figure's name; called otherwise where the label of a year
/// does not fit all of them.
constexpr RunMeasure sum_of(double F::*figure, std::string_view label = {}) {
    const auto& column = column_of<double>(figure);
    return {column.name,    column.unit,  label.empty() ? column.label : label,
            column.meaning, Reading::sum, figure};
}

constexpr RunMeasure measures[] = {
    {"lowest_ration_kg", "kg", "lowest ration", "rural ration of the year in which it is lowest",
     Reading::lowest, &F::rural_ration_kg},
    {"lowest_ration_year", "yr", "year of the lowest ration",
     "the year in which the rural ration is lowest", Reading::year_of_lowest, &F::rural_ration_kg},
    sum_of(&F::excess_deaths_million),
    sum_of(&F::excess_deaths_rural_million, "excess deaths, rural"),
    sum_of(&F::excess_deaths_urban_million, "excess deaths, urban"),
    sum_of(&F::births_lost_million),
    {"largest_claim", "1", "largest claim over harvest",
     "published claim over harvest in the year in which it is largest", Reading::largest,
     &F::output_reported_mt, &F::output_actual_mt},
    {"largest_take", "1", "largest take over harvest",
     "net procurement over harvest in the year in which it is largest", Reading::largest,
     &F::procurement_net_mt, &F::output_actual_mt},
    sum_of(&F::procurement_net_mt, "procured, net of resale"),
    sum_of(&F::export_mt, "exported"),
};

bool is_whole(const YearFigures& year) {
    return year.whole;
}

double value_of(const RunMeasure& measure, const F& figures) {
    const double value = figures.*measure.figure;
    return measure.per != nullptr ? value / figures.*measure.per : value;
}

}  // namespace

std::span<const RunMeasure> run_measures() {
    return measures;
}

const RunMeasure& run_measure_called(std::string_view name) {
    for (const auto& measure : run_measures())
        if (measure.name == name) return measure;
    throw NotFound(fmt::format("no measure of a run \"{}\"", name));
}

std::vector<YearFigures> comparable_years(std::span<const YearFigures> years) {
    std::vector<YearFigures> whole;
    std::copy_if(years.begin(), years.end(), std::back_inserter(whole), is_whole);
    return whole.empty() ? std::vector<YearFigures>(years.begin(), years.end()) : whole;
}

std::string RunMeasure::heading() const {
    const auto style = unit_style(unit);
    return style.heading.empty() ? std::string(label) : fmt::format("{}, {}", label, style.heading);
}

/// The first year whose figure no other is better than. A share of the harvest needs the whole
/// year's: before the summer there is next to none, and what is taken stands over nothing.
std::optional<Extreme> RunMeasure::extreme(std::span<const YearFigures> years) const {
    if (reading == Reading::sum) return std::nullopt;
    const bool whole_alone = per != nullptr || std::any_of(years.begin(), years.end(), is_whole);
    std::optional<Extreme> found;
    for (const auto& year : years) {
        const double value = value_of(*this, year.figures);
        if ((whole_alone && !year.whole) || !std::isfinite(value)) continue;
        const bool better =
            !found || (reading == Reading::largest ? value > found->value : value < found->value);
        if (better) found = Extreme{year.year, value, year.whole};
    }
    return found;
}

double RunMeasure::of(std::span<const YearFigures> years) const {
    if (reading == Reading::sum) {
        double sum = 0;
        for (const auto& year : years) sum += value_of(*this, year.figures);
        return sum;
    }
    const auto found = extreme(years);
    if (!found) return std::numeric_limits<double>::quiet_NaN();
    return reading == Reading::year_of_lowest ? found->year : found->value;
}

std::optional<std::string> RunMeasure::year_name() const {
    if (reading == Reading::sum) return std::nullopt;
    auto base = name;
    const auto unit_at_end = "_" + std::string(unit);
    if (base.ends_with(unit_at_end)) base.remove_suffix(unit_at_end.size());
    return std::string(base) + "_year";
}

}  // namespace granary

#include "granary/analysis/finding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "granary/analysis/tested.hpp"
#include "granary/foundation/unit_style.hpp"

namespace granary {
namespace {

/// Below these a difference is not worth a word: it would not show in the digits printed.
constexpr double least_kg = least_said("kg"), least_million = least_said("million"),
                 least_exaggeration = least_said("1");

const Figures<double>& figures_of(std::span<const YearFigures> years, int year) {
    const auto found = std::find_if(years.begin(), years.end(),
                                    [&](const YearFigures& y) { return y.year == year; });
    return found->figures;
}

std::vector<YearFigures> with_ration(std::span<const YearFigures> years) {
    auto kept = comparable_years(years);
    std::erase_if(kept,
                  [](const YearFigures& y) { return !std::isfinite(y.figures.rural_ration_kg); });
    return kept;
}

std::string less_by(double from, double to) {
    const double percent = 100 * (from - to) / from;
    return percent < 1 ? "less than 1% less" : fmt::format("{:.0f}% less", percent);
}

std::string one_year_ration(const YearFigures& only) {
    const double kg = only.figures.rural_ration_kg;
    return only.whole
               ? fmt::format("In {} villagers are served {:.0f} kg of grain a head", only.year, kg)
               : fmt::format(
                     "In the part of {} that was run, villagers are served grain at "
                     "a yearly rate of {:.0f} kg a head",
                     only.year, kg);
}

std::string ration_clause(std::span<const YearFigures> years) {
    const auto fed = with_ration(years);
    if (fed.empty()) return "No rural ration can be given, for too few people live in the villages";
    if (fed.size() == 1) return one_year_ration(fed.front());
    const auto lowest = *outcome(fed).lowest_ration_kg;
    const double first = fed.front().figures.rural_ration_kg;
    if (lowest.year == fed.front().year)
        return fmt::format("The rural ration never falls below the {:.0f} kg a head of {}", first,
                           lowest.when());
    return fmt::format(
        "The rural ration falls from {:.0f} kg a head in {} to {:.0f} kg in {}, its "
        "lowest ({})",
        first, fed.front().in_words(), lowest.value, lowest.when(), less_by(first, lowest.value));
}

std::string claim_clause(std::span<const YearFigures> years, const Outcome& sum) {
    if (!sum.largest_claim) return "no whole year has a harvest";
    if (sum.largest_claim->value < 1 + least_exaggeration) return "claims keep to the harvest";
    const int year = sum.largest_claim->year;
    const auto& f = figures_of(years, year);
    return fmt::format("the claim for {} is {:.0f} Mt where {:.0f} Mt were harvested", year,
                       f.output_reported_mt, f.output_actual_mt);
}

std::string take_clause(std::span<const YearFigures> years, const Outcome& sum) {
    if (!sum.largest_take || sum.largest_take->value <= 0)
        return "the state takes nothing, net of resale";
    const int year = sum.largest_take->year;
    const auto& f = figures_of(years, year);
    const std::string when = comparable_years(years).size() == 1
                                 ? std::string()
                                 : fmt::format("its largest share of a harvest in {}, ", year);
    return fmt::format("the state takes {}{:.0f} of {:.0f} Mt, net of resale", when,
                       f.procurement_net_mt, f.output_actual_mt);
}

struct RegionOutcome {
    std::string_view name;
    Outcome sum;
};

std::string region_part(const RegionOutcome& region) {
    return fmt::format("{:.0f} kg in {} ({})", region.sum.lowest_ration_kg->value, region.name,
                       region.sum.lowest_ration_kg->when());
}

std::string region_deaths(const RegionOutcome& region) {
    return fmt::format(", where {:.1f} million", region.sum.excess_deaths_million);
}

/// The regions that fell lowest and least low; empty where there are not two to compare.
std::string regions_clause(std::span<const RegionYears> regions, bool tested) {
    std::vector<RegionOutcome> fed;
    for (const auto& region : regions) {
        auto sum = outcome(region.years);
        if (sum.lowest_ration_kg) fed.push_back({region.name, sum});
    }
    if (fed.size() < 2) return {};
    const auto lower = [](const RegionOutcome& a, const RegionOutcome& b) {
        return a.sum.lowest_ration_kg->value < b.sum.lowest_ration_kg->value;
    };
    const auto [worst, best] = std::minmax_element(fed.begin(), fed.end(), lower);
    if (best->sum.lowest_ration_kg->value - worst->sum.lowest_ration_kg->value < least_kg)
        return "; the lowest rations of the regions differ by less than a kilogram";
    if (!tested)
        return fmt::format("; by region the lowest ration ranges from {} to {}",
                           region_part(*worst), region_part(*best));
    return fmt::format("; by region the lowest ration ranges from {}{} die of hunger, to {}{} do",
                       region_part(*worst), region_deaths(*worst), region_part(*best),
                       region_deaths(*best));
}

std::string deaths_clause(const Outcome& first, const Outcome& second,
                          std::string_view over_readings) {
    const auto range = over_readings.empty() ? std::string() : fmt::format("; {}", over_readings);
    const double before = first.excess_deaths_million, after = second.excess_deaths_million;
    if (std::fabs(after - before) < least_million)
        return fmt::format("as many people die of hunger ({:.1f} million{})", after, range);
    return fmt::format(
        "{:.1f} million {} people die of hunger ({:.1f} instead of {:.1f} million{})",
        std::fabs(after - before), after < before ? "fewer" : "more", after, before, range);
}

std::string lowest_clause(const Extreme& before, const Extreme& after) {
    if (std::fabs(after.value - before.value) < least_kg)
        return fmt::format("the lowest rural ration is the same, {:.0f} kg a head in {}",
                           after.value, after.when());
    return fmt::format("the lowest rural ration is {:.0f} kg a head ({}) instead of {:.0f} kg ({})",
                       after.value, after.when(), before.value, before.when());
}

/// "but" where more die on a higher ration or fewer on a lower one.
std::string_view conjunction(const Outcome& first, const Outcome& second) {
    const double died = second.excess_deaths_million - first.excess_deaths_million;
    const double fed = second.lowest_ration_kg->value - first.lowest_ration_kg->value;
    return died * fed > 0 && std::fabs(died) >= least_million && std::fabs(fed) >= least_kg ? "but"
                                                                                            : "and";
}

}  // namespace

std::string finding(std::span<const YearFigures> nation, std::span<const RegionYears> regions,
                    bool tested) {
    const Outcome sum = outcome(nation);
    std::string text = fmt::format("{}; {}", ration_clause(nation), claim_clause(nation, sum));
    if (sum.largest_claim) text += ", and " + take_clause(nation, sum);
    return text + regions_clause(regions, tested) + ".";
}

std::string finding(const Scenario& scenario, const Trajectory<double>& run) {
    std::vector<RegionYears> regions;
    const auto& names = run.region_names();
    for (std::size_t r = 0; names.size() > 1 && r < names.size(); ++r)
        regions.push_back({names[r], yearly(run, r)});
    return finding(yearly(run), regions, causes_untested(scenario, run).empty());
}

namespace {

/// Without a word of deaths.
std::string ration_comparison(std::string_view first_title, const Outcome& first,
                              std::string_view second_title, const Outcome& second) {
    if (!first.lowest_ration_kg || !second.lowest_ration_kg) return {};
    return fmt::format("With \"{}\" instead of \"{}\", {}.", second_title, first_title,
                       lowest_clause(*first.lowest_ration_kg, *second.lowest_ration_kg));
}

}  // namespace

std::string comparison(std::string_view first_title, const Outcome& first,
                       std::string_view second_title, const Outcome& second, bool tested,
                       std::string_view over_readings) {
    if (!tested) return ration_comparison(first_title, first, second_title, second);
    std::string text = fmt::format("With \"{}\" instead of \"{}\", {}", second_title, first_title,
                                   deaths_clause(first, second, over_readings));
    if (first.lowest_ration_kg && second.lowest_ration_kg)
        text += fmt::format(", {} {}", conjunction(first, second),
                            lowest_clause(*first.lowest_ration_kg, *second.lowest_ration_kg));
    return text + ".";
}

}  // namespace granary

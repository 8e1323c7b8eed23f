#include "granary/analysis/headlines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>

#include "granary/analysis/ladder.hpp"
#include "granary/foundation/unit_style.hpp"
#include "granary/run.hpp"

namespace granary {
namespace {

/// Below these a difference would not show in the digits printed.
constexpr double least_kg = least_said("kg"), least_million = least_said("million"),
                 least_exaggeration = least_said("1");

/// A value of each run, where it has one.
using Measure = std::function<std::optional<double>(const Trajectory<double>&)>;
using Words = std::function<std::string(double)>;

struct Found {
    std::string_view title;
    double value;
};

std::vector<Found> measured(std::span<const TitledRun> runs, const Measure& measure) {
    std::vector<Found> found;
    for (const auto& titled : runs)
        if (const auto value = measure(*titled.run)) found.push_back({titled.title, *value});
    return found;
}

std::vector<TitledRun> tested_ones(std::span<const TitledRun> runs) {
    std::vector<TitledRun> tested;
    for (const auto& run : runs)
        if (run.tested) tested.push_back(run);
    return tested;
}

constexpr const char* no_toll = "No toll is given: outside of what the equations were made for";

/// "WHAT ranges from 154 kg (A) to 162 kg (B)"; "is 154 kg in all" where the words do not differ.
std::string range(std::string_view what, std::span<const TitledRun> runs, const Measure& measure,
                  const Words& words) {
    const auto found = measured(runs, measure);
    if (found.empty()) return fmt::format("{}: none to show", what);
    const auto [low, high] =
        std::minmax_element(found.begin(), found.end(),
                            [](const Found& a, const Found& b) { return a.value < b.value; });
    if (words(low->value) == words(high->value))
        return fmt::format("{} is {} in all", what, words(low->value));
    return fmt::format("{} ranges from {} ({}) to {} ({})", what, words(low->value), low->title,
                       words(high->value), high->title);
}

std::optional<double> value_of(const std::optional<Extreme>& extreme) {
    return extreme ? std::optional(extreme->value) : std::nullopt;
}

std::string times(double ratio) {
    return fmt::format("{:.2f} times the harvest", ratio);
}

std::string millions(double value) {
    return fmt::format("{:.1f} million", value < least_million ? 0.0 : value);
}

std::string one_ration(const Trajectory<double>& run) {
    const auto years = comparable_years(yearly(run));
    const auto lowest = outcome(years).lowest_ration_kg;
    const auto& first = years.front();
    const double start = first.figures.rural_ration_kg;
    if (!lowest) return "Too few people live in the villages for a rural ration";
    if (years.size() == 1 && !first.whole)
        return fmt::format("In {} the rural ration is {:.0f} kg a head, as a yearly rate",
                           first.in_words(), lowest->value);
    if (!std::isfinite(start) || lowest->year == first.year || start - lowest->value < least_kg)
        return fmt::format("The rural ration never falls below {:.0f} kg a head, that of {}",
                           lowest->value, lowest->when());
    return fmt::format("The rural ration falls from {:.0f} kg a head in {} to {:.0f} kg in {}",
                       start, first.in_words(), lowest->value, lowest->when());
}

constexpr const char* no_harvest = "No whole year has a harvest";

std::string one_claim(const Trajectory<double>& run) {
    const auto largest = outcome(run).largest_claim;
    if (!largest) return no_harvest;
    if (largest->value < 1 + least_exaggeration) return "Claims keep to the harvest";
    const auto f = run.annual(largest->year);
    return fmt::format("For {} the claim is {:.0f} Mt where {:.0f} Mt were harvested",
                       largest->year, f.output_reported_mt, f.output_actual_mt);
}

std::string one_take(const Trajectory<double>& run) {
    const auto largest = outcome(run).largest_take;
    if (!largest) return no_harvest;
    if (largest->value <= 0) return "The state takes nothing, net of resale";
    const auto f = run.annual(largest->year);
    return fmt::format("In {} the state takes {:.0f} of {:.0f} Mt harvested, net of resale",
                       largest->year, f.procurement_net_mt, f.output_actual_mt);
}

double village_store(const Trajectory<double>& run, std::size_t row) {
    double total = 0;
    for (std::size_t r = 0; r < run.layout().regions; ++r)
        total += bare(run.stock(stock::village_grain, row, r));
    return total;
}

std::size_t lowest_store(const Trajectory<double>& run) {
    std::size_t lowest = 0;
    for (std::size_t row = 1; row < run.times().size(); ++row)
        if (village_store(run, row) < village_store(run, lowest)) lowest = row;
    return lowest;
}

std::string one_store(const Trajectory<double>& run) {
    constexpr std::string_view months[] = {"January",   "February", "March",    "April",
                                           "May",       "June",     "July",     "August",
                                           "September", "October",  "November", "December"};
    const auto row = lowest_store(run);
    const auto at = date_time(run.times()[row]);
    return fmt::format("The villages' stores are lowest in {} {}, at {:.0f} Mt",
                       months[at.month - 1], at.year, village_store(run, row));
}

/// " (14.9 to 28.2 over 8 readings)" where other readings were run.
std::string over_readings(const TitledRun& titled) {
    const auto range = short_range_over_readings(titled.tolls);
    return range.empty() ? range : fmt::format(" ({})", range);
}

/// " by the reading un" where all runs are of one.
std::string by_reading(std::span<const TitledRun> runs) {
    const auto reading = runs.front().run->reading();
    for (const auto& titled : runs)
        if (titled.run->reading() != reading) return {};
    return reading.empty() ? std::string() : fmt::format(" by the reading {}", reading);
}

std::string one_count(const TitledRun& titled) {
    const auto& run = *titled.run;
    const auto years = comparable_years(yearly(run));
    const auto worst = std::max_element(
        years.begin(), years.end(), [](const YearFigures& a, const YearFigures& b) {
            return a.figures.excess_deaths_million < b.figures.excess_deaths_million;
        });
    const double total = run.excess_deaths_million();
    if (total < least_million) return "No more people die than without hunger";
    if (!worst->whole)
        return fmt::format(
            "In {} people die at a yearly rate of {:.0f} of 1000; {:.1f} million "
            "excess deaths in all{}",
            worst->in_words(), worst->figures.crude_death_rate_per_1000, total,
            over_readings(titled));
    return fmt::format("In {} {:.0f} of 1000 people die; {:.1f} million excess deaths in all{}",
                       worst->in_words(), worst->figures.crude_death_rate_per_1000, total,
                       over_readings(titled));
}

std::string levels_in_words(std::size_t levels) {
    constexpr std::string_view words[] = {"No level",     "One level",    "Two levels",
                                          "Three levels", "Four levels",  "Five levels",
                                          "Six levels",   "Seven levels", "Eight levels"};
    return std::string(words[std::min(levels, std::size(words) - 1)]);
}

std::string one_ladder(const Trajectory<double>& run, int year) {
    const auto steps = ladder(run, year);
    const double claim = steps.claims_mt.back();
    const auto when = year_in_words(year, steps.whole_year);
    if (claim < steps.harvest_mt * (1 + least_exaggeration))
        return fmt::format("The reports of {} pass on the harvest as it was", when);
    return fmt::format("{} of reports make {:.0f} Mt of a harvest of {:.0f} Mt ({})",
                       levels_in_words(steps.claims_mt.size()), claim, steps.harvest_mt, when);
}

std::string one_overview(const TitledRun& titled) {
    const auto& run = *titled.run;
    if (!titled.tested) return fmt::format("{}; no toll is given", one_claim(run));
    return fmt::format("{}; {:.1f} million excess deaths{}", one_claim(run),
                       std::max(run.excess_deaths_million(), 0.0), over_readings(titled));
}

}  // namespace

std::string ration_headline(std::span<const TitledRun> runs) {
    if (runs.size() == 1) return one_ration(*runs.front().run);
    return range(
        "The lowest rural ration", runs,
        [](const auto& run) { return value_of(outcome(run).lowest_ration_kg); },
        [](double kg) { return fmt::format("{:.0f} kg a head", kg); });
}

std::string claim_headline(std::span<const TitledRun> runs) {
    if (runs.size() == 1) return one_claim(*runs.front().run);
    return range(
        "The largest claim", runs,
        [](const auto& run) { return value_of(outcome(run).largest_claim); }, times);
}

std::string take_headline(std::span<const TitledRun> runs) {
    if (runs.size() == 1) return one_take(*runs.front().run);
    return range(
        "The largest share of a harvest taken", runs,
        [](const auto& run) { return value_of(outcome(run).largest_take); },
        [](double share) { return fmt::format("{:.0f}%", 100 * share); });
}

std::string stores_headline(std::span<const TitledRun> runs) {
    if (runs.size() == 1) return one_store(*runs.front().run);
    return range(
        "The least in the villages' stores", runs,
        [](const auto& run) { return std::optional(village_store(run, lowest_store(run))); },
        [](double mt) { return fmt::format("{:.0f} Mt", mt); });
}

std::string deaths_headline(std::span<const TitledRun> runs) {
    if (runs.size() == 1) return runs.front().tested ? one_count(runs.front()) : no_toll;
    const auto told = tested_ones(runs);
    if (told.empty()) return no_toll;
    const auto text = range(
        told.size() == runs.size() ? "The number of excess deaths"
                                   : "Where a toll is given, the number of excess deaths",
        told, [](const auto& run) { return std::optional(run.excess_deaths_million()); }, millions);
    return text + by_reading(told);
}

std::string ladder_headline(std::span<const TitledRun> runs, int year) {
    if (runs.size() == 1) return one_ladder(*runs.front().run, year);
    const bool whole = std::all_of(runs.begin(), runs.end(), [&](const TitledRun& titled) {
        return ladder(*titled.run, year).whole_year;
    });
    return range(
        fmt::format("The claim for {}", year_in_words(year, whole)), runs,
        [&](const auto& run) {
            const auto steps = ladder(run, year);
            return std::optional(steps.claims_mt.back() / steps.harvest_mt);
        },
        times);
}

std::string overview_headline(std::span<const TitledRun> runs) {
    if (runs.size() == 1) return one_overview(runs.front());
    return deaths_headline(runs);
}

}  // namespace granary

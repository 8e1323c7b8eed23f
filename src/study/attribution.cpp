#include "granary/study/attribution.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <span>

#include "granary/analysis/outcome.hpp"
#include "granary/run.hpp"
#include "granary/study/shapley.hpp"

namespace granary {
namespace {

constexpr Coalition coalitions = all_drivers + 1;

Effects effects_of(const Figures<double>& figures) {
    Effects effects;
    for (const auto& column : effect_columns) effects.*column.value = figures.*column.figure.value;
    return effects;
}

Effects all_years(std::span<const YearFigures> years) {
    const auto whole = comparable_years(years);
    Effects all;
    for (const auto& column : effect_columns) {
        double sum = 0;
        for (const auto& y : column.summed ? years : std::span<const YearFigures>(whole))
            sum += y.figures.*column.figure.value;
        all.*column.value = column.summed ? sum : sum / static_cast<double>(whole.size());
    }
    return all;
}

/// A run's years, and all of them as one.
std::vector<Effects> effects_by_period(std::span<const YearFigures> years) {
    std::vector<Effects> effects;
    for (const auto& y : years) effects.push_back(effects_of(y.figures));
    effects.push_back(all_years(years));
    return effects;
}

/// What each coalition comes to: a row for each, a column for each period.
using Worth = std::vector<std::vector<Effects>>;

Worth run_coalitions(const Scenario& scenario, const Workers& workers) {
    Worth worth(coalitions);
    for_each_part(coalitions,
                  [&](std::size_t i) {
                      worth[i] = effects_by_period(yearly(simulate(with_drivers(scenario, i))));
                  },
                  {workers.threads, [&](std::size_t done) {
                       if (workers.proceed) workers.proceed(done);
                       return true;
                   }});
    return worth;
}

std::vector<double> column_of(const Worth& worth, std::size_t period, double Effects::*value) {
    std::vector<double> column;
    for (const auto& row : worth) column.push_back(row[period].*value);
    return column;
}

void attribute_column(const std::vector<double>& worth, double Effects::*value,
                      AttributedPeriod& period) {
    period.scenario.*value = worth.back();
    period.reference.*value = worth.front();
    period.whole.*value = worth.back() - worth.front();
    const auto shares = shapley_values(worth);
    for (std::size_t i = 0; i < drivers.size(); ++i) {
        const Coalition driver = Coalition{1} << i;
        auto& effects = period.by_driver[i];
        effects.shapley.*value = shares[i];
        effects.alone_added.*value = worth[driver] - worth.front();
        effects.alone_taken.*value = worth.back() - worth[all_drivers & ~driver];
    }
}

void add_interactions(const std::vector<double>& worth, double Effects::*value,
                      AttributedPeriod& period) {
    const auto pairs = shapley_interactions(worth);
    period.interactions.resize(pairs.size());
    for (std::size_t k = 0; k < pairs.size(); ++k) period.interactions[k].*value = pairs[k];
}

/// What the first year's figures are over a period: a sum counts it once a year, what is not summed
/// has none over a part of another year.
double base_of(const Effects& first, int first_year, const EffectColumn& column,
               const AttributedPeriod& period) {
    if (column.summed) return first.*column.value * years_between(period.from, period.to);
    const bool compares = !period.is_part_of_year || period.from.year == first_year;
    return compares ? first.*column.value : std::numeric_limits<double>::quiet_NaN();
}

/// The years in order, then all.
std::vector<AttributedPeriod> empty_periods(const Trajectory<double>& run) {
    std::vector<AttributedPeriod> found;
    for (const auto& year : periods(run, Every::year)) {
        AttributedPeriod period;
        period.label = year.label;
        period.from = year.from;
        period.to = year.to;
        period.is_part_of_year = !year.whole_year;
        found.push_back(std::move(period));
    }
    AttributedPeriod all;
    all.label = "all";
    all.from = found.front().from;
    all.to = found.back().to;
    found.push_back(std::move(all));
    return found;
}

}  // namespace

Attribution attribute(const Scenario& scenario, bool interactions, const Workers& workers) {
    const auto worth = run_coalitions(scenario, workers);
    const auto run = simulate(scenario);
    const auto first = comparable_years(yearly(run)).front();
    const auto base = effects_of(first.figures);
    Attribution result{first.year, empty_periods(run)};
    for (std::size_t p = 0; p < result.periods.size(); ++p) {
        auto& period = result.periods[p];
        for (const auto& column : effect_columns) {
            const auto values = column_of(worth, p, column.value);
            attribute_column(values, column.value, period);
            if (interactions) add_interactions(values, column.value, period);
            period.reference_change.*column.value =
                period.reference.*column.value - base_of(base, first.year, column, period);
        }
    }
    return result;
}

std::vector<WaterfallBar> waterfall(const Attribution& attribution, const AttributedPeriod& period,
                                    const EffectColumn& column) {
    const auto value = column.value;
    const double base = period.reference.*value - period.reference_change.*value;
    std::vector<WaterfallBar> bars{
        {fmt::format("{}", attribution.first_year), 0.0, base, true},
        {"reference change", base, period.reference.*value, false},
    };
    std::array<std::size_t, drivers.size()> order{};
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto size = [&](std::size_t i) { return abs(period.by_driver[i].shapley.*value); };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return size(a) > size(b); });
    for (const auto i : order) {
        const double from = bars.back().to;
        bars.push_back({std::string(drivers[i].name), from,
                        from + period.by_driver[i].shapley.*value, false, i});
    }
    bars.push_back({period.label, 0.0, period.scenario.*value, true});
    return bars;
}

}  // namespace granary

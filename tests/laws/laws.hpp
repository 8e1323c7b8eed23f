#pragma once
/// What is true for every scenario. Each law answers with how a scenario breaks it, or with
/// nothing; laws_test.cpp runs them all on every shipped scenario and on random ones.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

#include "granary/run.hpp"
#include "granary/state/balance.hpp"
#include "laws/alike.hpp"
#include "laws/figure_table.hpp"
#include "laws/whole_books.hpp"

namespace granary::laws {

/// How a law is broken; empty where it holds.
using Violation = std::string;

struct Law {
    std::string_view name;
    Violation (*violation)(const Scenario&);

    /// How GoogleTest names it.
    friend void PrintTo(const Law& law, std::ostream* os) { *os << law.name; }
};

inline Violation unless(bool holds, std::string what) {
    return holds ? Violation{} : std::move(what);
}

/// Holds where no figure differs by more than `tolerance` of its column's largest value.
inline Violation same_figures(const FigureTable& found, const FigureTable& expected,
                              double tolerance, double floor) {
    const auto worst = largest_difference(found, expected, floor);
    return unless(worst.size <= tolerance,
                  fmt::format("{} differs by {} of its column", worst.where, worst.size));
}

/// The stocks, the exaggeration of every level and the sums of all flows, at all recorded instants.
inline Violation stocks_and_flows_are_finite(const Scenario& scenario) {
    const auto run = simulate(scenario);
    for (std::size_t i = 0; i < run.states().size(); ++i)
        if (!std::isfinite(run.states()[i]))
            return fmt::format("value {} is not finite on {}", i % run.layout().size(),
                               date_text(run.times()[i / run.layout().size()]));
    return {};
}

inline Violation no_stock_is_below_zero(const Scenario& scenario) {
    constexpr double least = -1e-9;
    const auto run = simulate(scenario);
    const auto& layout = run.layout();
    for (std::size_t row = 0; row < run.times().size(); ++row) {
        const auto below = [&](std::size_t first, std::size_t stocks) {
            const double* begin = run.state(row) + first;
            const double* lowest = std::min_element(begin, begin + stocks);
            return unless(*lowest >= least,
                          fmt::format("stock {} is {} on {}", lowest - run.state(row), *lowest,
                                      date_text(run.times()[row])));
        };
        Violation found = below(0, NationStock::table.size());
        for (std::size_t r = 0; r < layout.regions; ++r)
            found += below(layout.region(r), RegionStock::table.size());
        if (!found.empty()) return found;
    }
    return {};
}

/// A figure is a number, or NaN where too few lived to have one per head; it is never infinite.
inline Violation only_per_head_figures_of_nobody_are_undefined(const Scenario& scenario) {
    const auto table = annual_table(simulate(scenario));
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        for (std::size_t column = 0; column < columns; ++column) {
            const double figure = table.rows[i][column];
            if (std::isfinite(figure)) continue;
            if (!std::isnan(figure) || !table.is_of_few(i, column, FigureTable::fewest_million))
                return fmt::format("{} of {} is {}", figure_columns<double>[column].name,
                                   table.years[i], figure);
        }
    return {};
}

/// Every stock changes by what flowed in less what flowed out, from each record to the next.
inline Violation every_stock_balances(const Scenario& scenario) {
    const auto run = simulate(scenario);
    for (std::size_t row = 0; row + 1 < run.times().size(); ++row) {
        const double worst = Books(run, row, row + 1).worst();
        if (!(worst <= 1e-9))
            return fmt::format("imbalance {} from {}", worst, date_text(run.times()[row]));
    }
    return {};
}

inline Violation grain_and_people_balance_as_wholes(const Scenario& scenario) {
    const auto run = simulate(scenario);
    for (std::size_t row = 1; row < run.times().size(); ++row)
        for (const auto& [what, balance] : {std::pair{"grain", grain_balance(run, 0, row)},
                                            std::pair{"people", people_balance(run, 0, row)}})
            if (!(balance.imbalance() <= 1e-9))
                return fmt::format("imbalance {} of {} by {}", balance.imbalance(), what,
                                   date_text(run.times()[row]));
    return {};
}

inline Violation without_pressure_claims_equal_harvests(const Scenario& scenario) {
    const auto run = simulate(scenario.with(lever::pressure, 0.0));
    for (const int year : run.years()) {
        const auto f = run.annual(year);
        if (!(distance(f.output_reported_mt, f.output_actual_mt) <= 1e-12 * f.output_actual_mt))
            return fmt::format("in {} {} Mt are claimed of {}", year, f.output_reported_mt,
                               f.output_actual_mt);
    }
    return {};
}

inline Violation ten_years_later_all_is_the_same(const Scenario& scenario) {
    return same_figures(annual_table(simulate(scenario.shifted(10))),
                        annual_table(simulate(scenario)), 1e-9, 1e-3);
}

inline Violation equal_regions_are_one(const Scenario& scenario) {
    const auto whole = simulate(scenario);
    for (const std::size_t parts : {2u, 3u}) {
        const auto split = simulate(split_regions(scenario, parts));
        auto found = same_figures(annual_table(split), annual_table(whole), 1e-10, 1);
        for (std::size_t r = 0; r < split.layout().regions && found.empty(); ++r)
            found = same_figures(annual_table(split, r).amounts_times(static_cast<double>(parts)),
                                 annual_table(whole, r / parts), 1e-10, 1);
        if (!found.empty()) return fmt::format("in {} parts {}", parts, found);
    }
    return {};
}

inline Violation half_a_country_is_the_same_per_head(const Scenario& scenario) {
    return same_figures(annual_table(simulate(half_country(scenario))).amounts_times(2),
                        annual_table(simulate(scenario)), 1e-10, 1);
}

inline FigureTable with_half_the_step(Scenario scenario) {
    scenario.largest_step_years *= 0.5;
    return annual_table(simulate(scenario));
}

/// 0.1% of the largest value that a column takes in the run.
inline Violation half_the_step_changes_no_figure(const Scenario& scenario) {
    return same_figures(annual_table(simulate(scenario)), with_half_the_step(scenario), 1e-3, 1e-6);
}

/// The same for any scenario at all, where the bound does not hold in every case: see
/// step_test.cpp, which counts the exceptions. No figure moves by more than 2% of its column's
/// largest value, or of one unit.
inline Violation half_the_step_changes_figures_little(const Scenario& scenario) {
    return same_figures(annual_table(simulate(scenario)), with_half_the_step(scenario), 0.02, 1);
}

inline constexpr std::array laws_of_any_scenario = std::to_array<Law>({
    {"StocksAndFlowsAreFinite", stocks_and_flows_are_finite},
    {"NoStockIsBelowZero", no_stock_is_below_zero},
    {"OnlyPerHeadFiguresOfNobodyAreUndefined", only_per_head_figures_of_nobody_are_undefined},
    {"EveryStockBalances", every_stock_balances},
    {"GrainAndPeopleBalanceAsWholes", grain_and_people_balance_as_wholes},
    {"WithoutPressureClaimsEqualHarvests", without_pressure_claims_equal_harvests},
    {"TenYearsLaterAllIsTheSame", ten_years_later_all_is_the_same},
    {"EqualRegionsAreOne", equal_regions_are_one},
    {"HalfACountryIsTheSamePerHead", half_a_country_is_the_same_per_head},
    {"HalfTheStepChangesFiguresLittle", half_the_step_changes_figures_little},
});

inline constexpr std::array laws_of_shipped_scenarios = std::to_array<Law>({
    {"HalfTheStepChangesNoFigure", half_the_step_changes_no_figure},
});

}  // namespace granary::laws

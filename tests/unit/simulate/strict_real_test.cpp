/// The model asks nothing of a Real that the concept does not name, and does the same arithmetic
/// with every Real.

#include "support/strict_real.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"
#include "granary/simulate.hpp"

namespace granary {
namespace {

using support::Strict;

Constants<Strict> strict(const Constants<double>& constants) {
    Constants<Strict> result;
    for (std::size_t i = 0; i < result.values.size(); ++i) result.values[i] = constants.values[i];
    return result;
}

/// Same bits, any NaN being like any other.
bool same(double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) ||
           (std::isnan(a) && std::isnan(b));
}

Schedule line(double from, double to) {
    return Schedule::linear({{month_start(1957, 6), Height::number(from), {}},
                             {month_start(1958, 3), Height::number(to), {}}});
}

/// Two years in which every lever moves, in two regions of which one has its own pressure.
Scenario eventful() {
    Scenario scenario;
    scenario.end = month_start(1959, 1);
    for (std::size_t i = 0; i < Lever::table.size(); ++i) {
        const auto& row = Lever::table[i];
        scenario.levers[i] = line(0.9 * row.low + 0.1 * row.high, 0.6 * row.low + 0.4 * row.high);
    }
    scenario.regions = {{"modest", 0.4, {}}, {"zealous", 0.6, {}}};
    scenario.regions[1].levers[lever::pressure.index] = Schedule::linear(
        {{month_start(1957, 8), Height::number(0), {}},
         {month_start(1958, 6), Height::named(parameter::pressure_lull.index), {}}});
    return scenario;
}

void expect_the_bits_of_a_double_run(const Scenario& scenario) {
    const auto expected = simulate(scenario);
    const auto found = simulate<Rooms>(scenario, strict(scenario.constants));
    ASSERT_EQ(found.states().size(), expected.states().size());
    for (std::size_t i = 0; i < expected.states().size(); ++i)
        ASSERT_TRUE(same(found.states()[i].value(), expected.states()[i])) << i;
}

void expect_the_same_figures(const Scenario& scenario, Area area) {
    const auto expected = simulate(scenario).annual(1957, area);
    const auto found = simulate<Rooms>(scenario, strict(scenario.constants)).annual(1957, area);
    for (std::size_t i = 0; i < figure_columns<double>.size(); ++i) {
        const double value = expected.*(figure_columns<double>[i].value);
        const Strict other = found.*(figure_columns<Strict>[i].value);
        EXPECT_TRUE(same(other.value(), value)) << figure_columns<double>[i].name;
    }
}

TEST(StrictReal, RunsTheWholeModelWithTheBitsOfADouble) {
    expect_the_bits_of_a_double_run(Scenario{});
    expect_the_bits_of_a_double_run(eventful());
}

TEST(StrictReal, RunsEveryShippedScenarioWithTheBitsOfADouble) {
    for (const auto& shipped : shipped_scenarios()) {
        SCOPED_TRACE(shipped.name);
        expect_the_bits_of_a_double_run(load_scenario(shipped.name));
    }
}

TEST(StrictReal, GivesTheSameFigures) {
    expect_the_same_figures(eventful(), whole_nation);
    expect_the_same_figures(eventful(), 1);
}

TEST(StrictReal, RunsWithForcingAtAnyTime) {
    const auto scenario = eventful();
    const auto piece = pieces(scenario).front();
    Model<Strict, Rooms, ExactForcing<Strict>> exact(scenario, strict(scenario.constants));
    Model<double, Rooms, ExactForcing<double>> plain(scenario, scenario.constants);
    exact.enter(piece);
    plain.enter(piece);
    const auto x = exact.initial_state();
    const auto y = plain.initial_state();
    std::vector<Strict> dxdt(x.size());
    std::vector<double> dydt(y.size());
    exact(x, dxdt, 0.3 * piece.years());
    plain(y, dydt, 0.3 * piece.years());
    for (std::size_t i = 0; i < y.size(); ++i) EXPECT_TRUE(same(dxdt[i].value(), dydt[i])) << i;
}

}  // namespace
}  // namespace granary

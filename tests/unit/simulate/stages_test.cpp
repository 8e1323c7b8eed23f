#include "granary/state/stages.hpp"

#include <gtest/gtest.h>

#include <boost/numeric/odeint/integrate/integrate_n_steps.hpp>
#include <boost/numeric/odeint/stepper/runge_kutta4.hpp>
#include <functional>
#include <vector>

#include "granary/granary.hpp"
#include "granary/simulate.hpp"

namespace granary {
namespace {

namespace odeint = boost::numeric::odeint;
using State = std::vector<double>;

/// The last state of a run whose every stage goes through the whole state.
State run_with_sums_in_every_stage(const Scenario& scenario) {
    Model<double> model(scenario, scenario.constants);
    State x = model.initial_state();
    odeint::runge_kutta4<State> stepper;
    for (const auto& piece : pieces(scenario)) {
        model.enter(piece);
        odeint::integrate_n_steps(stepper, std::ref(model), x, 0.0, piece.step_years(),
                                  piece.steps);
    }
    return x;
}

TEST(StagesOfStocks, LeaveEveryBitOfARunAsItIs) {
    Scenario scenario;
    scenario.end = month_start(1959, 1);
    scenario.regions = {{"A", 0.3, {}}, {"B", 0.7, {}}};
    const auto run = simulate(scenario);
    const auto* last = run.state(run.times().size() - 1);
    EXPECT_EQ(State(last, last + run.layout().size()), run_with_sums_in_every_stage(scenario));
}

TEST(StagesOfStocks, GoThroughTheStocksAloneAndEndWithTheWholeState) {
    std::vector<int> a{1, 1, 1}, b{2, 2, 2};
    const StagesOfStocks algebra(2);
    algebra.for_each3(a, b, b, [](int& x, int y, int z) { x = y + z; });
    EXPECT_EQ(a, (std::vector<int>{4, 4, 1}));
    algebra.for_each4(a, b, b, b, [](int& x, int y, int z, int u) { x = y + z + u; });
    EXPECT_EQ(a, (std::vector<int>{6, 6, 1}));
    algebra.for_each5(a, b, b, b, b, [](int& x, int, int, int, int) { x = 5; });
    EXPECT_EQ(a, (std::vector<int>{5, 5, 1}));
    algebra.for_each6(a, b, b, b, b, b, [](int& x, int, int, int, int, int) { x = 7; });
    EXPECT_EQ(a, (std::vector<int>{7, 7, 7}));
}

}  // namespace
}  // namespace granary

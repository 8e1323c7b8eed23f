#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"

namespace granary {
namespace {

/// All levers constant, so that nothing but the seasons moves the model.
Scenario smooth() {
    return load_scenario("historical").held_at({1957, 0});
}

std::vector<double> last_state(Scenario scenario, int steps_a_year) {
    scenario.largest_step_years = 1.0 / steps_a_year;
    const auto run = simulate(scenario);
    const double* last = run.state(run.times().size() - 1);
    return {last, last + run.layout().size()};
}

/// Largest relative difference of any value of the state, sums of flows with it.
double difference(const std::vector<double>& a, const std::vector<double>& b) {
    double largest = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        largest = std::max(largest, std::abs(a[i] - b[i]) / std::max(1.0, std::abs(b[i])));
    return largest;
}

TEST(Convergence, IsOfFourthOrderOnSmoothLevers) {
    std::vector<std::vector<double>> states;
    for (const int steps : {96, 192, 384, 768, 1536}) states.push_back(last_state(smooth(), steps));
    std::vector<double> errors;
    for (std::size_t i = 0; i + 1 < states.size(); ++i)
        errors.push_back(difference(states[i], states[i + 1]));
    for (std::size_t i = 0; i + 1 < errors.size(); ++i) {
        const double order = std::log2(errors[i] / errors[i + 1]);
        fmt::print("step of 1/{} year: difference to half the step {:.2e}, order {:.3f}\n", 96 << i,
                   errors[i], order);
    }
}

}  // namespace
}  // namespace granary

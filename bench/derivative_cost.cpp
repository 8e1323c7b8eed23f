/// The time of a run with derivatives in all fitted constants over that of a plain run, the two in
/// turn, as the median of the ratios.

#include <fmt/core.h>

#include <cstddef>
#include <string_view>
#include <vector>

#include "granary/foundation/dual.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/simulate.hpp"
#include "timing.hpp"

namespace {

using namespace granary;

constexpr std::size_t directions = 25;

Constants<Dual<directions>> seeded(const Scenario& scenario) {
    const auto& constants = scenario.constants;
    Constants<Dual<directions>> result;
    std::size_t direction = 0;
    for (std::size_t i = 0; i < constants.values.size(); ++i)
        result.values[i] = scenario.constant_priors[i].is_known()
                               ? Dual<directions>::variable(constants.values[i], direction++)
                               : Dual<directions>(constants.values[i]);
    return result;
}

}  // namespace

int main() {
    const auto scenario = load_scenario("historical");
    const auto duals = seeded(scenario);
    std::vector<double> ratios, plain;
    for (int i = 0; i < 21; ++i) {
        plain.push_back(seconds([&] { simulate<Rooms>(scenario); }));
        const double dual = seconds([&] { simulate<Rooms>(scenario, duals); });
        ratios.push_back(dual / plain.back());
    }
    fmt::print("{}: {} directions cost {:.2f} plain runs of {:.2f} ms (median of {})\n",
               GRANARY_LEVEL, directions, median(ratios), 1e3 * median(plain), ratios.size());
}

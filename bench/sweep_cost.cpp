/// What a point of a sweep costs over a plain run, and an attribution over 512 of them, the two in
/// turn, as the median of the ratios: on one thread what the sweep adds, on all what cores give.

#include <fmt/core.h>

#include <cstddef>
#include <string_view>
#include <vector>

#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"
#include "granary/study/attribution.hpp"
#include "granary/study/sweep.hpp"
#include "timing.hpp"

namespace {

using namespace granary;

constexpr std::size_t points = 64;

/// The median over trials of `work`'s time for each run over a plain run's time.
void compare(std::string_view name, const Scenario& scenario, std::size_t runs, auto work) {
    std::vector<double> ratios;
    for (int trial = 0; trial < 11; ++trial) {
        const double plain = seconds([&] {
            for (std::size_t i = 0; i < points; ++i) simulate(scenario);
        });
        ratios.push_back(seconds(work) / static_cast<double>(runs) * points / plain);
    }
    fmt::print("{}: {:.2f} plain runs (median of {})\n", name, median(ratios), ratios.size());
}

}  // namespace

int main() {
    const auto scenario = load_scenario("historical");
    const SweepPlan plan{scenario,
                         {{Variation::lever(lever::export_mt.index), spaced(0, 6, points)}},
                         {*run_measure("lowest_ration_kg"), *run_measure("excess_deaths_million")}};
    compare("a point of a sweep, one thread", scenario, points, [&] { sweep(plan, {1, {}}); });
    compare("a point of a sweep, all cores", scenario, points, [&] { sweep(plan); });
    compare("a coalition of an attribution, one thread", scenario, all_drivers + 1, [&] {
        attribute(scenario, true, {1, {}});
    });
    compare("a coalition of an attribution, all cores", scenario, all_drivers + 1,
            [&] { attribute(scenario, true); });
}

// What if the state had taken a fixed share of what was brought in, and not a quota set on reports?
// The procurement room of the model replaced; false reports and all else stay as they were.
//
// run: replace_a_room
// prints:
//   1957: 205 kg by quota, 200 by levy
//   1958: 201 kg by quota, 200 by levy
//   1959: 183 kg by quota, 195 by levy
//   1960: 156 kg by quota, 175 by levy
//   1961: 154 kg by quota, 160 by levy
//   1962: 163 kg by quota, 161 by levy
//   excess deaths, million 15.6 and 4.6
#include <fmt/core.h>

#include <granary/granary.hpp>
#include <granary/simulate.hpp>

using namespace granary;

struct LevyInKind : Rooms {
    /// F = 0.25 (harvest of both crops); what is remembered of it follows with a lag.
    template <Real T>
    static void procurement(const Here<T>& here, RegionFlows<T>& flows) {
        const auto taken = 0.25 * (flows[flow::harvest_summer] + flows[flow::harvest_autumn]);
        const auto surprise = taken - here[stock::procurement_memory];
        flows.set(flow::procurement, taken);
        flows.set(flow::procurement_memory_change, surprise / here[parameter::memory_years]);
    }
};

int main() {
    const auto history = load_scenario("historical");
    const auto quota = simulate(history), levy = simulate<LevyInKind>(history);
    for (const int year : quota.years())
        fmt::print("{}: {:.0f} kg by quota, {:.0f} by levy\n", year,
                   quota.annual(year).rural_ration_kg, levy.annual(year).rural_ration_kg);
    fmt::print("excess deaths, million {:.1f} and {:.1f}\n", quota.excess_deaths_million(),
               levy.excess_deaths_million());
}

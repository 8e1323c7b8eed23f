// What if no official had claimed more than was harvested? The ration of 1957 and 1961 as history
// went, and the excess deaths that honest reports would have avoided.
//
// run: what_if
// prints:
//   205 -> 154 kg; 12.8 M lives
#include <fmt/core.h>

#include <granary/granary.hpp>
int main() {
    const auto history = granary::load_scenario("historical");
    const auto honest = history.with(granary::lever::pressure, 0.0);
    const auto a = granary::simulate(history);
    const auto b = granary::simulate(honest);
    fmt::print("{:.0f} -> {:.0f} kg; {:.1f} M lives\n", a.annual(1957).rural_ration_kg,
               a.annual(1961).rural_ration_kg,
               a.excess_deaths_million() - b.excess_deaths_million());
}

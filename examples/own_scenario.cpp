// Does a boast cost those who did not boast? A country built in code, without any file: two halves
// alike but for their officials, and one campaign of false reports, from August 1958 to the end of
// 1959. The ration of each half, year by year; a scenario that is not valid would be told.
//
// run: own_scenario
// prints:
//   ration, kg     sober  boastful
//   1957             212       212
//   1958             202       201
//   1959             199       189
//   1960             200       177
#include <fmt/core.h>

#include <granary/granary.hpp>
#include <granary/scenario/validate.hpp>

using namespace granary;

Scenario two_halves() {
    const auto campaign = Schedule::linear({{date("1958-08"), 0.0, "assumed: none before"},
                                            {date("1958-10"), 1.0, "assumed: a sudden rise"},
                                            {date("1959-12-31"), 0.0, "assumed: it dies down"}});
    Scenario scenario;
    scenario.name = "two halves";
    scenario.start = date("1957-01");
    scenario.end = date("1961-01");
    scenario.regions = {Region{"sober", 0.5}.with(lever::radicalism, 0.2),
                        Region{"boastful", 0.5}.with(lever::radicalism, 1.8)};
    return scenario.with(lever::pressure, campaign)
        .with(lever::quota_rate, parameter::quota_rate_level)
        .with(lever::verification, 0.0);
}

int main() {
    const auto scenario = two_halves();
    for (const auto& problem : validate(scenario)) fmt::print("{}\n", problem.message);
    const auto run = simulate(scenario);
    fmt::print("ration, kg  {:>8}  {:>8}\n", run.region_names()[0], run.region_names()[1]);
    for (const int year : run.years())
        fmt::print("{}        {:8.0f}  {:8.0f}\n", year, run.annual(year, 0).rural_ration_kg,
                   run.annual(year, 1).rural_ration_kg);
}

/// Where the time of one run goes: reading the scenario, tabulating levers and seasons, stepping,
/// the year table, printing. Each phase on its own; the whole beside them.

#include <benchmark/benchmark.h>

#include <string>

#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"
#include "granary/state/forcing.hpp"
#include "granary/write/year_table.hpp"

namespace {

using namespace granary;

const Scenario& scenario() {
    static const Scenario historical = load_scenario("historical");
    return historical;
}

void read(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(load_scenario("historical"));
}

void tabulate(benchmark::State& state) {
    const auto cut = pieces(scenario());
    for (auto _ : state) {
        TabulatedForcing<double> forcing(scenario(), scenario().constants);
        for (const auto& piece : cut) forcing.enter(piece);
        benchmark::DoNotOptimize(forcing.at(0).years_elapsed);
    }
}

/// Tabulating is part of it.
void step(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(simulate(scenario()));
}

void tables(benchmark::State& state) {
    const auto run = simulate(scenario());
    for (auto _ : state)
        for (const int year : run.years()) benchmark::DoNotOptimize(run.annual(year));
}

void print(benchmark::State& state) {
    const auto run = simulate(scenario());
    for (auto _ : state) {
        Csv csv;
        add_year_table(run, Every::year, csv);
        benchmark::DoNotOptimize(csv.text().size());
    }
}

BENCHMARK(read)->Unit(benchmark::kMicrosecond);
BENCHMARK(tabulate)->Unit(benchmark::kMicrosecond);
BENCHMARK(step)->Unit(benchmark::kMicrosecond);
BENCHMARK(tables)->Unit(benchmark::kMicrosecond);
BENCHMARK(print)->Unit(benchmark::kMicrosecond);

}  // namespace

/// Times what the library does as it is compiled for every x86-64: runs, what is around them, and
/// many of them. Compiled against earlier revisions too.

#include <cstddef>
#include <string>
#include <utility>

#include "granary/lanes/run_members.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"
#include "granary/study/sweep.hpp"
#include "granary/write/year_table.hpp"
#include "stopwatch.hpp"

namespace {

using namespace granary;
using bench::Work;

const Scenario& historical() {
    static const Scenario scenario = load_scenario("historical");
    return scenario;
}

Work run_of(Scenario scenario) {
    return {[scenario = std::move(scenario)] { simulate(scenario); }};
}

/// The nation in so many regions that are alike.
Work regions(std::size_t count) {
    Scenario scenario = historical();
    scenario.regions.assign(count, {});
    for (std::size_t r = 0; r < count; ++r) {
        scenario.regions[r].name = "r" + std::to_string(r);
        scenario.regions[r].share = 1.0 / static_cast<double>(count);
    }
    return run_of(std::move(scenario));
}

Work levels(std::size_t count) {
    Scenario scenario = historical();
    scenario.reporting_levels = count;
    return run_of(std::move(scenario));
}

/// So many steps in place of one.
Work steps(std::size_t count) {
    Scenario scenario = historical();
    scenario.largest_step_years = Scenario::longest_step / static_cast<double>(count);
    return run_of(std::move(scenario));
}

Work year_tables() {
    return {[run = simulate(historical())] {
        for (const int year : run.years()) run.annual(year);
    }};
}

Work printing() {
    return {[run = simulate(historical())] {
        Csv csv;
        add_year_table(run, Every::year, true, csv);
    }};
}

Work sweep_of(std::size_t points) {
    const SweepPlan plan{historical(),
                         {{Variation::lever(lever::export_mt.index), spaced(0, 6, points)}},
                         {*run_measure("lowest_ration_kg"), *run_measure("excess_deaths_million")}};
    return {[plan] { sweep(plan, {1, {}}); }, static_cast<double>(points)};
}

/// Members of an ensemble, a chunk for each thread.
Work ensemble(std::size_t threads, clockid_t clock) {
    const std::size_t count = 1024 * threads;
    EnsemblePlan plan{historical(), prior(historical()), Design::mc, count, 1, {}};
    plan.what = summarised_figures(plan.scenario);
    return {[=] {
                Running running;
                running.threads = threads;
                run_members(plan, block(1, 1, count),
                            Summary(plan.what.measures.size(), plan.what.thresholds.size()),
                            running);
            },
            static_cast<double>(count), clock};
}

}  // namespace

int main() {
    return bench::answer({
        {"read", [](std::size_t) { return Work{[] { load_scenario("historical"); }}; }},
        {"run", [](std::size_t) { return run_of(historical()); }},
        {"year-tables", [](std::size_t) { return year_tables(); }},
        {"printing", [](std::size_t) { return printing(); }},
        {"regions", regions},
        {"levels", levels},
        {"steps", steps},
        {"sweep", sweep_of},
        {"ensemble", [](std::size_t threads) { return ensemble(threads, CLOCK_MONOTONIC); }},
        {"ensemble-processor",
         [](std::size_t threads) { return ensemble(threads, CLOCK_PROCESS_CPUTIME_ID); }},
    });
}

// Runs twenty members, and history alone for the line that the test compares with the command's.
#include <fmt/core.h>

#include <granary/granary.hpp>
#include <granary/study/ensemble.hpp>
#include <granary/write/version.hpp>

int main() {
    const auto history = granary::load_scenario("historical");
    fmt::print("Excess deaths 1957-62: {:.1f} million\n",
               granary::simulate(history).excess_deaths_million());
    fmt::print("granary {}\n", granary::version());
    const granary::EnsemblePlan plan{history,
                                     granary::prior(),
                                     granary::Design::mc,
                                     20,
                                     1,
                                     granary::summarised_figures(history)};
    const auto summary = granary::run_ensemble(
        plan, {0, 1}, {plan.what.measures.size(), plan.what.thresholds.size()});
    return summary.moments(0).count == plan.members ? 0 : 1;
}

#include "granary/analysis/need.hpp"

#include <vector>

#include "granary/rooms/nutrition.hpp"
#include "granary/run.hpp"
#include "granary/state/assembly.hpp"

namespace granary {
namespace {

/// Energy is linear in the grain eaten, so two values give the grain for any energy.
double need_kg(const Here<double>& here) {
    const double without = rooms::energy_kcal(here, 0.0);
    const double of_one_kg = rooms::energy_kcal(here, 1.0) - without;
    return (rooms::rural_need_kcal(here) - without) / of_one_kg;
}

/// Sums need over person-years, region by region.
struct Tally {
    double kg = 0, person_years = 0;

    void add(const Frame<double>& frame, double years) {
        for (const auto& site : frame.sites) {
            const double lived = years * bare(site.here[stock::rural_population]);
            kg += lived * need_kg(site.here);
            person_years += lived;
        }
    }
};

}  // namespace

double rural_need_kg(const Scenario& scenario, const Trajectory<double>& run, int year) {
    const ForcingSource<double> forcing(scenario, scenario.constants);
    Assembly<double> assembly(scenario, scenario.constants);
    std::vector<double> rates(run.layout().size());
    Tally tally;
    for (const auto& piece : pieces(scenario)) {
        if (piece.begin.year != year) continue;
        const double* row = run.state(run.row(piece.begin));
        const std::vector<double> state(row, row + run.layout().size());
        const Forcing<double> middle = forcing.at(piece, 0.5);
        tally.add(Frame<double>(assembly, state, rates, middle), piece.years());
    }
    if (tally.person_years <= 0) throw NotFound(std::to_string(year) + " was not run");
    return tally.kg / tally.person_years;
}

}  // namespace granary

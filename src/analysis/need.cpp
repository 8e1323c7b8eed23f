#include "granary/analysis/need.hpp"

#include <vector>

#include "granary/model.hpp"
#include "granary/run.hpp"

namespace granary {
namespace {

/// The grain whose energy, with that of other food, is what a villager needs.
double need_kg(const Here<double>& here) {
    return (rooms::rural_need_kcal(here) - rooms::other_food_kcal(here)) /
           rooms::kcal_of_a_kg(here);
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

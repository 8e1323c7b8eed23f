// One room of the model replaced: instead of a quota set on reports, a levy in kind takes a fixed
// share of what is actually brought in. Everything else, the false reports included, stays. An
// argument names another scenario.
//
// run: own_procurement
// run: own_procurement honest-reporting
// expect: levy on the harvest +[0-9]+ +[0-9]+ +[0-9.]+
#include <fmt/core.h>

#include <granary/granary.hpp>
#include <granary/simulate.hpp>
#include <string_view>

namespace {

/// The model with its own procurement room; the other ten are the shipped ones.
struct LevyInKind : granary::Rooms {
    static constexpr double share = 0.25;

    /// F = share (harvest flow). A share of a flow needs no store to draw on.
    template <granary::Real T>
    static void procurement(const granary::Here<T>& here, granary::RegionFlows<T>& flows) {
        namespace flow = granary::flow;
        const auto harvested = flows[flow::harvest_summer] + flows[flow::harvest_autumn];
        const auto taken = T(share) * harvested;
        const auto memory = here[granary::stock::procurement_memory];
        flows.set(flow::procurement, taken);
        flows.set(flow::procurement_memory_change,
                  (taken - memory) / here[granary::parameter::memory_years]);
    }
};

void print(std::string_view rule, const granary::Trajectory<double>& run) {
    fmt::print("{:<22} {:>14.0f} {:>14.0f} {:>22.1f}\n", rule, run.annual(1957).rural_ration_kg,
               run.annual(1960).rural_ration_kg, run.excess_deaths_million());
}

}  // namespace

int main(int argc, char** argv) {
    const auto scenario = granary::load_scenario(argc > 1 ? argv[1] : "historical");
    fmt::print("{:<22} {:>14} {:>14} {:>22}\n", "procurement", "1957, kg", "1960, kg",
               "excess deaths, million");
    print("quota on belief", granary::simulate(scenario));
    print("levy on the harvest", granary::simulate<LevyInKind>(scenario));
}

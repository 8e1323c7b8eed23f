// A scenario built in code and run with a room of the program's own: no compiled library.
#include <fmt/core.h>

#include <granary/simulate.hpp>

namespace {

/// Nobody moves.
struct Settled : granary::Rooms {
    template <granary::Real T>
    static void migration(const granary::Here<T>&, granary::RegionFlows<T>& flows) {
        const granary::PeopleRate<T> none(T(0.0));
        flows.set(granary::flow::migration_to_towns, none);
        flows.set(granary::flow::migration_to_villages, none);
    }
};

}  // namespace

int main() {
    const auto scenario = granary::Scenario().with(granary::lever::urban_migration, 5.0);
    const auto shipped = granary::simulate<granary::Rooms>(scenario).annual(1958);
    const auto settled = granary::simulate<Settled>(scenario).annual(1958);
    fmt::print("towns {:.0f} or {:.0f} million\n", shipped.population_urban_million,
               settled.population_urban_million);
    return shipped.population_urban_million > settled.population_urban_million + 5 ? 0 : 1;
}

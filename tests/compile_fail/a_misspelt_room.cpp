// A room whose name is misspelt replaces nothing and would silently run the default.
// expect: hide none of Rooms' functions
#include "granary/simulate.hpp"

using namespace granary;

struct Mine : Rooms {
    template <Real T>
#ifdef GRANARY_MUST_NOT_COMPILE
    static void procurment(const Here<T>&, RegionFlows<T>& flows){
#else
    static void procurement(const Here<T>&, RegionFlows<T>& flows) {
#endif
        flows.set(flow::procurement, GrainRate<T>(T(0.0)));
    flows.set(flow::procurement_memory_change, Quantity<T, unit::mt_per_year2>(T(0.0)));
}
}
;

double use(const Scenario& scenario) {
    return simulate<Mine>(scenario).excess_deaths_million();
}

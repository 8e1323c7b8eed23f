// Rooms are static functions: one that is no template over Real cannot run with every Real.
// expect: granary/overrides.hpp:[0-9]+:[0-9]+: error
#include "granary/simulate.hpp"

using namespace granary;

struct Mine : Rooms {
#ifdef GRANARY_MUST_NOT_COMPILE
    static void capital(const Here<double>&, RegionFlows<double>& flows) {
        flows.set(flow::capital_loss, PerYear<double>(0.0));
        flows.set(flow::capital_recovery, PerYear<double>(0.0));
    }
#else
    template <Real T>
    static void capital(const Here<T>&, RegionFlows<T>& flows) {
        flows.set(flow::capital_loss, PerYear<T>(T(0.0)));
        flows.set(flow::capital_recovery, PerYear<T>(T(0.0)));
    }
#endif
};

double use(const Scenario& scenario) {
    return simulate<Mine>(scenario).excess_deaths_million();
}

// The matrix maps the trajectory's own memory; of a temporary there would be none.
// expect: (use of|to|call to) deleted function
#include "granary/eigen.hpp"
#include "granary/run.hpp"

using namespace granary;

double use(const Scenario& scenario) {
#ifdef GRANARY_MUST_NOT_COMPILE
    return matrix(simulate(scenario))(0, 0);
#else
    const auto run = simulate(scenario);
    return matrix(run)(0, 0);
#endif
}

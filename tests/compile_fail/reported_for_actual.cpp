// A claim does not pass for a harvest: only `reported` leads from one to the other, and only that
// way.
// expect: ActualOutput<double>
#include "granary/foundation/units.hpp"

using namespace granary;

double harvested_mt(const ActualOutput<double>& output) {
    return output.rate.value();
}

double use(const ActualOutput<double>& harvest) {
    const ReportedOutput<double> claim = reported(harvest, 0.5);
#ifdef GRANARY_MUST_NOT_COMPILE
    return harvested_mt(claim);
#else
    return harvested_mt(harvest) + claim.rate.value();
#endif
}

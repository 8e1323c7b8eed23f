// A harvest does not pass for a claim either, nor does a bare rate of grain.
// expect: ReportedOutput<double>
#include "granary/foundation/units.hpp"

using namespace granary;

double claimed_mt(const ReportedOutput<double>& output) {
    return output.rate.value();
}

double use(const ActualOutput<double>& harvest) {
#ifdef GRANARY_MUST_NOT_COMPILE
    return claimed_mt(harvest.rate);
#else
    return claimed_mt(reported(harvest, 0.0));
#endif
}

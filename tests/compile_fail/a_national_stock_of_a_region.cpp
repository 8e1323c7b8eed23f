// A region has no state granary: its stock is the nation's.
// expect: (no match for|no viable overloaded|cannot convert|no matching)
#include "granary/state/recording.hpp"

using namespace granary;

double use(const Recording<double>& run) {
#ifdef GRANARY_MUST_NOT_COMPILE
    return run.stock(stock::state_grain, 0, 0).value();
#else
    return run.stock(stock::village_grain, 0, 0).value() + run.stock(stock::state_grain, 0).value();
#endif
}

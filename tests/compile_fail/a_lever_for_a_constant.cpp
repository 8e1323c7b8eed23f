// Keys of two tables do not mix: a lever's key reads no constant.
// expect: (no match for|no viable overloaded) .?operator
#include "granary/scenario/levers.hpp"
#include "granary/scenario/parameters.hpp"

using namespace granary;

double use(const Constants<double>& constants) {
#ifdef GRANARY_MUST_NOT_COMPILE
    return constants[lever::pressure];
#else
    return constants[parameter::exaggeration_per_level];
#endif
}

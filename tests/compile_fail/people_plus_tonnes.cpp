// People and grain do not add up.
// expect: operator.?\+
#include "granary/foundation/units.hpp"

using namespace granary;

auto use(const People<double>& people, const Grain<double>& grain) {
#ifdef GRANARY_MUST_NOT_COMPILE
    return people + grain;
#else
    return (people + people) / People<double>(1.0) + grain / Grain<double>(1.0);
#endif
}

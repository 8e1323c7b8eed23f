// A pack does not turn into a double by itself: the other members would be lost.
// expect: (cannot convert|no viable conversion)
#include "granary/foundation/lanes.hpp"

using namespace granary;

double use(const Lanes<4>& x) {
#ifdef GRANARY_MUST_NOT_COMPILE
    return 2.0 * x;
#else
    return (2.0 * x).lane(3);
#endif
}

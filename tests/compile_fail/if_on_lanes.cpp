// Lanes of a pack may differ in what a comparison says: `if` on it is refused.
// expect: (use of|to|attempt to use a) deleted function
#include "granary/foundation/lanes.hpp"

using namespace granary;

Lanes<4> positive_part(const Lanes<4>& x) {
#ifdef GRANARY_MUST_NOT_COMPILE
    if (x > Lanes<4>(0.0)) return x;
    return Lanes<4>(0.0);
#else
    return select(x > Lanes<4>(0.0), x, Lanes<4>(0.0));
#endif
}

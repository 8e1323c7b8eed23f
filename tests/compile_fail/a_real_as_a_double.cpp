// No general Real turns into a double by itself: derivatives and lanes would be lost.
// expect: (cannot convert|no viable conversion)
#include "../support/strict_real.hpp"

using namespace granary;

double use(const support::Strict& x) {
#ifdef GRANARY_MUST_NOT_COMPILE
    return 2.0 * x;
#else
    return (2.0 * x).value();
#endif
}

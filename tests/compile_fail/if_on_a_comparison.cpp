// A pack of members cannot take one branch: `if` on a comparison of a general Real is refused.
// expect: (use of|to|attempt to use a) deleted function
#include "../support/strict_real.hpp"

using namespace granary;
using support::Strict;

Strict positive_part(const Strict& x) {
#ifdef GRANARY_MUST_NOT_COMPILE
    if (x > Strict(0.0)) return x;
    return Strict(0.0);
#else
    return select(x > Strict(0.0), x, Strict(0.0));
#endif
}

// std::max branches on a comparison inside: it is refused on a general Real and allowed on double.
// expect: (use of|to|attempt to use a) deleted function
#include <algorithm>

#include "../support/strict_real.hpp"

using namespace granary;
using support::Strict;

Strict larger(const Strict& a, const Strict& b) {
#ifdef GRANARY_MUST_NOT_COMPILE
    return std::max(a, b);
#else
    return select(a < b, b, a) + Strict(std::max(1.0, 2.0));
#endif
}

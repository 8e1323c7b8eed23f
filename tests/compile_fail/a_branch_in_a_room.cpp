// A room that branches on a stock compiles for double and is refused on a general Real.
// expect: (use of|to|attempt to use a) deleted function
#include "../support/strict_real.hpp"
#include "granary/state/here.hpp"

using namespace granary;

template <Real T>
T hungry(const Here<T>& here) {
    if (here[stock::nutrition_rural] < T(1.0)) return T(1.0);
    return T(0.0);
}

template double hungry(const Here<double>&);
#ifdef GRANARY_MUST_NOT_COMPILE
template support::Strict hungry(const Here<support::Strict>&);
#endif

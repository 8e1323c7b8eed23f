// A bare number becomes grain only where the program says so.
// expect: (no viable|conversion from|could not convert)
#include "granary/foundation/units.hpp"

using namespace granary;

Grain<double> use() {
#ifdef GRANARY_MUST_NOT_COMPILE
    return 44.0;
#else
    return Grain<double>(44.0);
#endif
}

// A name that no row has is refused while compiling.
// expect: no row of that name
#include "granary/scenario/levers.hpp"

using namespace granary;

#ifdef GRANARY_MUST_NOT_COMPILE
constexpr auto pressure = key<Lever, unit::number>("presure");
#else
constexpr auto pressure = key<Lever, unit::number>("pressure");
#endif
static_assert(pressure.index < Lever::table.size());

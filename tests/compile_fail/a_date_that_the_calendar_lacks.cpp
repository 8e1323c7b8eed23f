// A program's own date is checked while compiling.
// expect: no date of the calendar
#include "granary/foundation/calendar.hpp"

using namespace granary;

#ifdef GRANARY_MUST_NOT_COMPILE
constexpr auto at = date("1958-02-29");
#else
constexpr auto at = date("1958-02-28");
#endif
static_assert(at.year == 1958);

// A key carries the dimension of its row: village grain is not counted in people.
// expect: dimension is not the unit
#include "granary/state/stocks.hpp"

using namespace granary;

#ifdef GRANARY_MUST_NOT_COMPILE
constexpr auto village_grain = key<RegionStock, unit::million>("village_grain");
#else
constexpr auto village_grain = key<RegionStock, unit::mt>("village_grain");
#endif
static_assert(village_grain.index < RegionStock::table.size());

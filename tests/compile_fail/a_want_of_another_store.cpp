// A want is a rate of what the store holds: people are not drawn from a granary.
// expect: a want is a rate of what the store holds
#include "granary/state/store.hpp"

using namespace granary;

auto use(const PeopleRate<double>& leaving, const People<double>& people,
         const Grain<double>& grain, const Years<double>& cover) {
#ifdef GRANARY_MUST_NOT_COMPILE
    return (void)people, draw(leaving, grain, cover);
#else
    return draw(GrainRate<double>(grain / cover), grain, cover) / GrainRate<double>(1.0) +
           draw(leaving, people, cover) / PeopleRate<double>(1.0);
#endif
}

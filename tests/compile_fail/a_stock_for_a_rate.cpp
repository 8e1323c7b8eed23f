// A flow is a rate: setting it to an amount of grain does not compile.
// expect: (cannot convert|no matching|no viable conversion)
#include "granary/state/here.hpp"

using namespace granary;

void use(RegionFlows<double>& flows, const Grain<double>& grain, const Years<double>& time) {
#ifdef GRANARY_MUST_NOT_COMPILE
    flows.set(flow::procurement, grain * time / time);
#else
    flows.set(flow::procurement, grain / time);
#endif
}

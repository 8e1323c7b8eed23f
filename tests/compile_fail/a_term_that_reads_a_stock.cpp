// Terms are worked out once for many states, so they are made of a view that has no stocks.
// expect: (no match for|no viable overloaded)
#include "granary/state/here.hpp"

using namespace granary;

template <Real T>
struct HarvestTerms {
    T area;
    explicit HarvestTerms(const Now<T>& now) : area(now[lever::sown_area]) {
#ifdef GRANARY_MUST_NOT_COMPILE
        area = area * now[stock::farm_capital];
#endif
    }
};

double use(const Here<double>& here) {
    return terms<HarvestTerms>(here).area * here[stock::farm_capital];
}

/// A room of somebody's own program, written as examples/replace_a_room.cpp is: outside the
/// namespace, beside the functions of the C library.

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>

#include "granary/foundation/dual.hpp"
#include "granary/granary.hpp"
#include "granary/simulate.hpp"

using namespace granary;

struct OwnRoom : Rooms {
    template <Real T>
    static void procurement(const Here<T>& here, RegionFlows<T>& flows) {
        const T area = here[lever::sown_area];
        const T one = exp(log(area)) / area * pow(area, 0.5) / sqrt(area) * pow(2.0, area) /
                      pow(T(2.0), area) * erfc(T(0.0)) * cos_turns(T(0.0));
        const auto taken = 0.25 * one * (flows[flow::harvest_summer] + flows[flow::harvest_autumn]);
        flows.set(flow::procurement, taken);
        flows.set(flow::procurement_memory_change,
                  (taken - here[stock::procurement_memory]) / here[parameter::memory_years]);
    }
    template <Real T>
    static T all_functions(const T& x) {
        return exp(x) + log(x) + sqrt(x) + pow(x, x) + pow(x, 3) + pow(3, x) + erfc(x);
    }
};

TEST(OwnRoom, CallsTheFunctionsByTheirBareNames) {
    const Scenario scenario;
    EXPECT_GT(simulate<OwnRoom>(scenario).excess_deaths_million(), 0);
    Constants<Dual<1>> constants;
    for (std::size_t i = 0; i < constants.values.size(); ++i)
        constants.values[i] = scenario.constants.values[i];
    EXPECT_EQ(simulate<OwnRoom>(scenario, constants).excess_deaths_million().value(),
              simulate<OwnRoom>(scenario).excess_deaths_million());
}

TEST(OwnRoom, HasTheBitsOfTheLibrarysOwnFunctions) {
    for (double x = 0.1; x < 3; x += 0.013)
        EXPECT_EQ(OwnRoom::all_functions(x), granary::exp(x) + granary::log(x) + granary::sqrt(x) +
                                                 granary::pow(x, x) + granary::pow(x, 3.0) +
                                                 granary::pow(3.0, x) + granary::erfc(x));
}

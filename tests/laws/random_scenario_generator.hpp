#pragma once
/// How RapidCheck draws and shrinks a scenario.

#include <rapidcheck.h>

#include "laws/laws.hpp"
#include "laws/random_scenario.hpp"

namespace granary::laws {

/// A number from 0 to most - 1, whatever RapidCheck's size; shrinks towards 0.
rc::Gen<int> below(int most);

/// A drawn scenario, anywhere in what is allowed; compiled once, because it is dear.
rc::Gen<DrawnScenario> drawn_scenario();

/// Draws scenarios, and shrinks the first that breaks the law.
void expect_on_random_scenarios(const Law& law);

}  // namespace granary::laws

namespace rc {

template <>
struct Arbitrary<granary::laws::DrawnScenario> {
    static Gen<granary::laws::DrawnScenario> arbitrary() { return granary::laws::drawn_scenario(); }
};

}  // namespace rc

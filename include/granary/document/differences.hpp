#pragma once
/// What one scenario decides otherwise than another.

#include <string>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/scenario/scenario.hpp"

namespace granary {

/// A lever, parameter, number of levels or region that differs: its course in either scenario in
/// words, and where the other scenario's heights come from.
struct Difference {
    std::string name, unit, before, after, source;
};

/// In the order of the tables: levels, levers, parameters, regions.
GRANARY_API std::vector<Difference> differences(const Scenario& base, const Scenario& other);

/// Whether the scenario is what happened, as the shipped "historical" has it from its start on
/// under the scenario's own reading: the same decisions, constants and people, and no longer: what
/// was decided after its end it does not say. Published counts stand beside no other.
GRANARY_API bool decides_as_history(const Scenario& scenario);

}  // namespace granary

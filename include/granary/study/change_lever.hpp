#pragma once
/// One change to a lever wherever the scenario sets it: in the nation and in each region of its
/// own.

#include <cstddef>

#include "granary/foundation/checked.hpp"
#include "granary/scenario/scenario.hpp"

namespace granary {

/// `change` makes a new schedule of each old one. Throws NotFound where there is no such lever.
template <class Change>
void change_lever(Scenario& scenario, std::size_t lever_row, Change change) {
    checked("lever", lever_row, Lever::table.size());
    scenario.levers[lever_row] = change(scenario.levers[lever_row]);
    for (auto& region : scenario.regions)
        if (auto& own = region.levers[lever_row]) own = change(*own);
}

/// The lever held at one number throughout, everywhere.
inline void hold_lever(Scenario& scenario, std::size_t lever_row, double value) {
    change_lever(scenario, lever_row,
                 [&](const Schedule&) { return Schedule(Height::number(value)); });
}

}  // namespace granary

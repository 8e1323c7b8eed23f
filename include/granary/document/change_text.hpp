#pragma once
/// What a scenario changes of its parent, in words: each lever year by year, and the regions.

#include <string>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/scenario/scenario.hpp"

namespace granary {

/// A line for each lever and region that differs: "export_mt from 1959-07 until 1960-01: 1959 3.12
/// instead of 4.16 Mt/yr; 1957-58, 1960-62 unchanged".
GRANARY_API std::vector<std::string> change_lines(const Scenario& parent, const Scenario& scenario);

}  // namespace granary

#pragma once
/// Lays what files say over each other, from the oldest ancestor on.

#include <string>
#include <vector>

#include "granary/scenario/scenario.hpp"
#include "read/layer.hpp"
#include "read/problems.hpp"

namespace granary::read {

/// The scenario that the layers make, oldest first; heights are checked with the parameters finally
/// in force. `name` is its name, and its title where no file gives one.
Scenario overlaid(const std::vector<Layer>& layers, const std::string& name, Problems& problems);

}  // namespace granary::read

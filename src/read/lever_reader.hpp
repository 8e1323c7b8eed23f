#pragma once
/// The forms of a lever: a constant, points, a factor or an addition to the parent's schedule, and
/// windows, in which heights are set, added to or scaled between two dates.

#include <optional>
#include <vector>

#include "read/layer.hpp"
#include "read/reading.hpp"

namespace granary::read {

/// Every lever of a table [levers].
std::vector<LeverSetting> read_levers(const Reading& reading, const toml::node& node);

/// Every lever of a region's `levers`: regional levers only.
std::vector<LeverSetting> read_regional_levers(const Reading& reading, const toml::node& node);

}  // namespace granary::read

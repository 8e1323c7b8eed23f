#pragma once
/// The list [[region]]: name, share and the regional levers of each part of the country.

#include <vector>

#include "read/layer.hpp"
#include "read/reading.hpp"

namespace granary::read {

std::vector<RegionSetting> read_regions(const Reading& reading, const toml::node& node);

}  // namespace granary::read

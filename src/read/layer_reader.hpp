#pragma once
/// The keys at the top of a scenario file.

#include "read/layer.hpp"
#include "read/reading.hpp"

namespace granary::read {

Layer read_layer(const Reading& reading, const toml::table& table);

}  // namespace granary::read

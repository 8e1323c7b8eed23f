#pragma once
/// A file, the file it extends, and so on to the one that extends none.

#include <cstddef>
#include <string>
#include <vector>

#include "read/layer.hpp"
#include "read/problems.hpp"
#include "read/text_file.hpp"

namespace granary::read {

/// What each file says, from the oldest ancestor to `first`; files that cannot be read are left out
/// and noted.
std::vector<Layer> read_layers(Text first, Problems& problems);

/// One setting of a program or a command line, as a layer on top; counted from 1 in messages.
Layer read_setting(const std::string& setting, std::size_t number, Problems& problems);

}  // namespace granary::read

#pragma once
/// A text parsed as TOML, after the checks that come before any key is looked at.

#include <optional>
#include <string_view>

#include "read/reading.hpp"

namespace granary::read {

/// The tables of the text; nothing, with the problem noted, where it is too large or not TOML.
std::optional<toml::table> parse_document(const Reading& reading, std::string_view text);

}  // namespace granary::read

#pragma once
/// A key or a table that stands twice, with both its places: the parser tells only of the second.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "read/outline.hpp"
#include "read/toml.hpp"

namespace granary::read {

struct RepeatedKey {
    toml::source_region place;  ///< of the second
    std::string message;        ///< with the line of the first
};

/// Whether the statement repeats what the text before it says. That text must be sound.
std::optional<RepeatedKey> repeated_key(std::string_view text, const Outline& outline,
                                        std::size_t statement);

}  // namespace granary::read

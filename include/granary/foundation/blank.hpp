#pragma once
/// Characters that leave room and draw nothing: at the end of a name nobody sees them, and the name
/// looks like another.

#include <cstddef>
#include <string_view>

#include "granary/foundation/utf8.hpp"

namespace granary {

/// Spaces of any width, and the pattern of Braille without a dot.
constexpr bool is_blank(char32_t code) {
    return code == ' ' || (code >= '\t' && code <= '\r') || code == 0xA0 || code == 0x1680 ||
           (code >= 0x2000 && code <= 0x200A) || code == 0x202F || code == 0x205F ||
           code == 0x2800 || code == 0x3000;
}

/// The text without the blanks at its two ends.
constexpr std::string_view without_blank_ends(std::string_view text) {
    std::size_t first = text.size(), end = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto character = character_at(text, i);
        if (!is_blank(character.code)) {
            if (first > i) first = i;
            end = i + character.bytes;
        }
        i += character.bytes;
    }
    return first < end ? text.substr(first, end - first) : std::string_view();
}

}  // namespace granary

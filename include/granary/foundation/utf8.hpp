#pragma once
/// Which bytes are a character of UTF-8 (RFC 3629).

#include <cstddef>
#include <string_view>

namespace granary {
namespace detail {

/// How many bytes the character that begins with `byte` has; 0 where none begins so.
constexpr std::size_t utf8_length(unsigned char byte) {
    if (byte < 0x80) return 1;
    if (0xC2 <= byte && byte <= 0xDF) return 2;
    if (0xE0 <= byte && byte <= 0xEF) return 3;
    if (0xF0 <= byte && byte <= 0xF4) return 4;
    return 0;
}

/// Whether the second byte keeps the character in its shortest form, below 10FFFF, no surrogate.
constexpr bool second_fits(unsigned char first, unsigned char second) {
    const unsigned char low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    return low <= second && second <= high;
}

}  // namespace detail

/// The number of bytes of the character that the text begins with, 1 to 4; 0 where it begins with
/// none, or is empty.
constexpr std::size_t utf8_character(std::string_view text) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const std::size_t length = text.empty() ? 0 : detail::utf8_length(at(0));
    if (length == 0 || length > text.size()) return 0;
    if (length > 1 && !detail::second_fits(at(0), at(1))) return 0;
    for (std::size_t i = 2; i < length; ++i)
        if ((at(i) & 0xC0) != 0x80) return 0;
    return length;
}

}  // namespace granary

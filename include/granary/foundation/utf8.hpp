#pragma once
/// Which bytes are a character of UTF-8 (RFC 3629), and which character they are.

#include <cstddef>
#include <string_view>

namespace granary {

/// A character of UTF-8 and how many bytes it has; a byte that begins none is its own.
struct Character {
    static constexpr char32_t none = 0xFFFD;
    char32_t code = none;
    std::size_t bytes = 1;

    /// Whether it is a byte that begins no character.
    constexpr bool is_none() const { return code == none && bytes == 1; }
};

/// Whether the byte goes on with a character that began before it.
constexpr bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// The character that begins at byte `at` of the text.
constexpr Character character_at(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) return {first, 1};
    const std::size_t bytes = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + bytes > text.size()) return {};
    char32_t code = first & (0x7FU >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        if (!is_continuation(text[at + i])) return {};
        code = (code << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    }
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool is_surrogate = 0xD800 <= code && code <= 0xDFFF;
    if (code < least[bytes] || code > 0x10FFFF || is_surrogate) return {};
    return {code, bytes};
}

/// The number of bytes of the character that the text begins with, 1 to 4; 0 where it begins with
/// none, or is empty.
constexpr std::size_t utf8_character(std::string_view text) {
    if (text.empty()) return 0;
    const auto first = character_at(text, 0);
    return first.is_none() ? 0 : first.bytes;
}

}  // namespace granary

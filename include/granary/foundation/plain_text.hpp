#pragma once
/// Text of files and users made fit to be shown: nothing in it steers a terminal or turns the
/// direction of writing, and its width in columns is known.

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "granary/foundation/limits.hpp"
#include "granary/foundation/utf8.hpp"

namespace granary {

namespace detail {

struct CodeRange {
    char32_t first, last;
};

template <std::size_t N>
constexpr bool is_in(const std::array<CodeRange, N>& ranges, char32_t code) {
    for (const auto& range : ranges)
        if (range.first <= code && code <= range.last) return true;
    return false;
}

/// Control characters, separators of lines, marks of direction.
inline constexpr auto steering = std::to_array<CodeRange>({{0, 0x1F},
                                                           {0x7F, 0x9F},
                                                           {0x61C, 0x61C},
                                                           {0x200E, 0x200F},
                                                           {0x2028, 0x202E},
                                                           {0x2066, 0x2069},
                                                           {0xFEFF, 0xFEFF}});
/// Characters that nothing is drawn for, not even a space: a name with one looks like another.
inline constexpr auto unseen = std::to_array<CodeRange>({{0xAD, 0xAD},
                                                         {0x34F, 0x34F},
                                                         {0x115F, 0x1160},
                                                         {0x17B4, 0x17B5},
                                                         {0x180E, 0x180E},
                                                         {0x200B, 0x200D},
                                                         {0x2060, 0x2065},
                                                         {0x206A, 0x206F},
                                                         {0x3164, 0x3164},
                                                         {0xFFA0, 0xFFA0},
                                                         {0xFFF9, 0xFFFB},
                                                         {0xE0000, 0xE007F}});
/// Marks drawn over the character before, and characters of no width (categories Mn, Me and Cf).
inline constexpr auto narrow = std::to_array<CodeRange>({{0x300, 0x36F},
                                                         {0x483, 0x489},
                                                         {0x591, 0x5BD},
                                                         {0x610, 0x61A},
                                                         {0x64B, 0x65F},
                                                         {0xE31, 0xE31},
                                                         {0xE34, 0xE3A},
                                                         {0xE47, 0xE4E},
                                                         {0x1AB0, 0x1AFF},
                                                         {0x1DC0, 0x1DFF},
                                                         {0x200B, 0x200F},
                                                         {0x2060, 0x2064},
                                                         {0x20D0, 0x20FF},
                                                         {0x302A, 0x302D},
                                                         {0x3099, 0x309A},
                                                         {0xFE00, 0xFE0F},
                                                         {0xFE20, 0xFE2F},
                                                         {0xFEFF, 0xFEFF},
                                                         {0xE0100, 0xE01EF}});
/// Characters two columns wide (Unicode Standard Annex 11).
inline constexpr auto wide = std::to_array<CodeRange>({{0x1100, 0x115F},
                                                       {0x2E80, 0x303E},
                                                       {0x3041, 0xA4CF},
                                                       {0xAC00, 0xD7A3},
                                                       {0xF900, 0xFAFF},
                                                       {0xFE30, 0xFE6F},
                                                       {0xFF00, 0xFF60},
                                                       {0xFFE0, 0xFFE6},
                                                       {0x1F300, 0x1F64F},
                                                       {0x1F900, 0x1F9FF},
                                                       {0x20000, 0x3FFFD}});

}  // namespace detail

/// Whether a terminal would act on the character instead of showing it.
constexpr bool steers(char32_t code) {
    return detail::is_in(detail::steering, code);
}

/// Whether nothing is drawn for the character.
constexpr bool is_unseen(char32_t code) {
    return detail::is_in(detail::unseen, code);
}

/// How many columns of a terminal the character takes.
constexpr unsigned columns_of(char32_t code) {
    if (detail::is_in(detail::narrow, code)) return 0;
    return detail::is_in(detail::wide, code) ? 2 : 1;
}

/// How many columns the text takes, all of it on one line.
constexpr std::size_t display_width(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto character = character_at(text, i);
        columns += columns_of(character.code);
        i += character.bytes;
    }
    return columns;
}

namespace detail {

/// "<U+200B>"
inline std::string code_shown(char32_t code) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (auto rest = static_cast<std::size_t>(code); rest > 0 || text.size() < 4; rest /= 16)
        text.insert(text.begin(), digits[rest % 16]);
    return "<U+" + text + ">";
}

/// The text with what `shown` makes of each of its characters.
template <class Shown>
std::string each_shown(std::string_view text, Shown shown) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto character = character_at(text, i);
        result += shown(character, text.substr(i, character.bytes));
        i += character.bytes;
    }
    return result;
}

}  // namespace detail

/// The text with a space for each character that steers and "?" for each byte that is not UTF-8.
inline std::string plain_text(std::string_view text) {
    return detail::each_shown(text, [](const Character& character, std::string_view bytes) {
        if (character.is_none()) return std::string_view("?");
        return steers(character.code) ? std::string_view(" ") : bytes;
    });
}

/// The same for a message, where a character that nobody sees is the fault: it stands there by its
/// code, "<U+200B>".
inline std::string message_text(std::string_view text) {
    return detail::each_shown(text, [](const Character& character, std::string_view bytes) {
        if (is_unseen(character.code)) return detail::code_shown(character.code);
        return plain_text(bytes);
    });
}

/// A name or word as messages show it, cut where it is long.
inline std::string shown_name(std::string_view text, std::size_t most = limit::shown_path.most) {
    if (text.size() <= most) return message_text(text);
    while (most > 0 && is_continuation(text[most])) --most;
    return message_text(text.substr(0, most)) + "...";
}

/// The same in quotes.
inline std::string quoted_word(std::string_view text) {
    return '"' + shown_name(text, limit::shown_word.most) + '"';
}

/// How many characters the text has.
constexpr std::size_t character_count(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); i += character_at(text, i).bytes) ++count;
    return count;
}

/// Plain text of several lines: line breaks and tabulators stay.
inline std::string plain_lines(std::string_view text) {
    return detail::each_shown(text, [](const Character&, std::string_view bytes) {
        return bytes == "\n" || bytes == "\t" ? std::string(bytes) : plain_text(bytes);
    });
}

}  // namespace granary

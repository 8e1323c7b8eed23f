#include "granary/foundation/utf8.hpp"

#include <gtest/gtest.h>

#include <string>

namespace granary {
namespace {

/// A code point in so many bytes, whether or not that is its shortest form.
std::string encoded(unsigned code, std::size_t bytes) {
    if (bytes == 1) return std::string(1, static_cast<char>(code));
    std::string text(bytes, '\0');
    for (std::size_t i = bytes; --i > 0; code >>= 6U)
        text[i] = static_cast<char>(0x80 | (code & 0x3F));
    const unsigned lead = (0xF00U >> bytes) & 0xFFU;
    text[0] = static_cast<char>(lead | code);
    return text;
}

std::size_t shortest_form(unsigned code) {
    return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

bool is_surrogate(unsigned code) {
    return 0xD800 <= code && code < 0xE000;
}

TEST(Utf8, KnowsEveryCodePointInItsShortestFormOnly) {
    for (unsigned code = 0; code < 0x120000; ++code)
        for (std::size_t bytes = 1; bytes <= 4; ++bytes) {
            const bool fits = bytes == 1 ? code < 0x80 : code < (1U << (5 * bytes + 1));
            if (!fits) continue;
            const bool good =
                bytes == shortest_form(code) && code <= 0x10FFFF && !is_surrogate(code);
            ASSERT_EQ(utf8_character(encoded(code, bytes) + "a"), good ? bytes : 0)
                << code << " in " << bytes;
        }
}

TEST(Utf8, KnowsNoCharacterThatIsCutOff) {
    EXPECT_EQ(utf8_character(""), 0U);
    EXPECT_EQ(utf8_character("\xC3"), 0U);
    EXPECT_EQ(utf8_character("\xC3"
                             "a"),
              0U);
    EXPECT_EQ(utf8_character("\xE2\x82"), 0U);
    EXPECT_EQ(utf8_character("\x82"), 0U);
}

}  // namespace
}  // namespace granary

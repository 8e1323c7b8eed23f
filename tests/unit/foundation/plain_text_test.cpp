#include "granary/foundation/plain_text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace granary {
namespace {

TEST(PlainText, KeepsLettersOfEveryScript) {
    EXPECT_EQ(plain_text("grain \xE7\xB2\xAE \xC3\xA9 \xF0\x9F\x8C\xBE"),
              "grain \xE7\xB2\xAE \xC3\xA9 \xF0\x9F\x8C\xBE");
}

TEST(PlainText, HasASpaceForEachCharacterThatSteers) {
    EXPECT_EQ(plain_text("a\tb\x1b[31m\n\x7f"), "a b [31m  ");
    EXPECT_EQ(plain_text("\xC2\x9B"
                         "31m"),
              " 31m")
        << "the one-character form of ESC [";
    EXPECT_EQ(plain_text("a\xE2\x80\xAE"
                         "b"),
              "a b")
        << "right-to-left override";
}

TEST(PlainText, HasAQuestionMarkForEachByteThatIsNotUtf8) {
    EXPECT_EQ(plain_text("\xFF"
                         "a\xC3"),
              "?a?");
    EXPECT_EQ(plain_text("\xED\xA0\x80"), "???") << "a surrogate";
    EXPECT_EQ(plain_text("\xC0\xAF\xE0\x80\xAF"), "?????") << "long forms";
    EXPECT_EQ(plain_text("\xF4\x90\x80\x80"), "????") << "beyond Unicode";
}

TEST(PlainText, KnowsTheWidthOfCharacters) {
    EXPECT_EQ(columns_of(U'a'), 1U);
    EXPECT_EQ(columns_of(U'\u7CAE'), 2U);
    EXPECT_EQ(columns_of(U'\u0301'), 0U);
    EXPECT_EQ(columns_of(U'\u3099'), 0U) << "a mark in the midst of wide characters";
    EXPECT_EQ(columns_of(U'\uFE0F'), 0U) << "a selector of a variant";
    EXPECT_EQ(display_width("\u7CAE a\u0301"), 4U);
    EXPECT_EQ(display_width("\xFF"), 1U);
    EXPECT_EQ(display_width(""), 0U);
}

TEST(MessageText, NamesCharactersThatNobodySees) {
    EXPECT_EQ(message_text("pres\u200Bsure"), "pres<U+200B>sure");
    EXPECT_EQ(message_text("\u00AD\u2060\U000E0041"), "<U+00AD><U+2060><U+E0041>");
    EXPECT_EQ(message_text("a\u202Eb\xFF"), "a b?");
}

TEST(PlainLines, KeepLineBreaksAlone) {
    EXPECT_EQ(plain_lines("a\n\tb\r\x1b[1m"), "a\n\tb  [1m");
}

RC_GTEST_PROP(PlainText, IsItsOwnPlainText, (const std::string& bytes)) {
    const auto plain = plain_text(bytes);
    RC_ASSERT(plain == plain_text(plain));
    for (std::size_t i = 0; i < plain.size();) {
        const auto character = character_at(plain, i);
        RC_ASSERT(!steers(character.code));
        RC_ASSERT(character.code != Character::none || character.bytes == 3);
        i += character.bytes;
    }
}

}  // namespace
}  // namespace granary

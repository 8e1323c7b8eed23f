#include "read/text_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "granary/foundation/error.hpp"
#include "granary/foundation/limits.hpp"
#include "unit/read/folder.hpp"

namespace granary::read {
namespace {

using ::testing::Eq;
using ::testing::Optional;

TEST(Utf8, AcceptsEveryLengthOfCharacter) {
    EXPECT_FALSE(utf8_fault("grain \xE7\xB2\xAE \xC3\xA9 \xF0\x9F\x8C\xBE"));
    EXPECT_FALSE(utf8_fault(""));
}

TEST(Utf8, FindsTheFirstFaultyByte) {
    EXPECT_THAT(utf8_fault("ab\xFF"), Optional(Eq(2U)));
    EXPECT_THAT(utf8_fault("\x80"), Optional(Eq(0U)));
    EXPECT_THAT(utf8_fault("a\xE7\xB2"), Optional(Eq(1U))) << "cut off";
    EXPECT_THAT(utf8_fault("a\xE7zz"), Optional(Eq(1U))) << "no continuation";
}

TEST(Utf8, RefusesLongFormsSurrogatesAndNumbersBeyondUnicode) {
    for (const auto* text : {"\xC0\xAF", "\xE0\x80\xAF", "\xF0\x80\x80\xAF", "\xED\xA0\x80",
                             "\xF4\x90\x80\x80", "\xF5\x80\x80\x80"})
        EXPECT_THAT(utf8_fault(text), Optional(Eq(0U)));
    EXPECT_FALSE(utf8_fault("\xF4\x8F\xBF\xBF\xED\x9F\xBF\xE0\xA0\x80"));
}

TEST(Text, HasOneIdentityHoweverItIsReached) {
    const granary::Folder folder;
    const auto path = folder.write("a/b.toml", "x");
    const auto text = open_text(scenario_shelf, path);
    EXPECT_EQ(text.name, "b");
    EXPECT_EQ(text.content, "x");
    EXPECT_EQ(open_text(scenario_shelf, folder.path("a/../a/b")).identity, text.identity);
    EXPECT_EQ(open_text(scenario_shelf, "../a/b.toml", &text).identity, text.identity);
}

TEST(Text, ThatIsShippedSeesShippedTextsOnly) {
    const auto historical = open_text(scenario_shelf, "historical");
    EXPECT_TRUE(historical.shipped);
    EXPECT_EQ(historical.file, "scenarios/historical.toml");
    EXPECT_EQ(open_text(scenario_shelf, "no-exports.toml", &historical).name, "no-exports");
    const granary::Folder folder;
    const auto path = folder.write("mine.toml", "");
    EXPECT_THROW(open_text(scenario_shelf, path, &historical), FileError);
}

TEST(Text, OfAnEndlessFileIsReadUpToTheLimit) {
    EXPECT_EQ(open_text(scenario_shelf, "/dev/zero").content.size(), limit::file.most + 1);
}

}  // namespace
}  // namespace granary::read

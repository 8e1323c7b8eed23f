#include "read/excerpt.hpp"

#include <gtest/gtest.h>

#include <string>

namespace granary::read {
namespace {

Excerpt excerpt(std::string_view text, unsigned line, unsigned column, unsigned end_column = 0) {
    return Excerpts(text).at({"", line, column, end_column});
}

/// The part of the line that is marked, in a text of one column a character.
std::string marked(const Excerpt& excerpt) {
    return excerpt.line.substr(excerpt.before, excerpt.width);
}

TEST(Excerpt, IsTheLineOfThePlace) {
    const auto shown = excerpt("one\ntwo and more\r\nthree", 2, 5, 8);
    EXPECT_EQ(shown.line, "two and more");
    EXPECT_EQ(marked(shown), "and");
}

TEST(Excerpt, MarksOneColumnWhereTheEndIsNotKnown) {
    EXPECT_EQ(marked(excerpt("abc", 1, 2)), "b");
    EXPECT_EQ(excerpt("abc", 1, 4).before, 3U) << "at the end of the line";
    EXPECT_EQ(excerpt("abc", 1, 4).width, 1U);
}

TEST(Excerpt, CountsAWideCharacterAsTwoColumnsAndATabAsOne) {
    const auto shown = excerpt("\t\xE7\xB2\xAE\xE7\xB2\xAE = 1", 1, 3, 4);
    EXPECT_EQ(shown.line, " \xE7\xB2\xAE\xE7\xB2\xAE = 1");
    EXPECT_EQ(shown.before, 3U);
    EXPECT_EQ(shown.width, 2U);
}

TEST(Excerpt, CutsALongLineAroundThePlace) {
    const std::string line = std::string(500, 'a') + "HERE" + std::string(500, 'b');
    const auto shown = excerpt(line, 1, 501, 505);
    EXPECT_EQ(marked(shown), "HERE");
    EXPECT_TRUE(shown.line.starts_with("...aaa")) << shown.line;
    EXPECT_TRUE(shown.line.ends_with("bbb...")) << shown.line;
    EXPECT_LE(shown.line.size(), 80U);
    EXPECT_EQ(excerpt(line, 1, 1).before, 0U);
    EXPECT_EQ(excerpt(line, 1, 1004).line.back(), 'b') << "the end is shown as it is";
}

TEST(Excerpt, CutsBetweenCharacters) {
    std::string line;
    for (int i = 0; i < 300; ++i) line += "\xE7\xB2\xAE";
    const auto shown = excerpt(line, 1, 150);
    EXPECT_EQ((shown.line.size() - 6) % 3, 0U);
    EXPECT_EQ(shown.before % 2, 1U) << "three dots and whole characters";
}

TEST(Excerpt, PassesNothingOnThatSteersATerminal) {
    EXPECT_EQ(excerpt("a\x1b[31mb", 1, 1).line, "a [31mb");
    EXPECT_EQ(excerpt("a\xFF"
                      "b",
                      1, 2)
                  .line,
              "a?b");
}

TEST(Excerpt, IsEmptyWhereThereIsNoLine) {
    EXPECT_EQ(excerpt("abc", 0, 0).line, "");
    EXPECT_EQ(excerpt("abc\n", 2, 1).line, "");
    EXPECT_EQ(excerpt("abc", 7, 1).line, "");
    EXPECT_EQ(excerpt("", 1, 1).line, "");
}

TEST(Excerpt, FollowsPlacesInTheirOrder) {
    Excerpts excerpts("a b c\nd e\n");
    EXPECT_EQ(excerpts.at({"", 1, 3, 0}).before, 2U);
    EXPECT_EQ(excerpts.at({"", 1, 3, 0}).before, 2U);
    EXPECT_EQ(excerpts.at({"", 1, 5, 0}).before, 4U);
    EXPECT_EQ(excerpts.at({"", 2, 3, 0}).line, "d e");
}

}  // namespace
}  // namespace granary::read

#include "granary/write/text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <sstream>

namespace granary {
namespace {

TEST(TextTable, AlignsNumbersRightUnderTheirHeadings) {
    TextTable table({{"year", "", Align::left}, {"harvest", "Mt"}});
    table.add({"1957", "196.2"});
    table.add({"1958", "9.0"});
    EXPECT_EQ(table.text(),
              "year  harvest\n"
              "           Mt\n"
              "1957    196.2\n"
              "1958      9.0\n");
}

TEST(TextTable, CountsLettersAndNotBytes) {
    TextTable table({{"name", "", Align::left}, {"kg", ""}});
    table.add({"\xC3\x96rt", "1"});
    table.add({"abcde", "2"});
    EXPECT_EQ(table.text(), "name   kg\n\xC3\x96rt     1\nabcde   2\n");
}

TEST(TextTable, GivesChineseTwoColumnsAndMarksOverALetterNone) {
    TextTable table({{"title", "", Align::left}, {"kg", ""}});
    table.add({"\u5927\u98E2\u8352", "1"});
    table.add({"abcdef", "2"});
    table.add({"e\u0301\u200B", "3"});
    EXPECT_EQ(table.text(),
              "title   kg\n"
              "\u5927\u98E2\u8352   1\n"
              "abcdef   2\n"
              "e\u0301\u200B        3\n");
}

TEST(TextTable, HasNoCellThatSteersATerminal) {
    TextTable table({{"region", "", Align::left}});
    table.add({"a\x1b[2J\nb\x07"});
    EXPECT_EQ(table.text(), "region\na [2J b\n");
}

TEST(ShownLines, KeepLineBreaksAndBoldAlone) {
    EXPECT_EQ(shown_lines(bold("a\nb") + "\n\x1b[2Jc\x07\n"),
              "\x1b[1ma\x1b[0m\n\x1b[1mb\x1b[0m\n [2Jc \n");
    EXPECT_EQ(shown_lines("\x1b[1m\x1b[2J\x1b[0m"), "\x1b[1m [2J\x1b[0m");
}

TEST(Wrapped, CountsTheColumnsOfChinese) {
    EXPECT_EQ(wrapped("\u7CAE\u98DF \u4EA7\u91CF abc", 9), "\u7CAE\u98DF \u4EA7\u91CF\nabc");
}

TEST(TextTable, PutsAGroupOverItsColumns) {
    TextTable table({{"year", "", Align::left}, {"A", ""}, {"B", ""}});
    table.group("", 1);
    table.group("ration", 2);
    table.add({"1957", "212", "205"});
    EXPECT_EQ(table.text(),
              "        ration\n"
              "year    A    B\n"
              "1957  212  205\n");
}

TEST(TextTable, WrapsALastColumnOfWords) {
    TextTable table({{"key", "", Align::left}, {"words", "", Align::left}});
    std::string words;
    for (int i = 0; i < 60; ++i) words += "word ";
    table.add({"a", words});
    std::istringstream lines(table.text());
    std::string line;
    std::getline(lines, line);
    std::getline(lines, line);
    EXPECT_TRUE(line.starts_with("a    word word"));
    while (std::getline(lines, line)) {
        EXPECT_TRUE(line.starts_with("     word"));
        EXPECT_LE(line.size(), text_columns);
    }
}

TEST(TextTable, SetsOffHeadingsLineByLine) {
    TextTable table(std::vector<TextTable::Column>{{"a", "kg"}});
    table.add({"1"});
    EXPECT_EQ(table.text(true), "\x1b[1m a\x1b[0m\n\x1b[1mkg\x1b[0m\n 1\n");
}

RC_GTEST_PROP(Wrapped, KeepsAllWordsInOrderAndTheWidth, ()) {
    const auto word =
        rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange('a', 'f')));
    const auto words = *rc::gen::container<std::vector<std::string>>(word);
    std::string text;
    for (const auto& w : words) text += w + "  ";
    const std::size_t columns = 40;
    std::istringstream lines(wrapped(text, columns, 3));
    std::vector<std::string> found;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream in(line);
        std::size_t count = 0;
        for (std::string w; in >> w; ++count) found.push_back(w);
        RC_ASSERT(line.size() <= columns || count == 1);
    }
    RC_ASSERT(found == words);
}

TEST(OneLine, TurnsControlCharactersIntoSpaces) {
    EXPECT_EQ(one_line("a\nb\tc\x1b[1m\x7F"), "a b c [1m ");
}

}  // namespace
}  // namespace granary

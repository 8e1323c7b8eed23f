#include "write/markdown.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace granary {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

std::string escaped(std::string_view words) {
    return markdown::escaped(words).text();
}

std::string code(std::string_view words) {
    return markdown::code(words).text();
}

TEST(MarkdownText, EscapesWhatActsAnywhereInALine) {
    EXPECT_EQ(escaped("a <script> b"), "a \\<script> b");
    EXPECT_EQ(escaped("x](javascript:x)"), "x\\](javascript:x)");
    EXPECT_EQ(escaped("![a](b)"), "!\\[a\\](b)");
    EXPECT_EQ(escaped("a|b `c` *d* ~~e~~ $f$"), "a\\|b \\`c\\` \\*d\\* \\~\\~e\\~\\~ \\$f\\$");
    EXPECT_EQ(escaped("a\\|b\\"), "a\\\\\\|b\\\\");
}

TEST(MarkdownText, LeavesUnderscoresInsideAWordAlone) {
    EXPECT_EQ(escaped("net_rural_urban_migration, I_l"), "net_rural_urban_migration, I_l");
    EXPECT_EQ(escaped("_a_ __b__ c__d ._e"), "\\_a\\_ \\_\\_b\\_\\_ c\\_\\_d .\\_e");
    EXPECT_EQ(escaped("\u3000_a_\u3000"), "\u3000\\_a\\_\u3000");  // a space that is not of ASCII
}

TEST(MarkdownText, EscapesAnAmpersandThatAnEntityMayBeginWith) {
    EXPECT_EQ(escaped("Kung & Chen"), "Kung & Chen");
    EXPECT_EQ(escaped("&lt;b&gt; &#60; a&b"), "\\&lt;b\\&gt; \\&#60; a\\&b");
}

TEST(MarkdownText, IsOneLineThatSteersNothing) {
    EXPECT_EQ(escaped("a\n\n# b"), "a  # b");
    EXPECT_EQ(escaped("a\r- b\x1b[2J"), "a - b \\[2J");
    EXPECT_EQ(escaped("    a  \n"), "a");  // no code block, no hard line break
    EXPECT_EQ(escaped("a\u202Eb"), "a b");
    EXPECT_EQ(escaped(" \n "), "");
}

TEST(MarkdownText, BeginsNoHeadingListQuotationOrRule) {
    EXPECT_EQ(escaped("# a"), "\\# a");
    EXPECT_EQ(escaped("###### a"), "\\###### a");
    EXPECT_EQ(escaped("- a"), "\\- a");
    EXPECT_EQ(escaped("+ a"), "\\+ a");
    EXPECT_EQ(escaped(">a"), "\\>a");
    EXPECT_EQ(escaped("1. a"), "1\\. a");
    EXPECT_EQ(escaped("12) a"), "12\\) a");
    EXPECT_EQ(escaped("==="), "\\===");
    EXPECT_EQ(escaped(":-:"), "\\:-:");
    EXPECT_EQ(escaped("\n- a"), "\\- a");
}

TEST(MarkdownText, LeavesNumbersAndDatesAsTheyAre) {
    for (const auto* words : {"-0.5", "+3.20", "#1", "1.5 to 2", "1957-62", "1961-08-15", "a - b"})
        EXPECT_EQ(escaped(words), words);
    EXPECT_EQ(markdown::fixed(-0.664, 2).text(), "-0.66");
    EXPECT_EQ(markdown::signed_fixed(2, 1).text(), "+2.0");
}

TEST(MarkdownCode, IsEndedByNothingInIt) {
    EXPECT_EQ(code("granary run a*b_c <x>"), "`granary run a*b_c <x>`");
    EXPECT_EQ(code("a`b"), "``a`b``");
    EXPECT_EQ(code("a``b`c"), "```a``b`c```");
    EXPECT_EQ(code("`"), "`` ` ``");
    EXPECT_EQ(code("a\n\nb"), "`a  b`");
    EXPECT_EQ(code("a\\"), "`a\\`");
    EXPECT_EQ(code(""), "");
}

TEST(MarkdownCode, WithABarIsPlainText) {
    EXPECT_EQ(code("a|`b`"), "a\\|\\`b\\`");
}

TEST(MarkdownTable, TakesWordsOfAUserAsOneCell) {
    markdown::Table table({"name", "value"});
    table.row({markdown::escaped("a|b\nc"), markdown::code("d|e")});
    EXPECT_EQ(table.text().text(), "| name | value |\n|---|---|\n| a\\|b c | d\\|e |\n");
}

TEST(MarkdownLink, EndsAtNothingInTheName) {
    EXPECT_EQ(markdown::link_target("a b)](c)<d>.svg").text(), "a%20b%29%5D%28c%29%3Cd%3E.svg");
}

TEST(MarkdownAttribute, EndsAtNoQuote) {
    EXPECT_EQ(markdown::attribute("\"><script>").text(), "&quot;&gt;&lt;script&gt;");
}

TEST(MarkdownParagraph, BreaksNoLineBeforeWhatWouldActThere) {
    for (std::size_t before = 60; before < 120; ++before) {
        const auto text =
            markdown::wrapped(markdown::escaped(std::string(before, 'x') +
                                                " - a  1. b # c  > d + e === f 12) g --- h " +
                                                std::string(60, 'y')))
                .text();
        EXPECT_THAT(text, HasSubstr("\n"));
        EXPECT_THAT(text, Not(ContainsRegex("\n *(-|#|>|\\+|=|1\\.|12\\))")));
    }
}

TEST(MarkdownParagraph, BreaksCodeWhereNoBlockBegins) {
    for (std::size_t before = 1; before < 120; ++before) {
        const auto text =
            markdown::wrapped(markdown::escaped(std::string(before, 'x')) +
                              Literal<InMarkdown>(" ") + markdown::code("a <div> ``` *** ___ b"))
                .text();
        EXPECT_THAT(text, Not(ContainsRegex("\n *(<|```|\\*|_)")));
    }
}

TEST(MarkdownDocument, EndsWithOneLineBreak) {
    EXPECT_EQ(markdown::ended(Literal<InMarkdown>("a\n\n\n")).text(), "a\n");
}

}  // namespace
}  // namespace granary

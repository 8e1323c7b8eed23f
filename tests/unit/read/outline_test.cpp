#include "read/outline.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "granary/foundation/limits.hpp"

namespace granary::read {
namespace {

using ::testing::ElementsAre;
using ::testing::Eq;
using ::testing::Optional;

std::vector<std::string> statements(const std::string& text) {
    std::vector<std::string> found;
    for (const auto& statement : outline_of(text).statements)
        found.push_back((statement.is_header ? "H:" : "") +
                        text.substr(statement.begin, statement.end - statement.begin));
    return found;
}

TEST(Outline, CutsATextAtItsLines) {
    EXPECT_THAT(statements("a = 1\n\n# b = 2\n  [c]\nd = 'x' # e\n[[f]]"),
                ElementsAre("a = 1", "H:[c]", "d = 'x' # e", "H:[[f]]"));
}

TEST(Outline, KeepsListsAndLongTextsTogether) {
    EXPECT_THAT(statements("a = [\n1, # ]\n[2],\n]\nb = 1"),
                ElementsAre("a = [\n1, # ]\n[2],\n]", "b = 1"));
    EXPECT_THAT(statements("a = \"\"\"\nb = 1\n\"\"\"\nc = '''\n[d]\n'''\ne = 2"),
                ElementsAre("a = \"\"\"\nb = 1\n\"\"\"", "c = '''\n[d]\n'''", "e = 2"));
    EXPECT_THAT(statements("a = \"\\\"#[\"\nb = '\\'\nc = 1"),
                ElementsAre("a = \"\\\"#[\"", "b = '\\'", "c = 1"));
}

TEST(Outline, GoesOnBehindABracketThatNothingCloses) {
    const std::string text = "a = [1,\n2\nb = 1\nc = { d = 2\n[levers]\ne = [true]\n";
    EXPECT_THAT(statements(text),
                ElementsAre("a = [1,\n2", "b = 1", "c = { d = 2", "H:[levers]", "e = [true]"));
    const auto outline = outline_of(text);
    EXPECT_THAT(outline.unclosed(4), Optional(Eq(0U)));
    EXPECT_THAT(outline.statements[0].unclosed, Optional(Eq(4U)));
    EXPECT_FALSE(outline.statements[1].unclosed);
    EXPECT_THAT(outline.statements[2].unclosed, Optional(Eq(text.find('{'))));
}

TEST(Outline, TakesNoValueForAHeader) {
    EXPECT_THAT(statements("a = [\n[true],\n[1958]\n[ inf ]\n]"),
                ElementsAre("a = [\n[true],\n[1958]\n[ inf ]\n]"));
}

TEST(Outline, FindsTheQuoteThatNothingCloses) {
    const auto outline = outline_of("a = \"x\nb = 1\nc = '''y\n");
    EXPECT_THAT(outline.statements[0].unclosed, Optional(Eq(4U)));
    EXPECT_FALSE(outline.statements[1].unclosed);
    EXPECT_THAT(outline.statements[2].unclosed, Optional(Eq(17U)));
}

TEST(Outline, FindsWhatIsNotAsciiOutsideQuotes) {
    const std::string text = "a = \"\xC3\xA9\" # \xC3\xA9\nb = \xC3\xA9\n\xC3\xA9 = 1\n";
    const auto outline = outline_of(text);
    EXPECT_FALSE(outline.statements[0].stray);
    EXPECT_THAT(outline.statements[1].stray, Optional(Eq(text.find("b =") + 4)));
    EXPECT_THAT(outline.statements[2].stray, Optional(Eq(outline.statements[2].begin)));
}

TEST(Outline, KnowsWhatIsLostWithAHeader) {
    const std::string text = "a = 1\n[b]\nc = 1\nd = 2\n[e]\nf = 1";
    const auto outline = outline_of(text);
    const auto lost = outline.extent(1);
    EXPECT_EQ(text.substr(lost.begin, lost.end - lost.begin), "[b]\nc = 1\nd = 2");
    EXPECT_EQ(outline.header_of(3)->begin, text.find("[b]"));
    EXPECT_FALSE(outline.header_of(0));
    EXPECT_THAT(outline.statement_at(text.find("d = 2") + 3), Optional(Eq(3U)));
    EXPECT_FALSE(outline_of("\n\n").statement_at(1));
}

TEST(Outline, NotesTheFirstBracketOrPartPastTheLimit) {
    const std::string fine(limit::nested.most, '[');
    EXPECT_FALSE(outline_of("a = " + fine).too_deep);
    EXPECT_THAT(outline_of("a = " + fine + "{").too_deep, Optional(Eq(4 + limit::nested.most)));
    std::string key = "a";
    for (std::size_t i = 1; i < limit::nested.most; ++i) key += " . \"b.c\"";
    EXPECT_FALSE(outline_of(key + " = 1.5").too_deep);
    EXPECT_TRUE(outline_of(key + ".d = 1.5").too_deep);
    EXPECT_TRUE(outline_of("[" + key + ".d]").too_deep);
    EXPECT_TRUE(outline_of("x = { " + key + ".d = 1 }").too_deep);
}

TEST(Outline, NotesAListPastTheLimit) {
    std::string list = "a = [1";
    for (std::size_t i = 1; i < limit::list.most; ++i) list += ",1";
    EXPECT_FALSE(outline_of(list + "]").too_long);
    EXPECT_FALSE(outline_of(list + ",\n]").too_long);
    EXPECT_THAT(outline_of(list + ",1]").too_long, Optional(Eq(list.size())));
    EXPECT_FALSE(outline_of(list + "]\nb = [[1,1],[1,1]]").too_long);
}

}  // namespace
}  // namespace granary::read

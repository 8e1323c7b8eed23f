#include "granary/write/csv.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>
#include <vector>

#include "granary/write/number.hpp"
#include "record/csv.hpp"

namespace granary {
namespace {

TEST(Csv, QuotesOnlyWhatWouldBeMisread) {
    Csv csv;
    csv.row(
        std::vector<std::string>{"plain", "a,b", "say \"so\"", "two\nlines", "", "#no comment"});
    EXPECT_EQ(csv.text(), "plain,\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",,\"#no comment\"\n");
}

TEST(Csv, HasNoCellThatASpreadsheetCalculates) {
    Csv csv;
    csv.row(std::vector<std::string>{"=cmd|' /C calc'!A0", "@SUM(1)", "+1+1", "-a", "-1.5e-7", "+2",
                                     "-"});
    EXPECT_EQ(csv.text(), "'=cmd|' /C calc'!A0,'@SUM(1),'+1+1,'-a,-1.5e-7,+2,-\n");
}

TEST(Csv, HasNoCharacterThatSteersATerminal) {
    Csv csv;
    csv.row(std::vector<std::string>{"\x1b]0;own\x07", "a\rb", "a\u202Eb"});
    EXPECT_EQ(csv.text(), " ]0;own ,a b,a b\n");
}

TEST(Csv, KeepsACommentOnItsLine) {
    Csv csv;
    csv.comment("a title\nyear,1957\x1b[2J");
    EXPECT_EQ(csv.text_below_about(), "# a title year,1957 [2J\n");
    EXPECT_EQ(csv.text(), "") << "the first line of a CSV is its header";
}

RC_GTEST_PROP(Csv, IsReadBackByTheRecordsReader, ()) {
    const auto character = rc::gen::element<char>('a', ',', '"', '\n', ' ', '#', '1');
    const auto cell = rc::gen::container<std::string>(character);
    const std::vector<std::string> cells{*cell, *cell, *cell};
    Csv csv;
    csv.row(std::vector<std::string>{"x", "y", "z"});
    csv.row(cells);
    const auto rows = csv::read("test", csv.text(), "x,y,z");
    RC_ASSERT(rows.size() == 1);
    RC_ASSERT(rows.front().cells == cells);
}

RC_GTEST_PROP(Number, ShortestReadsBackAsTheSameDouble, (double value)) {
    RC_PRE(value - value == 0.0);
    RC_ASSERT(std::stod(shortest(value)) == value);
}

TEST(Number, HasNoTextWhereItIsUndefined) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(shortest(nan), "");
    EXPECT_EQ(fixed(nan, 1), "-");
    EXPECT_EQ(signed_fixed(std::numeric_limits<double>::infinity(), 1), "-");
}

TEST(Number, NeverShowsASignBeforeZero) {
    EXPECT_EQ(fixed(-0.04, 1), "0.0");
    EXPECT_EQ(signed_fixed(0.04, 1), "0.0");
    EXPECT_EQ(signed_fixed(-0.04, 1), "0.0");
    EXPECT_EQ(signed_fixed(0.06, 1), "+0.1");
    EXPECT_EQ(fixed(-0.06, 1), "-0.1");
}

}  // namespace
}  // namespace granary

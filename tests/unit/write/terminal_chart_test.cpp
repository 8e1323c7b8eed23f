#include "granary/write/terminal_chart.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>

#include "granary/foundation/plain_text.hpp"
#include "granary/granary.hpp"
#include "granary/write/text.hpp"

namespace granary::test {
namespace {

using testing::HasSubstr;
using testing::Not;

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> found;
    for (std::size_t from = 0; from < text.size();) {
        const auto end = text.find('\n', from);
        found.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return found;
}

const Trajectory<double>& historical() {
    static const auto run = simulate(load_scenario("historical"));
    return run;
}

TEST(TerminalChart, IsSmallInBothAlphabets) {
    for (const auto characters : {Characters::ascii, Characters::unicode}) {
        const auto rows = lines(terminal_chart(historical(), characters));
        EXPECT_LT(rows.size(), 12U);
        for (const auto& row : rows) {
            EXPECT_LE(display_width(row), 80U) << row;
            EXPECT_FALSE(row.ends_with(' ')) << row;
        }
    }
}

TEST(TerminalChart, IsPlainAsciiWhereAsked) {
    const auto text = terminal_chart(historical(), Characters::ascii);
    EXPECT_TRUE(std::all_of(text.begin(), text.end(),
                            [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); }));
    EXPECT_THAT(terminal_chart(historical(), Characters::unicode), HasSubstr("\u2500"));
}

/// Springs and autumns as the months of the run have them: the curve's lowest point is in the
/// column of the leanest month.
TEST(TerminalChart, IsLowestWhereTheLeanestMonthIs) {
    double least = 1e9;
    std::size_t leanest = 0;
    for (std::size_t month = 0; month < 72; ++month) {
        const int year = 1957 + static_cast<int>(month) / 12, m = static_cast<int>(month) % 12 + 1;
        const auto end = m == 12 ? month_start(year + 1, 1) : month_start(year, m + 1);
        const double kg = historical().figures(month_start(year, m), end).rural_ration_kg;
        if (kg < least) {
            least = kg;
            leanest = month;
        }
    }
    const auto rows = lines(terminal_chart(historical(), Characters::ascii));
    const auto lowest = rows.at(7);  // below the legend and six rows
    EXPECT_EQ(lowest.at(6 + leanest), '*') << lowest;
}

TEST(TerminalChart, NamesEveryYearAndTheEndsOfItsScale) {
    const auto text = terminal_chart(historical(), Characters::ascii);
    for (int year = 1957; year <= 1962; ++year) EXPECT_THAT(text, HasSubstr(std::to_string(year)));
    EXPECT_THAT(text, HasSubstr("kg a head and year"));
}

TEST(TerminalChart, HasNoRecordWhereThereIsNone) {
    auto later = load_scenario("historical").starting({1971, 0});
    later.end = {1973, 0};
    EXPECT_THAT(terminal_chart(simulate(later), Characters::ascii), Not(HasSubstr("record")));
}

TEST(TerminalChart, IsEmptyForAMonthAndReadableForDecades) {
    auto scenario = load_scenario("historical");
    scenario.end = month_start(1957, 2);
    EXPECT_EQ(terminal_chart(simulate(scenario), Characters::ascii), "");
    scenario.end = {1997, 0};
    for (const auto& row : lines(terminal_chart(simulate(scenario), Characters::ascii)))
        EXPECT_LE(row.size(), 80U);
}

TEST(TerminalCharacters, FollowTheLocale) {
    const auto with = [](const char* all, const char* ctype, const char* lang) {
        setenv("LC_ALL", all, 1);
        setenv("LC_CTYPE", ctype, 1);
        setenv("LANG", lang, 1);
        return terminal_characters();
    };
    EXPECT_EQ(with("", "", "de_DE.UTF-8"), Characters::unicode);
    EXPECT_EQ(with("", "", "C.utf8"), Characters::unicode);
    EXPECT_EQ(with("C", "", "de_DE.UTF-8"), Characters::ascii);
    EXPECT_EQ(with("", "en_GB.UTF-8", "C"), Characters::unicode);
    EXPECT_EQ(with("", "", ""), Characters::ascii);
}

}  // namespace
}  // namespace granary::test

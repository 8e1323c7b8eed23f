#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numeric>

#include "write/chart/events.hpp"
#include "write/chart/labels.hpp"
#include "write/chart/palette.hpp"
#include "write/chart/scale.hpp"
#include "write/chart/text_size.hpp"

namespace granary::chart::test {
namespace {

using testing::ElementsAre;

TEST(ChartTicks, AreRoundAndHoldTheRange) {
    EXPECT_THAT(ticks_for({153.8, 205}, 4).values(), ElementsAre(140, 160, 180, 200, 220));
    EXPECT_THAT(ticks_for({0, 31}, 4).values(), ElementsAre(0, 10, 20, 30, 40));
    EXPECT_THAT(ticks_for({-3, 4}, 3).values(), ElementsAre(-5, 0, 5));
}

TEST(ChartTicks, NeedNoFurtherStepForAValueOnATick) {
    EXPECT_THAT(ticks_for({0, 40}, 4).values(), ElementsAre(0, 10, 20, 30, 40));
}

TEST(ChartTicks, HaveTheDecimalsOfTheirStep) {
    const auto fine = ticks_for({0, 1}, 5);
    EXPECT_EQ(fine.label(fine.values()[1]), "0.2");
    EXPECT_EQ(ticks_for({0, 1000}, 5).label(200), "200");
    EXPECT_EQ(ticks_for({0, 0.05}, 5).label(0.01), "0.01");
}

TEST(ChartTicks, ExistForOneValueAndForNone) {
    EXPECT_GT(ticks_for({7, 7}, 5).high(), 7);
    EXPECT_LT(ticks_for({7, 7}, 5).low, 7);
    EXPECT_EQ(ticks_for(Range{}, 5).low, 0);
}

RC_GTEST_PROP(ChartTicks, HoldEveryRangeInAtMostTheStepsAllowed, ()) {
    const double low = *rc::gen::inRange(-1'000'000, 1'000'000) / 1000.0;
    const double span = *rc::gen::inRange(1, 1'000'000) / 1000.0;
    const int most = *rc::gen::inRange(2, 12);
    const auto ticks = ticks_for({low, low + span}, most);
    RC_ASSERT(ticks.low <= low + 1e-6 * span);
    RC_ASSERT(ticks.high() >= low + span - 1e-6 * span);
    RC_ASSERT(ticks.count <= most);
}

TEST(ChartScale, MapsEndsToEnds) {
    const Scale scale{10, 20, 300, 100};
    EXPECT_EQ(scale(10), 300);
    EXPECT_EQ(scale(20), 100);
    EXPECT_EQ(scale(15), 200);
}

TEST(ChartRange, LeavesOutWhatIsNotFinite) {
    Range range;
    range.include(std::nan(""));
    EXPECT_TRUE(range.empty());
    range.include(3);
    range.include(HUGE_VAL);
    EXPECT_EQ(range.high, 3);
}

TEST(ChartLabels, StayWhereTheyAreWantedIfThereIsRoom) {
    EXPECT_THAT(spread({10, 50}, {8, 8}, 0, 100), ElementsAre(10, 50));
}

TEST(ChartLabels, MoveApartByAsMuchOnBothSides) {
    EXPECT_THAT(spread({50, 50}, {10, 10}, 0, 100), ElementsAre(45, 55));
    EXPECT_THAT(spread({52, 50}, {10, 10}, 0, 100), ElementsAre(56, 46));
}

TEST(ChartLabels, KeepWithinTheColumn) {
    EXPECT_THAT(spread({99, 99, 99}, {10, 10, 10}, 0, 100), ElementsAre(75, 85, 95));
    EXPECT_THAT(spread({-5}, {10}, 0, 100), ElementsAre(5));
}

RC_GTEST_PROP(ChartLabels, NeverOverlapAndKeepTheirOrder, (std::vector<unsigned char> places)) {
    RC_PRE(places.size() <= 20);
    const std::vector<double> wanted(places.begin(), places.end());
    std::vector<double> heights;
    for (std::size_t i = 0; i < wanted.size(); ++i) heights.push_back(i % 3 == 0 ? 20 : 10);
    const auto centres = spread(wanted, heights, -10, 400);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        RC_ASSERT(centres[i] - 0.5 * heights[i] >= -10 - 1e-9);
        RC_ASSERT(centres[i] + 0.5 * heights[i] <= 400 + 1e-9);
        for (std::size_t j = 0; j < wanted.size(); ++j) {
            if (wanted[i] < wanted[j]) RC_ASSERT(centres[i] < centres[j]);
            if (i != j)
                RC_ASSERT(std::fabs(centres[i] - centres[j]) >=
                          0.5 * (heights[i] + heights[j]) - 1e-9);
        }
    }
}

TEST(ChartPlacing, AvoidsWordsAndPrefersWhereNoLineIs) {
    const Box bounds{0, 0, 200, 200};
    Taken taken;
    const auto first = place_beside({{100, 100}}, {40, 10, 5}, bounds, taken);
    ASSERT_TRUE(first);
    taken.add(*first);
    const auto second = place_beside({{100, 100}}, {40, 10, 5}, bounds, taken);
    ASSERT_TRUE(second);
    EXPECT_FALSE(second->overlaps(*first));

    Taken with_line;
    with_line.add_line({{0, 90}, {200, 90}});
    const auto below = place_beside({{100, 100}}, {40, 10, 5}, bounds, with_line);
    ASSERT_TRUE(below);
    EXPECT_EQ(with_line.drawn_under(*below), 0);
}

TEST(ChartPlacing, GivesUpWhereThereIsNoRoom) {
    Taken taken;
    EXPECT_FALSE(place_beside({{5, 5}}, {40, 10, 5}, {0, 0, 20, 20}, taken));
    taken.add({0, 0, 200, 200});
    EXPECT_FALSE(place_beside({{100, 100}}, {40, 10, 5}, {0, 0, 200, 200}, taken));
    EXPECT_FALSE(place_above({{100, 100}}, {40, 10, 5}, {0, 0, 200, 200}, taken));
}

TEST(ChartPlacing, TakesAnotherPlaceWhereTheFirstIsCrowded) {
    const Box bounds{0, 0, 400, 200};
    Taken taken;
    taken.add({0, 0, 220, 200});
    const auto box = place_beside({{100, 100}, {300, 100}}, {40, 10, 5}, bounds, taken);
    ASSERT_TRUE(box);
    EXPECT_GT(box->left, 220);
}

TEST(ChartText, BreaksAtSpacesAndLineFeeds) {
    EXPECT_THAT(lines_of("one two\nthree", 1000, 12), ElementsAre("one two", "three"));
    const auto lines = lines_of("the rural ration falls from spring to spring", 100, 12);
    EXPECT_GT(lines.size(), 2U);
    for (const auto& line : lines) EXPECT_LE(text_width(line, 12), 100);
    const auto joined =
        std::accumulate(std::next(lines.begin()), lines.end(), lines.front(),
                        [](const std::string& a, const std::string& b) { return a + ' ' + b; });
    EXPECT_EQ(joined, "the rural ration falls from spring to spring");
}

TEST(ChartText, CutsShortAWordThatIsTooLong) {
    const auto lines = lines_of(std::string(200, 'W'), 100, 12);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_LE(text_width(lines[0], 12), 100);
    EXPECT_TRUE(lines[0].ends_with("\u2026"));
}

TEST(ChartText, CutsBetweenCharacters) {
    const auto cut = shortened("\u4eba\u6c11\u4eba\u6c11\u4eba\u6c11", 40, 12);
    EXPECT_EQ((cut.size() - std::string_view("\u2026").size()) % 3, 0U);
    EXPECT_LE(text_width(cut, 12), 40);
}

TEST(ChartText, GrowsWithSizeAndIsWiderInBold) {
    EXPECT_DOUBLE_EQ(text_width("grain", 24), 2 * text_width("grain", 12));
    EXPECT_GT(text_width("grain", 12, true), text_width("grain", 12));
    EXPECT_EQ(text_width("", 12), 0);
}

TEST(ChartEvents, StandAboveLaterOnesThatTheirWordsReach) {
    const Scale scale{1957, 1963, 0, 600};
    const auto rows =
        event_rows({{1958.5, "a long name of it"}, {1958.9, "b"}, {1961, "c"}}, scale, 12, 700);
    ASSERT_EQ(rows.marks.size(), 3U);
    EXPECT_EQ(rows.count, 2);
    for (const auto& mark : rows.marks) EXPECT_EQ(mark.row, mark.x == 1958.5 ? 1 : 0);
}

TEST(ChartEvents, AreLeftOutBeyondTheScaleAndUnnamedAtItsEdge) {
    const Scale scale{1957, 1960, 0, 300};
    const auto rows =
        event_rows({{1956, "a"}, {1959.9, "a very long name"}, {1961, "c"}}, scale, 12, 310);
    ASSERT_EQ(rows.marks.size(), 1U);
    EXPECT_EQ(rows.marks[0].label, "");
}

TEST(ChartInks, DifferWithoutColourToo) {
    for (std::size_t i = 0; i < 17; ++i)
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_TRUE(ink_of(i).dashes.text() != ink_of(j).dashes.text() ||
                        ink_of(i).marker != ink_of(j).marker);
}

}  // namespace
}  // namespace granary::chart::test

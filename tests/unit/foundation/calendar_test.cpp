#include "granary/foundation/calendar.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace granary {
namespace {

TEST(Calendar, MakesAMonthATwelfthOfAYear) {
    EXPECT_EQ(month_start(1958, 10), (Instant{1958, 0.75}));
    EXPECT_EQ(month_start(1958, 1), (Instant{1958, 0}));
}

TEST(Calendar, LetsDaysPassEvenlyWithinTheirMonth) {
    const auto at = instant_of(1959, 8, 15);
    EXPECT_EQ(at.year, 1959);
    EXPECT_DOUBLE_EQ(at.season, (7 + 14.0 / 31) / 12);
    EXPECT_EQ(instant_of(1958, 2, 15).season, 1.5 / 12);
}

TEST(Calendar, KnowsLeapYears) {
    EXPECT_TRUE(is_leap_year(1960));
    EXPECT_FALSE(is_leap_year(1958));
    EXPECT_FALSE(is_leap_year(1900));
    EXPECT_TRUE(is_leap_year(2000));
    EXPECT_EQ(days_in_month(1960, 2), 29);
    EXPECT_EQ(days_in_month(1958, 2), 28);
}

TEST(Calendar, CountsYearsBetweenInstants) {
    EXPECT_EQ(years_between(month_start(1957, 1), month_start(1963, 1)), 6);
    EXPECT_EQ(years_between(month_start(1958, 10), month_start(1958, 7)), -0.25);
}

TEST(Calendar, OrdersInstants) {
    EXPECT_LT(instant_of(1958, 12, 31), month_start(1959, 1));
    EXPECT_LT(month_start(1958, 1), instant_of(1958, 1, 2));
    EXPECT_EQ(instant_of(1958, 8, 1), month_start(1958, 8));
}

TEST(DateText, IsReadWithOrWithoutItsDay) {
    EXPECT_EQ(parse_date("1958-08"), month_start(1958, 8));
    EXPECT_EQ(parse_date("1958-08-15"), instant_of(1958, 8, 15));
    EXPECT_EQ(parse_date("1960-02-29"), instant_of(1960, 2, 29));
}

TEST(DateText, IsRefusedWhereTheCalendarHasNoSuchDay) {
    for (const auto* text : {"1958-13", "1958-00", "1958-02-29", "1958-04-31", "1958-04-00"})
        EXPECT_FALSE(parse_date(text)) << text;
}

TEST(DateText, IsRefusedInAnyOtherForm) {
    for (const auto* text : {"", "1958", "1958-8", "58-08", "1958/08", "1958-08-1", "1958-08 15",
                             "1958-08-15 ", "-958-08", "+958-08", "195a-08", "1958-08-1x"})
        EXPECT_FALSE(parse_date(text)) << text;
}

TEST(Date, OfAProgramIsReadWhereItIsCompiled) {
    static_assert(date("1958-08") == month_start(1958, 8));
    static_assert(date("1960-02-29") == instant_of(1960, 2, 29));
}

TEST(MonthStart, IsToldFromOtherInstants) {
    for (int month = 1; month <= 12; ++month) {
        EXPECT_TRUE(is_month_start(month_start(1959, month)));
        EXPECT_TRUE(is_month_start(instant_of(1959, month)));
        EXPECT_FALSE(is_month_start(instant_of(1959, month, 15)));
    }
}

RC_GTEST_PROP(DateText, ReturnsEveryDateThatItWrites, ()) {
    const auto year = *rc::gen::inRange(1000, 3000);
    const auto month = *rc::gen::inRange(1, 13);
    const auto day = *rc::gen::inRange(1, days_in_month(year, month) + 1);
    const auto at = instant_of(year, month, day);
    const auto text = date_text(at);
    RC_ASSERT(text.size() == (day == 1 ? 7U : 10U));
    RC_ASSERT(parse_date(text) == at);
}

}  // namespace
}  // namespace granary

#include "granary/foundation/calendar.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
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

/// What a year written as one number keeps of an instant: search and sweeps hand dates on so.
Instant as_one_number(const Instant& at) {
    const double years = at.year + at.season;
    return {static_cast<int>(std::floor(years)), years - std::floor(years)};
}

TEST(DateTimeText, BeginsEveryMonthAtMidnight) {
    for (int year = 1957; year < 1963; ++year)
        for (int month = 1; month <= months_per_year; ++month) {
            const auto at = month_start(year, month);
            const auto text = date_text(at);
            EXPECT_EQ(date_time_text(at), text + "-01 00:00");
            EXPECT_EQ(date_time_text(as_one_number(at)), text + "-01 00:00");
            EXPECT_EQ(parse_date(date_text(as_one_number(at))), at);
        }
}

TEST(DateTimeText, NamesTheMinuteThatHasBegun) {
    const auto noon = [](double seconds) {
        return Instant{1959, (4 + (13 + (43200 + seconds) / 86400) / 31) / 12};
    };
    EXPECT_EQ(date_time_text(noon(0)), "1959-05-14 12:00");
    EXPECT_EQ(date_time_text(noon(59)), "1959-05-14 12:00");
    EXPECT_EQ(date_time_text(noon(60)), "1959-05-14 12:01");
}

RC_GTEST_PROP(DateTimeText, ReturnsEveryMinute, ()) {
    const auto year = *rc::gen::inRange(1000, 3000);
    const auto month = *rc::gen::inRange(1, 13);
    const auto day = *rc::gen::inRange(1, days_in_month(year, month) + 1);
    const auto minute = *rc::gen::inRange(0, 24 * 60);
    const Instant at{year, (month - 1 + (day - 1 + minute / 1440.0) / days_in_month(year, month)) /
                               months_per_year};
    RC_ASSERT(date_time(at) == (DateTime{year, month, day, minute}));
    RC_ASSERT(date_time(as_one_number(at)) == date_time(at));
}

TEST(DateText, ReadsBackInYearsOfFewDigits) {
    for (const int year : {0, 7, 957, 999, 1000, 9999})
        for (const int month : {1, 12}) {
            const Instant at = month_start(year, month);
            EXPECT_EQ(parse_date(date_text(at)), at) << date_text(at);
        }
    EXPECT_EQ(date_time_text(month_start(957, 1)), "0957-01-01 00:00");
}

/// Also where a month, or a year, has all but passed.
RC_GTEST_PROP(DateText, IsADateOfTheCalendarAtAnyInstant, ()) {
    const auto month = *rc::gen::inRange(1, 13);
    const auto digits = *rc::gen::inRange(1, 16);
    const Instant at{1957, std::nextafter((month - std::pow(10.0, -digits)) / 12, 0)};
    const auto read = parse_date(date_text(at));
    RC_ASSERT(read.has_value());
    RC_ASSERT(std::fabs(years_between(at, *read)) < 1.01 / 336);
}

}  // namespace
}  // namespace granary

#pragma once
/// Calendar time. An instant is a year and the part of it that has passed: the seasons of two years
/// are the same numbers, and moving all dates by whole years changes no difference between them.

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace granary {

/// Months are twelfths of a year, whatever their days.
constexpr int months_per_year = 12;

/// A point of time; compared by year, then by season.
struct Instant {
    int year = 0;
    double season = 0;  ///< part of the year passed, 0 <= season < 1
    friend auto operator<=>(const Instant&, const Instant&) = default;
};

/// b - a in years, exact in the whole years.
constexpr double years_between(const Instant& a, const Instant& b) {
    return static_cast<double>(b.year - a.year) + (b.season - a.season);
}

/// The first day of month 1-12, at 0:00.
constexpr Instant month_start(int year, int month) {
    return {year, static_cast<double>(month - 1) / months_per_year};
}

/// By the Gregorian rule.
constexpr bool is_leap_year(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/// Days of month 1-12.
constexpr int days_in_month(int year, int month) {
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap_year(year) ? 29 : days[month - 1];
}

/// A date at 0:00: days are linear within their month, a month is 1/12 year.
constexpr Instant instant_of(int year, int month, int day = 1) {
    const double months =
        static_cast<double>(month - 1) + static_cast<double>(day - 1) / days_in_month(year, month);
    return {year, months / months_per_year};
}

namespace detail {
/// The number written by all of `text`, digits only; -1 where it is not one.
constexpr int digits(std::string_view text) {
    int number = text.empty() ? -1 : 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return -1;
        number = 10 * number + (c - '0');
    }
    return number;
}
}  // namespace detail

/// "1958-08" or "1958-08-15"; nothing where it is not a date of the calendar.
constexpr std::optional<Instant> parse_date(std::string_view text) {
    const bool has_day = text.size() == 10 && text[7] == '-';
    if (!(has_day || text.size() == 7) || text[4] != '-') return std::nullopt;
    const int year = detail::digits(text.substr(0, 4));
    const int month = detail::digits(text.substr(5, 2));
    if (year < 0 || month < 1 || month > months_per_year) return std::nullopt;
    const int day = has_day ? detail::digits(text.substr(8, 2)) : 1;
    if (day < 1 || day > days_in_month(year, month)) return std::nullopt;
    return instant_of(year, month, day);
}

/// The same for a program's own dates: `date("1958-08-15")`. One that the calendar does not have
/// does not compile.
consteval Instant date(std::string_view text) {
    const auto instant = parse_date(text);
    if (!instant) throw "no date of the calendar: expected \"1958-08\" or \"1958-08-15\"";
    return *instant;
}

/// Whether a month begins at `at`.
constexpr bool is_month_start(const Instant& at) {
    for (int month = 1; month <= months_per_year; ++month)
        if (month_start(at.year, month) == at) return true;
    return false;
}

/// An instant as a calendar and a clock name it.
struct DateTime {
    int year = 0, month = 1, day = 1;  ///< counted from 1
    int minute = 0;                    ///< of the day, begun
    friend bool operator==(const DateTime&, const DateTime&) = default;
};

/// The minute that has begun at `at`. An instant is a binary number and may lie just short of the
/// minute it stands for, so that the next one begins a tenth of a second early.
constexpr DateTime date_time(const Instant& at) {
    constexpr int minutes_of_day = 24 * 60;
    constexpr double early_minutes = 0.1 / 60;
    const double months = at.season * months_per_year;
    int month = static_cast<int>(months) + 1;
    const int days = days_in_month(at.year, month);
    int minutes = static_cast<int>((months - (month - 1)) * days * minutes_of_day + early_minutes);
    if (minutes == days * minutes_of_day) {
        minutes = 0;
        ++month;
    }
    const bool next_year = month > months_per_year;
    return {at.year + next_year, next_year ? 1 : month, minutes / minutes_of_day + 1,
            minutes % minutes_of_day};
}

namespace detail {
/// "-07".
inline std::string two_digits(char before, int number) {
    return before + std::string(number < 10 ? "0" : "") + std::to_string(number);
}
/// "0957", "1958": as many digits as a date is read with.
inline std::string four_digits(int year) {
    const auto text = std::to_string(year);
    return std::string(text.size() < 4 ? 4 - text.size() : 0, '0') + text;
}
}  // namespace detail

/// The date written as in a scenario file: "1958-08", or with its day where it is not the first.
inline std::string date_text(const Instant& at) {
    const auto [year, month, day, minute] = date_time(at);
    const auto text = detail::four_digits(year) + detail::two_digits('-', month);
    return day == 1 ? text : text + detail::two_digits('-', day);
}

/// "1959-05-14 15:21": always with its day.
inline std::string date_time_text(const Instant& at) {
    const auto [year, month, day, minute] = date_time(at);
    return detail::four_digits(year) + detail::two_digits('-', month) +
           detail::two_digits('-', day) + detail::two_digits(' ', minute / 60) +
           detail::two_digits(':', minute % 60);
}

}  // namespace granary

#pragma once
/// Calendar time. An instant is a year and the part of it that has passed: the seasons of two years
/// are the same numbers, and moving all dates by whole years changes no difference between them.

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace granary {

constexpr int months_per_year = 12;

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

constexpr bool is_leap_year(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

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

/// The date written as in a scenario file: "1958-08", or with its day where it is not the first.
inline std::string date_text(const Instant& at) {
    const double months = at.season * months_per_year + 1e-9;
    const int month = static_cast<int>(months);
    const int day =
        static_cast<int>((months - month) * days_in_month(at.year, month + 1) + 1e-6) + 1;
    const auto two = [](int n) { return (n < 10 ? "-0" : "-") + std::to_string(n); };
    const std::string text = std::to_string(at.year) + two(month + 1);
    return day == 1 ? text : text + two(day);
}

}  // namespace granary

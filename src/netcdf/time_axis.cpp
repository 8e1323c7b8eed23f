#include "netcdf/time_axis.hpp"

#include <cstdint>
#include <vector>

namespace granary::netcdf {
namespace {

/// Days from the beginning of 1957 to that of a year, in the Gregorian calendar.
double days_before(int year) {
    const auto since_0 = [](int y) { return 365 * y + y / 4 - y / 100 + y / 400; };
    return since_0(year - 1) - since_0(1956);
}

double days_since_1957(const Instant& at) {
    const auto [year, month, day, minute] = date_time(at);
    double days = days_before(year);
    for (int earlier = 1; earlier < month; ++earlier) days += days_in_month(year, earlier);
    constexpr double minutes_of_day = 24 * 60;
    return days + (day - 1) + minute / minutes_of_day;
}

}  // namespace

void show_time(std::span<const EnsembleYear> years, const Group& root, Dimension time) {
    std::vector<double> middles, limits;
    std::vector<std::int32_t> numbers;
    for (const auto& [year, from, to] : years) {
        limits.insert(limits.end(), {days_since_1957(from), days_since_1957(to)});
        middles.push_back((limits.end()[-2] + limits.end()[-1]) / 2);
        numbers.push_back(year);
    }
    const auto ends = root.dimension("bnds", years.empty() ? 0 : 2);
    root.variable("time", std::vector{time}, std::move(middles))
        .note("standard_name", "time")
        .note("long_name", "middle of the year, or of the part of it that is run")
        .note("units", "days since 1957-01-01")
        .note("calendar", "proleptic_gregorian")
        .note("axis", "T")
        .note("bounds", "time_bnds");
    root.variable("time_bnds", std::vector{time, ends}, std::move(limits));
    root.variable("year", std::vector{time}, std::move(numbers))
        .note("long_name", "calendar year")
        .note("units", "1");
}

}  // namespace granary::netcdf

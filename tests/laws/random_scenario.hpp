#pragma once
/// Scenarios drawn at random for the laws: constants anywhere within their bounds, levers anywhere
/// within their ranges with knots on any day, one to three regions, one to eight reporting levels,
/// any part of ten years. A draw is kept as small whole numbers, 0 being the plain choice (a
/// default, a first of the month), so that RapidCheck can shrink it, and prints only what differs
/// from the plain choice.

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <ostream>
#include <string>
#include <vector>

#include "granary/scenario/scenario.hpp"

namespace granary::laws {

/// Months after January 1955, and days after the first.
struct DrawnDate {
    int month = 0, day = 0;
    Instant instant() const { return instant_of(1955 + month / 12, month % 12 + 1, day + 1); }
};

/// -steps_each_way is the low end of a row's range, 0 the default, steps_each_way the high end.
inline constexpr int steps_each_way = 64;

/// The value at a place of a row's range. Where the default is the low end, both ways lead up.
template <class Row>
double value_at(const Row& row, double plain, int place) {
    const double part = static_cast<double>(std::abs(place)) / steps_each_way;
    const double end = place < 0 && row.low < plain ? row.low : row.high;
    return (1 - part) * plain + part * end;
}

inline double constant_at(std::size_t row, int place) {
    return value_at(Parameter::table[row], Parameter::table[row].value, place);
}

inline double height_at(std::size_t row, int place) {
    const auto parameter = find_row<Parameter>(Lever::table[row].parameter);
    const double plain = parameter ? Parameter::table[*parameter].value : Lever::table[row].value;
    return value_at(Lever::table[row], plain, place);
}

struct DrawnKnot {
    DrawnDate at;
    int height = 0;  ///< see `height_at`
};

/// A lever set for the nation (region 0) or, where it may be, for one region, counted from 1.
struct DrawnLever {
    std::size_t lever = 0;
    int region = 0;
    bool steps = false;
    std::vector<DrawnKnot> knots;

    /// In order of time; of two knots on one day the first drawn counts.
    Schedule schedule() const {
        std::vector<Knot> dated;
        for (const auto& knot : knots)
            dated.push_back(
                {knot.at.instant(), Height::number(height_at(lever, knot.height)), "drawn"});
        std::stable_sort(dated.begin(), dated.end(),
                         [](const Knot& a, const Knot& b) { return a.at < b.at; });
        const auto same_day = [](const Knot& a, const Knot& b) { return a.at == b.at; };
        dated.erase(std::unique(dated.begin(), dated.end(), same_day), dated.end());
        return steps ? Schedule::steps(dated) : Schedule::linear(dated);
    }
};

struct DrawnScenario {
    DrawnDate start;
    int months = 1, last_day = 0;  ///< length of the span, and the days after a first it ends on
    std::size_t levels = 1;
    std::vector<int> shares{1};  ///< weights of the regions
    std::vector<int> constants;  ///< one for each row of the table, see `constant_at`
    std::vector<DrawnLever> levers;
    std::vector<DrawnDate> observe;

    Instant end() const { return DrawnDate{start.month + months, last_day}.instant(); }

    Scenario scenario() const {
        Scenario result = Scenario{}.starting(start.instant());
        result.name = "drawn";
        result.end = end();
        result.reporting_levels = levels;
        for (std::size_t i = 0; i < constants.size(); ++i)
            result.constants.values[i] = constant_at(i, constants[i]);
        result.regions = regions();
        for (const auto& drawn : levers) set_lever(drawn, result);
        for (const auto& date : observe) {
            const Instant at = date.instant();
            if (result.start <= at && at <= result.end) result.observe.push_back(at);
        }
        return result;
    }

  private:
    std::vector<Region> regions() const {
        int total = 0;
        for (const int share : shares) total += share;
        std::vector<Region> result;
        for (const int share : shares)
            result.push_back({fmt::format("region {}", result.size() + 1),
                              static_cast<double>(share) / total,
                              {}});
        return result;
    }

    static void set_lever(const DrawnLever& drawn, Scenario& scenario) {
        if (drawn.region == 0 || !Lever::table[drawn.lever].regional) {
            scenario.levers[drawn.lever] = drawn.schedule();
            return;
        }
        const auto region = static_cast<std::size_t>(drawn.region - 1) % scenario.regions.size();
        scenario.regions[region].levers[drawn.lever] = drawn.schedule();
    }
};

inline std::string text_of(const DrawnLever& drawn) {
    const auto& row = Lever::table[drawn.lever];
    std::string text = fmt::format("{} =", row.name);
    if (drawn.region > 0 && row.regional) text += fmt::format(" (of region {})", drawn.region);
    text += drawn.steps ? " steps" : " linear";
    for (const auto& knot : drawn.knots)
        text += fmt::format(" {} {}", date_text(knot.at.instant()),
                            height_at(drawn.lever, knot.height));
    return text;
}

/// How RapidCheck prints a counterexample.
inline void showValue(const DrawnScenario& drawn, std::ostream& os) {
    os << fmt::format("{} to {}, reporting_levels = {}, shares {}\n",
                      date_text(drawn.start.instant()), date_text(drawn.end()), drawn.levels,
                      fmt::join(drawn.shares, ":"));
    for (const auto& date : drawn.observe) os << "observe " << date_text(date.instant()) << '\n';
    for (std::size_t i = 0; i < drawn.constants.size(); ++i)
        if (drawn.constants[i] != 0)
            os << fmt::format("{} = {}\n", Parameter::table[i].name,
                              constant_at(i, drawn.constants[i]));
    for (const auto& lever : drawn.levers) os << text_of(lever) << '\n';
}

}  // namespace granary::laws

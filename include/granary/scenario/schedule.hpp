#pragma once
/// How a lever runs through time: straight lines between dated heights, with jumps where decided.

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "granary/foundation/calendar.hpp"
#include "granary/foundation/checked.hpp"
#include "granary/foundation/real.hpp"
#include "granary/scenario/parameters.hpp"

namespace granary {

/// The height of a lever at a knot: a number, or a parameter times a factor, and what was added to
/// it. A number and a parameter convert, so that a knot is written `{date("1959-07"),
/// parameter::pressure_lull, "SPENCE p. 521"}`.
struct Height {
    static constexpr std::size_t no_parameter = static_cast<std::size_t>(-1);
    double factor = 0;  ///< the number itself where no parameter is named
    std::size_t parameter = no_parameter;
    double added = 0;  ///< to the parameter times the factor

    /// A plain number, in the lever's unit.
    Height(double number = 0) : factor(number) {}  // NOLINT(google-explicit-constructor)
    /// The value of a parameter.
    template <class D>  // NOLINTNEXTLINE(google-explicit-constructor)
    Height(ParameterKey<D> key) : Height(named(key.index)) {}

    /// A plain number, in the lever's unit.
    static Height number(double value) { return value; }
    /// The value of the parameter in that row.
    static Height named(std::size_t parameter_row) {
        Height height(1.0);
        height.parameter = parameter_row;
        return height;
    }

    /// The height as these constants make it, in the lever's unit.
    template <Real T>
    T value(const Constants<T>& constants) const {
        if (parameter == no_parameter) return T(factor);
        return added == 0 ? factor * constants.values[parameter]
                          : added + factor * constants.values[parameter];
    }

    /// The height times `by`.
    Height times(double by) const {
        Height result = *this;
        result.factor *= by;
        result.added *= by;
        return result;
    }
    /// The height and `by` more, in the lever's unit.
    Height plus(double by) const {
        Height result = *this;
        (parameter == no_parameter ? result.factor : result.added) += by;
        return result;
    }
    /// Whether both are made the same way, whatever the constants are.
    bool operator==(const Height&) const = default;
};

/// A dated height with its source ("LUO2006", "assumed: why").
struct Knot {
    Instant at;
    Height height;
    std::string source;
};

/// A lever's course through all time, piece by piece a straight line. Constructed without arguments
/// it has no value, and a scenario that holds it cannot be run.
class Schedule {
  public:
    /// One straight line through `first` and `second` (the same knot: a constant), in force from
    /// `from` until the next segment begins.
    struct Segment {
        Instant from;
        Knot first, second;

        /// Whether both knots are the same one.
        bool is_constant() const { return first.at == second.at; }

        /// The line's value at `at`, also beyond its two knots.
        template <Real T>
        T value(const Instant& at, const Constants<T>& constants) const {
            return between(first.height.value(constants), second.height.value(constants), at);
        }
        /// The same with the knots at these heights.
        template <Real T>
        T between(const T& start, const T& end, const Instant& at) const {
            if (is_constant()) return start;
            const double weight = years_between(first.at, at) / years_between(first.at, second.at);
            return start + weight * (end - start);
        }
    };

    static constexpr Instant always{-1'000'000, 0}, for_ever{1'000'000, 0};

    Schedule() = default;
    explicit Schedule(Height height, std::string source = {}) {
        const Knot knot{always, height, std::move(source)};
        segments_.push_back({always, knot, knot});
    }

    /// Straight lines between the knots, held before the first and after the last; or steps, each
    /// height from its date on. Knots in order of time, at least one.
    static Schedule linear(const std::vector<Knot>& knots);
    /// Each height from its date on, the first from always. Knots in order of time, at least one.
    static Schedule steps(const std::vector<Knot>& knots);

    /// All heights times `factor`.
    Schedule scaled(double factor) const;
    /// All heights and `by` more, in the lever's unit.
    Schedule raised(double by) const;
    /// This schedule until `from`, `later` from then on.
    Schedule replaced_from(const Instant& from, const Schedule& later) const;
    /// `other` from `from` until `until`, this schedule before and after.
    Schedule replaced_between(const Instant& from, const Instant& until,
                              const Schedule& other) const;
    /// The lines in force at some time between the two, both included, and no others.
    Schedule within(const Instant& from, const Instant& until) const;
    /// Every height ascribed to one source.
    Schedule with_source(const std::string& source) const;
    /// All dates moved by whole years.
    Schedule shifted(int years) const;

    /// The heights at the knot of `at` raised by `by`, as numbers: a trial of one point.
    Schedule with_height(const Instant& at, double by, const Constants<double>& constants) const;

    /// The lines in order of time; the first is in force from `always`.
    const std::vector<Segment>& segments() const { return segments_; }

    /// The dated heights, each once, in order of time; a constant is one knot without a date.
    std::vector<Knot> knots() const;

    /// Whether each height holds from its date until the next: no slopes.
    bool in_steps() const;

    /// The segment in force at `at`; at a jump the later one. Throws NotFound where there is no
    /// height.
    const Segment& at(const Instant& at) const { return segments_[row_at(at)]; }
    /// Its place among the segments.
    std::size_t row_at(const Instant& at) const {
        std::size_t i = checked("height", 0, segments_.size()) + segments_.size() - 1;
        while (i > 0 && at < segments_[i].from) --i;
        return i;
    }

    /// The height at a time; at a jump the later one.
    template <Real T>
    T value(const Instant& when, const Constants<T>& constants) const {
        return at(when).value(when, constants);
    }

  private:
    void append(Segment segment) { segments_.push_back(std::move(segment)); }
    /// The schedule with `change` made to each of its knots.
    template <class Change>
    Schedule with_each_knot(Change change) const {
        Schedule result = *this;
        for (auto& segment : result.segments_)
            for (auto* knot : {&segment.first, &segment.second}) change(*knot);
        return result;
    }
    std::vector<Segment> segments_;
};

inline Schedule Schedule::linear(const std::vector<Knot>& knots) {
    Schedule schedule;
    schedule.append({always, knots.front(), knots.front()});
    for (std::size_t i = 0; i + 1 < knots.size(); ++i)
        schedule.append({knots[i].at, knots[i], knots[i + 1]});
    schedule.append({knots.back().at, knots.back(), knots.back()});
    return schedule;
}

inline Schedule Schedule::steps(const std::vector<Knot>& knots) {
    Schedule schedule;
    for (const auto& knot : knots)
        schedule.append({schedule.segments_.empty() ? always : knot.at, knot, knot});
    return schedule;
}

inline Schedule Schedule::scaled(double factor) const {
    return with_each_knot([&](Knot& knot) { knot.height = knot.height.times(factor); });
}

inline Schedule Schedule::raised(double by) const {
    return with_each_knot([&](Knot& knot) { knot.height = knot.height.plus(by); });
}

inline Schedule Schedule::with_source(const std::string& source) const {
    return with_each_knot([&](Knot& knot) { knot.source = source; });
}

inline Schedule Schedule::replaced_between(const Instant& from, const Instant& until,
                                           const Schedule& other) const {
    return replaced_from(from, other).replaced_from(until, *this);
}

inline Schedule Schedule::replaced_from(const Instant& from, const Schedule& later) const {
    Schedule result;
    for (const auto& segment : segments_)
        if (segment.from < from) result.append(segment);
    result.append(later.at(from));
    result.segments_.back().from = result.segments_.size() == 1 ? always : from;
    for (const auto& segment : later.segments_)
        if (from < segment.from) result.append(segment);
    return result;
}

inline Schedule Schedule::within(const Instant& from, const Instant& until) const {
    const auto first = static_cast<std::ptrdiff_t>(row_at(from));
    const auto last = static_cast<std::ptrdiff_t>(row_at(until));
    Schedule result;
    result.segments_.assign(segments_.begin() + first, segments_.begin() + last + 1);
    return result;
}

inline Schedule Schedule::with_height(const Instant& at, double by,
                                      const Constants<double>& constants) const {
    return with_each_knot([&](Knot& knot) {
        if (knot.at == at) knot.height = Height::number(knot.height.value(constants) + by);
    });
}

inline bool Schedule::in_steps() const {
    return std::all_of(segments_.begin(), segments_.end(),
                       [](const Segment& segment) { return segment.is_constant(); });
}

inline std::vector<Knot> Schedule::knots() const {
    std::vector<Knot> knots;
    for (const auto& segment : segments_)
        for (const auto* knot : {&segment.first, &segment.second})
            if (knots.empty() || knots.back().at < knot->at) knots.push_back(*knot);
    return knots;
}

inline Schedule Schedule::shifted(int years) const {
    Schedule result = *this;
    for (auto& segment : result.segments_)
        for (auto* at : {&segment.from, &segment.first.at, &segment.second.at}) at->year += years;
    return result;
}

}  // namespace granary

#pragma once
/// The points that a schedule runs through, where its lines are in force.

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "granary/scenario/schedule.hpp"

namespace granary {
namespace detail {

/// Points in order, each once.
class SchedulePoints {
  public:
    explicit SchedulePoints(const Constants<double>& constants) : constants_(constants) {}

    void add(Knot knot) {
        const bool repeated =
            !knots_.empty() && knots_.back().at == knot.at && knots_.back().height == knot.height;
        if (!repeated) knots_.push_back(std::move(knot));
    }

    /// A segment's end, at its knot or where the segment is cut before it gets there.
    void add_end(const Schedule::Segment& segment, const Knot& knot, const Instant& at) {
        if (at == knot.at) return add(knot);
        add({at, Height::number(segment.value(at, constants_)), knot.source});
    }

    std::vector<Knot> take() { return std::move(knots_); }

  private:
    const Constants<double>& constants_;
    std::vector<Knot> knots_;
};

/// The stretch before the first point of straight lines only repeats that point.
inline bool leads_in(const Schedule::Segment& segment, const Instant& next) {
    return segment.is_constant() && segment.from == Schedule::always && next == segment.first.at;
}

}  // namespace detail

/// The points a schedule runs through, in order of time; where it was cut, with the height it has
/// there. A constant has one point, at Schedule::always.
inline std::vector<Knot> points_of(const Schedule& schedule, const Constants<double>& constants) {
    detail::SchedulePoints points(constants);
    const auto& segments = schedule.segments();
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const auto& segment = segments[i];
        const Instant next = i + 1 < segments.size() ? segments[i + 1].from : Schedule::for_ever;
        if (detail::leads_in(segment, next)) continue;
        const Instant begin = std::max(segment.from, segment.first.at);
        if (segment.is_constant()) {
            points.add({begin, segment.first.height, segment.first.source});
            continue;
        }
        points.add_end(segment, segment.first, begin);
        points.add_end(segment, segment.second, std::min(next, segment.second.at));
    }
    return points.take();
}

}  // namespace granary

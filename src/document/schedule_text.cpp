#include "granary/document/schedule_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "granary/write/number.hpp"

namespace granary {
namespace {

using Segment = Schedule::Segment;

constexpr Instant never_cut{1'000'000, 0};

bool same_height(const Height& a, const Height& b) {
    return a.factor == b.factor && a.parameter == b.parameter;
}

/// Points in order, each once.
class Points {
  public:
    explicit Points(const Constants<double>& constants) : constants_(constants) {}

    void add(Knot knot) {
        const bool repeated = !knots_.empty() && knots_.back().at == knot.at &&
                              same_height(knots_.back().height, knot.height);
        if (!repeated) knots_.push_back(std::move(knot));
    }

    /// A segment's end, at its knot or where the segment is cut before it gets there.
    void add_end(const Segment& segment, const Knot& knot, const Instant& at) {
        if (at == knot.at) return add(knot);
        add({at, Height::number(segment.value(at, constants_)), knot.source});
    }

    std::vector<Knot> take() { return std::move(knots_); }

  private:
    const Constants<double>& constants_;
    std::vector<Knot> knots_;
};

/// The stretch before the first point of straight lines only repeats that point.
bool leads_in(const Segment& segment, const Instant& next) {
    return segment.is_constant() && segment.from == Schedule::always && next == segment.first.at;
}

}  // namespace

std::vector<Knot> points_of(const Schedule& schedule, const Constants<double>& constants) {
    Points points(constants);
    const auto& segments = schedule.segments();
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const auto& segment = segments[i];
        const Instant next = i + 1 < segments.size() ? segments[i + 1].from : never_cut;
        if (leads_in(segment, next)) continue;
        if (segment.is_constant()) {
            points.add({std::max(segment.from, segment.first.at), segment.first.height,
                        segment.first.source});
            continue;
        }
        points.add_end(segment, segment.first, std::max(segment.from, segment.first.at));
        points.add_end(segment, segment.second, std::min(next, segment.second.at));
    }
    return points.take();
}

bool in_steps(const Schedule& schedule) {
    const auto& segments = schedule.segments();
    return std::all_of(segments.begin(), segments.end(),
                       [](const Segment& segment) { return segment.is_constant(); });
}

std::string course_of(const Schedule& schedule) {
    if (schedule.segments().size() == 1) return "the same throughout";
    return in_steps(schedule) ? "steps, each height from its date on"
                              : "straight lines between the points, held before and after";
}

std::string height_text(const Height& height, const Constants<double>& constants) {
    if (height.parameter == Height::no_parameter) return shortest(height.factor);
    const auto value = fmt::format("{:.4g}", height.value(constants));  // a fit has no more digits
    const auto name = Parameter::table[height.parameter].name;
    return height.factor == 1 ? fmt::format("{} ({})", name, value)
                              : fmt::format("{} x {} ({})", height.factor, name, value);
}

std::string point_date(const Instant& at) {
    return at == Schedule::always ? std::string() : date_text(at);
}

}  // namespace granary

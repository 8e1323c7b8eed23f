#pragma once
/// The schedules of a scenario with every height as a number of the run's arithmetic: the members
/// of a pack share the dates of the knots and each has its own heights.

#include <array>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "granary/scenario/scenario.hpp"

namespace granary {

/// One schedule, which must outlive it, and the heights at both ends of each of its segments.
template <Real T>
class Course {
  public:
    /// Heights at the two knots of a segment.
    struct Ends {
        T first, second;
    };

    Course() = default;
    Course(const Schedule& schedule, const Constants<T>& constants) : schedule_(&schedule) {
        for (const auto& segment : schedule.segments())
            ends_.push_back(
                {segment.first.height.value(constants), segment.second.height.value(constants)});
    }
    /// The schedule with these heights, two for each of its segments.
    Course(const Schedule& schedule, std::vector<Ends> ends)
        : schedule_(&schedule), ends_(std::move(ends)) {}

    /// One segment, which must outlive it.
    struct Line {
        const Schedule::Segment* segment;
        const Ends* ends;

        /// The height at `at`.
        T at(const Instant& at) const { return segment->between(ends->first, ends->second, at); }
    };
    /// The segment that is in force at `begin`.
    Line line(const Instant& begin) const {
        const std::size_t row = schedule_->row_at(begin);
        return {&schedule_->segments()[row], &ends_[row]};
    }
    /// The heights, segment by segment.
    const std::vector<Ends>& ends() const { return ends_; }
    /// Where the dates are from.
    const Schedule& schedule() const { return *schedule_; }

  private:
    const Schedule* schedule_ = nullptr;
    std::vector<Ends> ends_;
};

/// The courses of all levers: the nation's, and what each region has for itself.
template <Real T>
struct Courses {
    std::array<Course<T>, Lever::table.size()> national;
    std::vector<std::array<std::optional<Course<T>>, Lever::table.size()>> regional;

    Courses() = default;
    /// Every height as these constants make it. The scenario must outlive the courses.
    Courses(const Scenario& scenario, const Constants<T>& constants)
        : regional(scenario.regions.size()) {
        for (std::size_t lever = 0; lever < national.size(); ++lever) {
            national[lever] = {scenario.levers[lever], constants};
            for (std::size_t r = 0; r < regional.size(); ++r)
                if (const auto& own = scenario.regions[r].levers[lever])
                    regional[r][lever].emplace(*own, constants);
        }
    }
};

}  // namespace granary

#include "granary/analysis/lever_differences.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace granary {
namespace {

/// A schedule with the constants that make its heights.
struct Course {
    const Schedule& schedule;
    const Constants<double>& constants;

    /// The height at `at` of the line in force at `begin`.
    double value(const Instant& begin, const Instant& at) const {
        return schedule.at(begin).value(at, constants);
    }
};

/// Ends of the stretches between `from` and `to` in which every one of the schedules is a line.
std::vector<Instant> stretches(const Instant& from, const Instant& to,
                               std::initializer_list<const Schedule*> schedules) {
    std::vector<Instant> ends{from, to};
    for (const auto* schedule : schedules)
        for (const auto& segment : schedule->segments())
            if (from < segment.from && segment.from < to) ends.push_back(segment.from);
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    return ends;
}

/// Cut where they are not the same line, heights differ by rounding alone.
bool same(double a, double b) {
    return std::fabs(a - b) <= 1e-12 * std::max(1.0, std::fabs(a));
}

/// The stretches in which two courses differ, in order of time.
std::vector<std::pair<Instant, Instant>> differing(const Scenario& scenario, const Course& before,
                                                   const Course& after) {
    std::vector<std::pair<Instant, Instant>> found;
    const auto ends = stretches(scenario.start, scenario.end, {&before.schedule, &after.schedule});
    for (std::size_t i = 0; i + 1 < ends.size(); ++i)
        if (!same(before.value(ends[i], ends[i]), after.value(ends[i], ends[i])) ||
            !same(before.value(ends[i], ends[i + 1]), after.value(ends[i], ends[i + 1])))
            found.emplace_back(ends[i], ends[i + 1]);
    return found;
}

class Differences {
  public:
    Differences(const Scenario& parent, const Scenario& scenario)
        : parent_(parent), scenario_(scenario) {}

    std::vector<LeverDifference> take() {
        for (std::size_t lever = 0; lever < scenario_.levers.size(); ++lever) {
            add(lever, "", parent_.levers[lever], scenario_.levers[lever]);
            for (const auto& region : scenario_.regions)
                if (const auto& before = schedule_of(parent_, region.name, lever);
                    region.levers[lever] || &before != &parent_.levers[lever])
                    add(lever, region.name, before, schedule_of(scenario_, region.name, lever));
        }
        return std::move(found_);
    }

  private:
    /// As the region of that name has it, or the nation.
    static const Schedule& schedule_of(const Scenario& scenario, const std::string& name,
                                       std::size_t lever) {
        for (const auto& region : scenario.regions)
            if (region.name == name && region.levers[lever]) return *region.levers[lever];
        return scenario.levers[lever];
    }

    void add(std::size_t lever, const std::string& region, const Schedule& before,
             const Schedule& after) {
        const Course then{before, parent_.constants}, now{after, scenario_.constants};
        const auto differ = differing(scenario_, then, now);
        if (differ.empty()) return;
        LeverDifference found{lever, region, differ.front().first, differ.back().second, {}};
        if (found.until == scenario_.end) found.until.reset();
        for (int year = scenario_.start.year; year <= scenario_.end.year; ++year) {
            const Instant from = std::max(scenario_.start, Instant{year, 0});
            const Instant to = std::min(scenario_.end, Instant{year + 1, 0});
            if (!(from < to)) continue;
            const bool changed = std::any_of(differ.begin(), differ.end(), [&](const auto& part) {
                return part.first < to && from < part.second;
            });
            found.years.push_back({year, mean_of(before, from, to, parent_.constants),
                                   mean_of(after, from, to, scenario_.constants), changed});
        }
        found_.push_back(std::move(found));
    }

    const Scenario& parent_;
    const Scenario& scenario_;
    std::vector<LeverDifference> found_;
};

}  // namespace

double mean_of(const Schedule& schedule, const Instant& from, const Instant& to,
               const Constants<double>& constants) {
    const Course course{schedule, constants};
    const auto ends = stretches(from, to, {&schedule});
    double sum = 0;
    for (std::size_t i = 0; i + 1 < ends.size(); ++i)
        sum += 0.5 * (course.value(ends[i], ends[i]) + course.value(ends[i], ends[i + 1])) *
               years_between(ends[i], ends[i + 1]);
    return sum / years_between(from, to);
}

std::vector<LeverDifference> lever_differences(const Scenario& parent, const Scenario& scenario) {
    return Differences(parent, scenario).take();
}

}  // namespace granary

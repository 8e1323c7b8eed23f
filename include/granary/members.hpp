#pragma once
/// The runs of many members, W at a time side by side in the lanes of SIMD registers. Each member
/// has the bits of a run of its own. A member that fails does no harm to the others.

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "granary/foundation/lanes.hpp"
#include "granary/scenario/share_times.hpp"
#include "granary/simulate.hpp"

namespace granary {

/// Keeps the first cause for which each lane failed, and lets the others run on.
template <std::size_t W>
class LaneFailures {
  public:
    /// Whether all lanes that have not failed before are sound.
    bool accepts(const LaneMask<W>& sound) const { return all(sound | failed_); }
    /// Lanes that are not sound have failed, for `cause()` where it is the first time.
    template <class Cause>
    void judge(const LaneMask<W>& sound, Cause cause) {
        for (std::size_t i = 0; i < W; ++i)
            if (!sound.lane(i) && causes_[i].empty()) causes_[i] = cause();
        failed_ = failed_ | !sound;
    }
    /// Why lane i failed; empty where it did not. Throws NotFound.
    const std::string& cause(std::size_t i) const { return causes_[checked("lane", i, W)]; }

  private:
    LaneMask<W> failed_;
    std::array<std::string, W> causes_;
};

/// Members side by side, by the place at which they were given. What a lane holds after its member
/// failed, or where there are fewer members than lanes, has no meaning.
template <std::size_t W>
struct LaneRuns {
    Trajectory<Lanes<W>> run;
    LaneFailures<W> failures;

    /// The run of the member in lane i alone, with that member's constants and names.
    Trajectory<double> alone(std::size_t i, const Scenario& member) const {
        Trajectory<double> result(member, member.constants, run.layout());
        result.reserve(run.times().size());
        std::vector<double> state(run.layout().size());
        for (std::size_t row = 0; row < run.times().size(); ++row) {
            for (std::size_t j = 0; j < state.size(); ++j) state[j] = run.state(row)[j].lane(i);
            result.record(run.times()[row], state);
        }
        return result;
    }
};

namespace detail {
/// Throws where so many members are not 1 to W: one too many would be left out without a word.
template <std::size_t W>
void require_places(std::size_t members) {
    if (members - 1 >= W)
        throw Error(ErrorClass::usage, std::to_string(members) + " members do not go into " +
                                           std::to_string(W) + " lanes: expected 1 to " +
                                           std::to_string(W));
}

/// Throws ScenarioError where `member` cannot run beside `first`.
inline void require_shared_times(const Scenario& first, const Scenario& member) {
    if (share_times(first, member)) return;
    std::string message = "does not share the times of \"" + first.name +
                          "\" (span, step, regions, dates of levers): run it apart";
    std::vector<Problem> problems(1);
    problems.front().place.file = member.name;
    problems.front().message = std::move(message);
    throw ScenarioError(std::move(problems));
}

/// `number(i)` of member i in lane i; the last member again in lanes beyond.
template <std::size_t W, class Number>
Lanes<W> gather(std::size_t members, Number number) {
    Lanes<W> result;
    for (std::size_t i = 0; i < W; ++i) result.set(i, number(std::min(i, members - 1)));
    return result;
}

template <std::size_t W>
Constants<Lanes<W>> gather_constants(std::span<const Scenario* const> members) {
    Constants<Lanes<W>> result;
    for (std::size_t c = 0; c < result.values.size(); ++c)
        result.values[c] = gather<W>(
            members.size(), [&](std::size_t i) { return members[i]->constants.values[c]; });
    return result;
}

/// `course(i)` is that of member i; dates are those of the first.
template <std::size_t W, class CourseOf>
Course<Lanes<W>> gather_course(std::size_t members, CourseOf course) {
    std::vector<typename Course<Lanes<W>>::Ends> ends(course(0).ends().size());
    for (std::size_t s = 0; s < ends.size(); ++s) {
        ends[s].first =
            gather<W>(members, [&](std::size_t i) { return course(i).ends()[s].first; });
        ends[s].second =
            gather<W>(members, [&](std::size_t i) { return course(i).ends()[s].second; });
    }
    return {course(0).schedule(), std::move(ends)};
}

template <std::size_t W>
Courses<Lanes<W>> gather_courses(std::span<const Scenario* const> members) {
    std::vector<Courses<double>> own;
    for (const auto* member : members) own.emplace_back(*member, member->constants);
    Courses<Lanes<W>> result;
    result.regional.resize(own.front().regional.size());
    for (std::size_t lever = 0; lever < result.national.size(); ++lever) {
        result.national[lever] = gather_course<W>(
            own.size(), [&](std::size_t i) -> auto& { return own[i].national[lever]; });
        for (std::size_t r = 0; r < result.regional.size(); ++r)
            if (own.front().regional[r][lever])
                result.regional[r][lever] = gather_course<W>(
                    own.size(), [&](std::size_t i) -> auto& { return *own[i].regional[r][lever]; });
    }
    return result;
}
}  // namespace detail

/// Runs 1 to W members, all of which share their times, with the rooms R; `observe` sees the pack
/// at every recorded instant. Throws ScenarioError where a member cannot be run at all, or does not
/// share the times of the first; Error (usage) for none or more than W.
template <class R, std::size_t W, class Observer = Unobserved>
LaneRuns<W> simulate_lanes(std::span<const Scenario* const> members, Observer&& observe = {}) {
    detail::require_places<W>(members.size());
    const Scenario& first = *members.front();
    for (const auto* member : members) {
        require_runnable(*member);
        detail::require_shared_times(first, *member);
    }
    LaneFailures<W> failures;
    auto run = detail::run<R>(first, detail::gather_constants<W>(members),
                              detail::gather_courses<W>(members), std::forward<Observer>(observe),
                              failures);
    return {std::move(run), std::move(failures)};
}

/// A member that left the range of the equations, by its place among all, and why.
struct FailedMember {
    std::size_t member;
    std::string cause;
};

/// The members in groups that share their times, each group in order.
inline std::vector<std::vector<std::size_t>> groups_by_times(std::span<const Scenario> members) {
    std::vector<std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < members.size(); ++i) {
        const auto known = std::find_if(groups.begin(), groups.end(), [&](const auto& group) {
            return share_times(members[group.front()], members[i]);
        });
        if (known == groups.end())
            groups.push_back({i});
        else
            known->push_back(i);
    }
    return groups;
}

/// Runs any number of members with the rooms R, W at a time; `visit(i, run)` is told the run of
/// each member that came to its end, group by group. Returns those that failed, by member. Throws
/// like `simulate_lanes`.
template <class R, std::size_t W, class Visit>
std::vector<FailedMember> simulate_members(std::span<const Scenario> members, Visit&& visit) {
    std::vector<FailedMember> failed;
    for (const auto& group : groups_by_times(members))
        for (std::size_t begin = 0; begin < group.size(); begin += W) {
            const auto block = std::span(group).subspan(begin, std::min(W, group.size() - begin));
            std::vector<const Scenario*> pack;
            for (const std::size_t i : block) pack.push_back(&members[i]);
            const auto runs = simulate_lanes<R, W>(std::span<const Scenario* const>(pack));
            for (std::size_t lane = 0; lane < block.size(); ++lane)
                if (const auto& cause = runs.failures.cause(lane); cause.empty())
                    visit(block[lane], runs.alone(lane, *pack[lane]));
                else
                    failed.push_back({block[lane], cause});
        }
    std::sort(failed.begin(), failed.end(),
              [](const auto& a, const auto& b) { return a.member < b.member; });
    return failed;
}

}  // namespace granary

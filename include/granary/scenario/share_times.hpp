#pragma once
/// Which scenarios may run side by side in the lanes of a pack: those that are cut at the same
/// times and divide the country alike. Heights of levers and constants may differ.

#include <algorithm>
#include <cstddef>

#include "granary/scenario/scenario.hpp"

namespace granary {

/// Whether two schedules have the same dates.
inline bool share_times(const Schedule& a, const Schedule& b) {
    const auto same = [](const Schedule::Segment& x, const Schedule::Segment& y) {
        return x.from == y.from && x.first.at == y.first.at && x.second.at == y.second.at;
    };
    return std::equal(a.segments().begin(), a.segments().end(), b.segments().begin(),
                      b.segments().end(), same);
}

/// Whether two regions have the same share, and levers of their own with the same dates.
inline bool share_times(const Region& a, const Region& b) {
    const auto same = [](const auto& x, const auto& y) {
        return x.has_value() == y.has_value() && (!x || share_times(*x, *y));
    };
    return a.share == b.share &&
           std::equal(a.levers.begin(), a.levers.end(), b.levers.begin(), same);
}

/// Whether two scenarios agree in all but constants, the heights of levers, and names.
inline bool share_times(const Scenario& a, const Scenario& b) {
    const auto same = [](const auto& x, const auto& y) { return share_times(x, y); };
    return a.start == b.start && a.end == b.end && a.largest_step_years == b.largest_step_years &&
           a.reporting_levels == b.reporting_levels && a.observe == b.observe &&
           std::equal(a.levers.begin(), a.levers.end(), b.levers.begin(), same) &&
           std::equal(a.regions.begin(), a.regions.end(), b.regions.begin(), b.regions.end(), same);
}

}  // namespace granary

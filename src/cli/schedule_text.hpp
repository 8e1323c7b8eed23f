#pragma once
/// A lever's schedule in words and points.

#include <string>
#include <vector>

#include "granary/scenario/schedule.hpp"

namespace granary::cli {

/// The points a schedule runs through, in order of time; where it was cut, with the height it has
/// there. A constant has one point, at Schedule::always.
std::vector<Knot> points_of(const Schedule& schedule, const Constants<double>& constants);

/// Whether every height holds from its date on, with no line between two.
bool in_steps(const Schedule& schedule);

/// "steps", "straight lines" or "the same throughout".
std::string course_of(const Schedule& schedule);

/// "0.5", or "pressure_lull (0.5)" where a parameter gives it.
std::string height_text(const Height& height, const Constants<double>& constants);

/// The date; empty for Schedule::always.
std::string point_date(const Instant& at);

}  // namespace granary::cli

#pragma once
/// A lever's schedule in words and points.

#include <string>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/scenario/schedule.hpp"

namespace granary {

/// The points a schedule runs through, in order of time; where it was cut, with the height it has
/// there. A constant has one point, at Schedule::always.
GRANARY_API std::vector<Knot> points_of(const Schedule& schedule,
                                        const Constants<double>& constants);

/// Whether every height holds from its date on, with no line between two.
GRANARY_API bool in_steps(const Schedule& schedule);

/// "steps", "straight lines" or "the same throughout".
GRANARY_API std::string course_of(const Schedule& schedule);

/// "0.5", or "pressure_lull (0.5)" where a parameter gives it.
GRANARY_API std::string height_text(const Height& height, const Constants<double>& constants);

/// The date; empty for Schedule::always.
GRANARY_API std::string point_date(const Instant& at);

}  // namespace granary

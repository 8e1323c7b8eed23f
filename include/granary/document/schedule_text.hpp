#pragma once
/// A lever's schedule in words and points.

#include <string>

#include "granary/foundation/api.hpp"
#include "granary/scenario/schedule.hpp"
#include "granary/scenario/schedule_points.hpp"

namespace granary {

/// "steps", "straight lines" or "the same throughout".
GRANARY_API std::string course_of(const Schedule& schedule);

/// "0.5", or "pressure_lull (0.5)" where a parameter gives it.
GRANARY_API std::string height_text(const Height& height, const Constants<double>& constants);

/// The date; empty for Schedule::always.
GRANARY_API std::string point_date(const Instant& at);

}  // namespace granary

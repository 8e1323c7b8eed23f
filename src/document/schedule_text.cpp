#include "granary/document/schedule_text.hpp"

#include <fmt/format.h>

#include "granary/write/number.hpp"

namespace granary {

std::string course_of(const Schedule& schedule) {
    if (schedule.segments().size() == 1) return "the same throughout";
    return schedule.in_steps() ? "steps, each height from its date on"
                               : "straight lines between the points, held before and after";
}

std::string height_text(const Height& height, const Constants<double>& constants) {
    if (height.parameter == Height::no_parameter) return shortest(height.factor);
    const auto value = fmt::format("{:.4g}", height.value(constants));  // a fit has no more digits
    const auto name = Parameter::table[height.parameter].name;
    const auto factor = height.factor == 1 ? "" : fmt::format("{} x ", shortest(height.factor));
    const auto added = height.added == 0 ? "" : fmt::format(" + {}", shortest(height.added));
    return fmt::format("{}{}{} ({})", factor, name, added, value);
}

std::string point_date(const Instant& at) {
    return at == Schedule::always ? std::string() : date_text(at);
}

}  // namespace granary

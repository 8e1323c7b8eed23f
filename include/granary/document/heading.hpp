#pragma once
/// How a scenario is introduced.

#include <string>
#include <string_view>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/scenario/scenario.hpp"
#include "granary/write/title.hpp"

namespace granary {

/// What a star beside a year means.
inline constexpr std::string_view part_of_year_note = "*: only a part of the year was run.";
/// What a star beside a month means.
inline constexpr std::string_view part_of_month_note = "*: only a part of the month was run.";

/// Title, summary, and what the command line set: a line each.
GRANARY_API std::string heading(const Scenario& scenario, const std::vector<std::string>& settings,
                                bool strong);

/// That figures of a year are of parts of one, where no year is run whole; empty elsewhere.
GRANARY_API std::string parts_note(const Scenario& scenario);

/// "set: levers.pressure=0, ..." and a line break; empty where nothing was set.
GRANARY_API std::string settings_line(const std::vector<std::string>& settings);

/// Each author's count of the dead within the span that was run; empty beside what did not happen.
GRANARY_API std::string counts_note(const Scenario& scenario);

}  // namespace granary

#pragma once
/// A small chart for a terminal: the rural ration by month and the recorded one by year.

#include <string>

#include "granary/foundation/api.hpp"
#include "granary/state/trajectory.hpp"

namespace granary {

/// What a terminal can show.
enum class Characters { ascii, unicode };

/// Ten lines of at most 80 columns: the nation's ration by month as a curve, the record as a level
/// stroke over each year that has one, in kg of trade grain a head and year. Empty where fewer than
/// two months were run or nobody lives in villages.
GRANARY_API std::string terminal_chart(const Trajectory<double>& run, Characters characters);

/// What the environment's locale (LC_ALL, LC_CTYPE, LANG, in this order) lets a terminal show.
GRANARY_API Characters terminal_characters();

}  // namespace granary

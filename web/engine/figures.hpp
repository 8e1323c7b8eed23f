#pragma once
/// What the classroom page knows and shows in figures, as JSON.

#include <memory>
#include <span>
#include <string>

#include "engine/world.hpp"

namespace granary::web {

using Worlds = std::span<const std::shared_ptr<const World>>;

/// What does not depend on a run: levers and constants from their tables, the shipped scenarios
/// with their stories, dated events with their sources, counts of the dead.
std::string tables_json();

/// The year of the ladder; 0 becomes the year in which the first world's claim exceeds its harvest
/// most.
int ladder_year(Worlds worlds, int year);

/// Title, finding, yearly and monthly figures, uses of grain, need and the ladder of `year` (as
/// above) for each world; the difference of two in a sentence.
std::string figures_json(Worlds worlds, int year);

}  // namespace granary::web

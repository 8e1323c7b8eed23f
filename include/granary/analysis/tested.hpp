#pragma once
/// Whether a run lies within what the equations were made for and tried on. Outside of it they
/// still give numbers, but no toll that could be told to anyone.

#include <string>
#include <string_view>
#include <vector>

#include "granary/analysis/periods.hpp"
#include "granary/foundation/api.hpp"
#include "granary/scenario/scenario.hpp"
#include "granary/state/trajectory.hpp"

namespace granary {

/// A sign of a run at which the equations are left: nothing of the kind is on record, or the rules
/// of those years would not have gone on.
struct TestedSign {
    std::string_view name, meaning;
    double limit;
    std::string_view source;
};

/// pressure times radicalism at one time
inline constexpr TestedSign most_pressure{"pressure", "pressure times radicalism in a region", 1.75,
                                          "assumed: three quarters above the peak of autumn 1958"};
/// gross procurement over harvest in a calendar year
inline constexpr TestedSign most_taken{"taken",
                                       "gross procurement of a calendar year over its harvest",
                                       0.55, "assumed: on record 0.40 at most, in 1959"};
/// nutrition of a region's villagers at a month's start
inline constexpr TestedSign least_nutrition{
    "nutrition", "nutrition of a region's villagers at the start of a month", 0.45,
    "assumed: below it work and births have no record"};
/// excess deaths over the people of the start
inline constexpr TestedSign most_dead{"dead",
                                      "excess deaths of the run over the people of its start", 0.1,
                                      "assumed: no country is known to have lost 15% to hunger"};

/// What of a run shows its signs.
struct RunSigns {
    std::vector<YearFigures> years;  ///< of the nation
    double least_nutrition = 0;      ///< of any region's villagers at a recorded instant
    std::string least_region;        ///< whose it is; empty for the one whole country
};

/// The signs of a run that was recorded whole.
GRANARY_API RunSigns signs_of(const Trajectory<double>& run);

/// What takes a run out of the range in which it is tested, a cause each, in words such as
/// "quota_rate is 0.4, tested to 0.35": a lever beyond its tested range while it is run, in the
/// nation or in a region, or one of the signs. Empty where the run is inside.
GRANARY_API std::vector<std::string> causes_untested(const Scenario& scenario,
                                                     const Trajectory<double>& run);
/// The same of a run of which the signs alone were kept.
GRANARY_API std::vector<std::string> causes_untested(const Scenario& scenario,
                                                     const RunSigns& signs);

/// "No toll is given: the run lies outside of what the equations were made for (...)."
GRANARY_API std::string untested_note(const std::vector<std::string>& causes);

/// Whether a figure or measure of that name is a toll.
GRANARY_API bool is_toll(std::string_view name);

/// A figure or measure as it is told to a reader: the toll of an untested run is not a number.
GRANARY_API double told(std::string_view name, double value, bool tested);

}  // namespace granary

#pragma once
/// What is uncertain about a scenario, and the scenario of one draw of it.

#include <span>
#include <string>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/scenario/scenario.hpp"
#include "granary/study/distribution.hpp"
#include "granary/study/variation.hpp"

namespace granary {

/// One thing that varies from member to member of an ensemble, independently of the others.
struct Varied {
    Variation variation;
    Distribution distribution;  ///< in the variation's unit, within its range
    std::string source;         ///< of the distribution: a source, or "assumed: why"
};

/// What calibration believed of the scenario's constants before it saw the targets: each that it
/// found normal about the mean of its prior, cut off at its bounds. Constants that the scenario, or
/// a setting, gives a value of its own are not among them.
GRANARY_API std::vector<Varied> prior(const Scenario& scenario);

/// What keeps a scenario from being varied so, in words: nothing is varied, or the same thing
/// twice; a distribution reaches beyond the range of its variation; some draw of them together
/// would lift a lever out of its range (a schedule that names a varied constant, scaled). Nothing
/// is said of what the scenario breaks of itself.
GRANARY_API std::vector<std::string> variation_problems(const Scenario& scenario,
                                                        std::span<const Varied> varied);

/// Throws ScenarioError with all that `variation_problems` finds, under the scenario's name.
GRANARY_API void require_in_range(const Scenario& scenario, std::span<const Varied> varied);

/// The values at a point of the unit cube, one coordinate for each thing varied; in its units.
GRANARY_API std::vector<double> member_values(std::span<const Varied> varied,
                                              std::span<const double> point);

/// The scenario with all of them at their values there. Heights that name a constant follow it. No
/// range is checked: that is done once for all members, by `require_in_range`.
GRANARY_API Scenario member_scenario(const Scenario& scenario, std::span<const Varied> varied,
                                     std::span<const double> point);

}  // namespace granary

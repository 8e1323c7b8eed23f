#pragma once
/// What a run is held against: a published figure of a period, with a tolerance and a basis.

#include <cstddef>
#include <string>

#include "granary/foundation/calendar.hpp"
#include "granary/state/trajectory.hpp"

namespace granary {

/// A published figure that a run is held against.
struct Target {
    std::string label;       ///< "rural_ration_kg 1957"
    std::string basis;       ///< record variable, source and evidence
    std::size_t column = 0;  ///< of figure_columns
    Instant from, to;        ///< the figure's period; a stock is read at its end
    double value = 0;
    double tolerance = 1;  ///< two standard deviations, in the figure's unit
};

/// The run's own figure for the target. Throws NotFound where the run did not record the period.
template <Real T>
T modelled(const Trajectory<T>& run, const Target& target) {
    return run.figures(target.from, target.to).*(figure_columns<T>[target.column].value);
}

}  // namespace granary

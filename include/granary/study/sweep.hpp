#pragma once
/// One run for every point of a grid.

#include <string>
#include <vector>

#include "granary/analysis/measure.hpp"
#include "granary/foundation/api.hpp"
#include "granary/study/parallel.hpp"
#include "granary/study/variation.hpp"

namespace granary {

/// What is turned, and the values it takes, in its own unit.
struct Axis {
    Variation variation;
    std::vector<double> values;
};

/// Equally spaced values; the first and the last are `from` and `to` themselves. At least two
/// points, or one where the ends are equal.
GRANARY_API std::vector<double> spaced(double from, double to, std::size_t points);

/// What is run, and what is read from each run.
struct SweepPlan {
    Scenario scenario;
    std::vector<Axis> axes;  ///< one or more
    std::vector<Measure> measures;
};

/// The outcome of one run.
struct SweepPoint {
    std::vector<double> figures;  ///< of the plan's measures; not numbers where the run failed
    std::string fault;            ///< why it failed; empty where it did not
    /// What takes the run out of the tested range, where no toll is told; empty where it is inside.
    std::vector<std::string> untested = {};
};

/// The points in the order of the axes' values, the last axis fastest. A sweep that was stopped has
/// the first so many.
struct GRANARY_API SweepGrid {
    std::vector<Axis> axes;
    std::vector<Measure> measures;
    std::vector<SweepPoint> points;

    std::size_t size() const;  ///< of the whole grid
    /// Whether every point of the grid was run.
    bool complete() const { return points.size() == size(); }
    /// The value of an axis at a point. Throws NotFound.
    double at(std::size_t point, std::size_t axis) const;
    /// A figure as it is told to a reader: not a number for the toll of an untested run. Throws
    /// NotFound.
    double told(std::size_t point, std::size_t measure) const;
};

/// Runs every point, or the first ones where `proceed` stops it. A point at which the run leaves
/// the range of the equations has its fault instead of figures. Throws ScenarioError and NotFound.
GRANARY_API SweepGrid sweep(const SweepPlan& plan, const Workers& workers = {});

}  // namespace granary

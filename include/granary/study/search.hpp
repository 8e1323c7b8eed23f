#pragma once
/// How little would have been enough: where, along one variation, a condition on the run begins or
/// ceases to hold.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "granary/analysis/measure.hpp"
#include "granary/foundation/api.hpp"
#include "granary/state/trajectory.hpp"
#include "granary/study/parallel.hpp"
#include "granary/study/variation.hpp"

namespace granary {

/// What is to hold of a run, or of one year of it. Extremes are taken over whole years, see
/// Outcome.
struct GRANARY_API Condition {
    /// Which figure is held against the threshold, and on which side it is to be.
    enum class Of {
        ration_above_kg,       ///< the rural ration of each year, that is the lowest
        deaths_below_million,  ///< excess deaths
    };
    Of of;
    double threshold;
    std::optional<int> year = std::nullopt;

    /// "the lowest ration above 180 kg", "the ration of 1960 above 180 kg".
    std::string text() const;
    /// The number of a run that is looked at.
    Measure measure() const;
    /// What is held against the threshold: kg, or million.
    double figure(const Trajectory<double>& run) const;
    /// Whether such a figure is on the right side; not a number never is.
    bool holds(double figure) const;
    /// Whether figure `a` is further on the right side than `b`.
    bool better(double a, double b) const;
};

/// What is turned in which scenario, and what is to hold.
struct SearchPlan {
    Scenario scenario;
    Variation variation;
    Condition condition;
    std::size_t scan_points = 97;  ///< of the first look, ends included
    double tolerance = 0;  ///< of a crossing; 0: 1e-6 year for a date, else 1e-8 of the range
};

/// A run with the variation at `value`, and the figure that the condition looks at.
struct Trial {
    double value, figure;
};

/// Where the condition begins or ceases to hold. Both sides were run, and they are no further apart
/// than the tolerance.
struct Crossing {
    Trial kept, lost;
};

/// Where the condition holds along the range; values are in the variation's unit.
struct GRANARY_API SearchResult {
    ValueRange range;
    double tolerance;
    double figure_as_is;  ///< of the scenario itself
    bool holds_as_is, holds_at_low;
    std::vector<Crossing> crossings;  ///< in order of their values
    Trial best;                       ///< of all trials the furthest on the right side
    std::size_t runs;
    bool exact_slopes;  ///< crossings between points of the scan were looked for by derivatives

    /// Whether the condition holds anywhere in the range.
    bool reachable() const { return holds_at_low || !crossings.empty(); }
    /// Whether it holds throughout the range.
    bool holds_everywhere() const { return holds_at_low && crossings.empty(); }
    /// The values at which the condition holds, as stretches of the range in order.
    std::vector<ValueRange> kept() const;
};

/// What a search comes to.
enum class Answer {
    not_reachable,     ///< nowhere in the range
    no_change_needed,  ///< as the scenario stands
    kept_everywhere,   ///< anywhere in the range
    no_latest_date,    ///< after some dates only, never before one
    least_change,      ///< beyond the crossing that `least_change` gives
};
/// The answer to the search.
GRANARY_API Answer answer_of(const SearchPlan& plan, const SearchResult& result);

/// The crossing nearest to where the scenario stands, and for a date the latest with the condition
/// kept before it. Nothing where there is no such crossing, or nothing need change.
GRANARY_API std::optional<Crossing> least_change(const SearchPlan& plan,
                                                 const SearchResult& result);

/// Scans the range, brackets each change of side and narrows it by algorithm 748 of Alefeld, Potra
/// and Shi (1995). Where two neighbouring points of the scan are on one side, a stretch on the
/// other may hide between them: it is looked for where the slopes of the years' rations (or of the
/// deaths) point to it. Slopes are exact derivatives for a constant and differences for the rest.
/// Throws std::invalid_argument where the variation has no range or is not continuous, and what
/// simulate throws.
GRANARY_API SearchResult search(const SearchPlan& plan, const Workers& workers = {});

}  // namespace granary

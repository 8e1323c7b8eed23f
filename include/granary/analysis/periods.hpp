#pragma once
/// The years and months of a run.

#include <string>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/foundation/calendar.hpp"
#include "granary/scenario/scenario.hpp"
#include "granary/state/trajectory.hpp"

namespace granary {

/// How long a row of a table is.
enum class Every { year, month };

/// A stretch of a run between two recorded instants. A run that begins or ends within a calendar
/// year has a year of which only a part was run.
struct Period {
    int year;
    std::string label;  ///< "1958", or "1958-08"
    Instant from, to;
    bool whole_year;
    bool whole;  ///< not cut by the span: a whole year, or of months a whole month
};

/// The run's calendar years or months in order; the first and the last may be cut by the span.
GRANARY_API std::vector<Period> periods(const Trajectory<double>& run, Every every);

/// The years to be held against each other: the whole ones, or where there is none, all parts.
GRANARY_API std::vector<Period> comparable_periods(const Trajectory<double>& run);

/// Whether a scenario runs the whole of a calendar year, so that a figure of it may be held against
/// the record's.
inline bool runs_whole_year(const Scenario& scenario, int year) {
    return scenario.start <= Instant{year, 0} && Instant{year + 1, 0} <= scenario.end;
}

/// A year in a sentence: "1958", or "a part of 1958".
inline std::string year_in_words(int year, bool whole) {
    return (whole ? "" : "a part of ") + std::to_string(year);
}

/// The figures of one calendar year, or of the part of it that was run.
struct YearFigures {
    int year;
    bool whole;
    Figures<double> figures;

    /// The year in a sentence.
    std::string in_words() const { return year_in_words(year, whole); }
};

/// The years of a run for one area.
GRANARY_API std::vector<YearFigures> yearly(const Trajectory<double>& run,
                                            Area area = whole_nation);

}  // namespace granary

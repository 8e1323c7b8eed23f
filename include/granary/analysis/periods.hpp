#pragma once
/// The years and months of a run.

#include <string>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/foundation/calendar.hpp"
#include "granary/state/trajectory.hpp"

namespace granary {

enum class Every { year, month };

/// A stretch of a run between two recorded instants. A run that begins or ends within a calendar
/// year has a year of which only a part was run.
struct Period {
    int year;
    std::string label;  ///< "1958", or "1958-08"
    Instant from, to;
    bool whole_year;
};

/// The run's calendar years or months in order; the first and the last may be cut by the span.
GRANARY_API std::vector<Period> periods(const Trajectory<double>& run, Every every);

/// The figures of one calendar year, or of the part of it that was run.
struct YearFigures {
    int year;
    bool whole;
    Figures<double> figures;
};

/// The years of a run for one area.
GRANARY_API std::vector<YearFigures> yearly(const Trajectory<double>& run,
                                            Area area = whole_nation);

}  // namespace granary

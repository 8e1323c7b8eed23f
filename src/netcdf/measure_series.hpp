#pragma once
/// The measures of an ensemble as variables: a figure of all years, or a measure of a whole run, of
/// the nation and, where there are several regions, of each.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "granary/study/ensemble.hpp"
#include "netcdf/dataset.hpp"

namespace granary::netcdf {

/// What measures lie along.
struct Axes {
    Dimension region;  ///< of no length where all are of the nation
    Dimension time;
};

/// The axes of an ensemble, with their lengths alone.
Axes axes_of(const Summarised& what, std::span<const EnsembleYear> years);

/// The same, made in a file.
Axes make_axes(const Summarised& what, std::span<const EnsembleYear> years, const Group& root);

/// One variable's worth of measures.
struct Series {
    std::string name;             ///< "rural_ration_kg", "run_lowest_ration_kg"
    Measure measure;              ///< the first of them
    std::vector<Dimension> axes;  ///< region and time, as far as it has them
    std::string coordinates;      ///< what tells the places along the axes
    /// The place of each value's measure among all.
    std::vector<std::optional<std::size_t>> places;
};

/// In the order of the measures. Throws Error where a measure is of a year that is not among them.
std::vector<Series> series_of(const Summarised& what, std::span<const EnsembleYear> years,
                              const Axes& axes);

/// A unit as UDUNITS reads it, and its square.
struct Unit {
    std::string itself, squared;
};
Unit unit_of(const Measure& measure);

/// Makes the variables that show an ensemble, and the names along the regions' axis.
void show(const Summarised& what, const Summary& summary, std::span<const Series> all_series,
          const Group& root, const Axes& axes);

}  // namespace granary::netcdf

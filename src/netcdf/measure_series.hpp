#pragma once
/// The measures of an ensemble as variables: a figure of all years, or a measure of a whole run.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "granary/study/ensemble.hpp"
#include "netcdf/dataset.hpp"

namespace granary::netcdf {

/// One variable's worth of measures.
struct Series {
    std::string name;  ///< "rural_ration_kg", "run_lowest_ration_kg"
    Measure measure;   ///< the first of them
    /// The place of each year's measure among all; of a whole run a single one.
    std::vector<std::optional<std::size_t>> places;

    /// The axes of its values.
    std::vector<Dimension> axes(Dimension time) const {
        return measure.year ? std::vector{time} : std::vector<Dimension>{};
    }
    /// What stands beside the axes: the number of the year.
    std::string_view coordinates() const { return measure.year ? "year" : ""; }
};

/// In the order of the measures. Throws Error where a measure is of a year that is not among them.
std::vector<Series> series_of(const Summarised& what, std::span<const EnsembleYear> years);

/// A unit as UDUNITS reads it, and its square.
struct Unit {
    std::string itself, squared;
};
Unit unit_of(const Measure& measure);

/// Makes the variables that show an ensemble.
void show(const Summarised& what, const Summary& summary, std::span<const Series> all_series,
          const Group& root, Dimension time);

}  // namespace granary::netcdf

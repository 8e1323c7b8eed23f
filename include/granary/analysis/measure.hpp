#pragma once
/// One number of a run: of the whole run, or a year's figure; of the nation, or of a region.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "granary/analysis/run_measures.hpp"
#include "granary/foundation/api.hpp"
#include "granary/state/trajectory.hpp"

namespace granary {

/// A row of `run_measures`, or with a year a row of `figure_columns`. Of a row that is not there
/// everything is NotFound.
struct GRANARY_API Measure {
    std::size_t row = 0;
    std::optional<int> year;
    Area area = whole_nation;

    /// "lowest_ration_kg", "rural_ration_kg_1960".
    std::string name() const;
    /// The name of its row: "lowest_ration_kg", "rural_ration_kg".
    std::string_view row_name() const;
    /// The unit of its row.
    std::string unit() const;
    /// Decimals that are worth printing where runs that differ little lie side by side.
    int decimals() const;
    /// Decimals in a sentence.
    int decimals_in_sentence() const;
    /// The meaning of its row.
    std::string meaning() const;
    /// Throws NotFound where the run has no such year or region.
    double of(const Trajectory<double>& run) const;

    friend bool operator==(const Measure&, const Measure&) = default;
};

/// The names of all measures of a run and of a year; some are of both.
GRANARY_API std::vector<std::string_view> measure_names();
/// The measure of that name: nothing where there is none.
GRANARY_API std::optional<Measure> run_measure(std::string_view name);
/// The figure of that name in one year: nothing where there is none of that name.
GRANARY_API std::optional<Measure> year_measure(std::string_view name, int year);

}  // namespace granary

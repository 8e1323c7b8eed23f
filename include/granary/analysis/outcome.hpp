#pragma once
/// What a run comes to in a few numbers, so that two runs can be laid side by side.

#include <optional>
#include <span>

#include "granary/analysis/periods.hpp"
#include "granary/analysis/run_measures.hpp"
#include "granary/foundation/api.hpp"

namespace granary {

/// Some of `run_measures`, under their names; an extreme with its year, or nothing where no year
/// has the figure.
struct Outcome {
    std::optional<Extreme> lowest_ration_kg;  ///< trade grain served a rural head and year
    std::optional<Extreme> largest_claim;     ///< published claim over harvest
    std::optional<Extreme> largest_take;      ///< net procurement over harvest
    double excess_deaths_million = 0;
    double excess_deaths_rural_million = 0;
    double excess_deaths_urban_million = 0;
    double births_lost_million = 0;
    double procurement_net_mt = 0;
    double export_mt = 0;  ///< not a number for a region: trade is the nation's
};

/// The outcome of years in order; the totals are their sums.
GRANARY_API Outcome outcome(std::span<const YearFigures> years);
/// The outcome of a run for one area. Throws nothing of its own.
GRANARY_API Outcome outcome(const Trajectory<double>& run, Area area = whole_nation);

}  // namespace granary

#pragma once
/// What a run comes to in a few numbers, so that two runs can be laid side by side.

#include <optional>
#include <span>
#include <vector>

#include "granary/analysis/periods.hpp"
#include "granary/foundation/api.hpp"

namespace granary {

/// A year's figure that is the largest or the smallest of a run.
struct Extreme {
    int year;
    double value;
};

/// The extremes are taken over whole calendar years, or over parts where no year was run whole: a
/// few months' ration is not a year's. Nothing where no year has the figure.
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

GRANARY_API Outcome outcome(std::span<const YearFigures> years);
GRANARY_API Outcome outcome(const Trajectory<double>& run, Area area = whole_nation);

/// The years over which extremes are taken, see Outcome.
GRANARY_API std::vector<YearFigures> comparable_years(std::span<const YearFigures> years);

}  // namespace granary

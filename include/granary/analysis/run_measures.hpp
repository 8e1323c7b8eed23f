#pragma once
/// The numbers that a whole run comes to, described once: tables, JSON, sweeps, searches and
/// ensembles take them from here.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "granary/analysis/periods.hpp"
#include "granary/foundation/api.hpp"

namespace granary {

/// A year's figure that is the largest or the smallest of a run.
struct Extreme {
    int year;
    double value;
    bool whole = true;  ///< not only a part of the year

    /// The year in a sentence.
    std::string when() const { return year_in_words(year, whole); }
};

/// The years over which extremes are taken: whole calendar years, or parts where no year was run
/// whole, for a few months' ration is not a year's.
GRANARY_API std::vector<YearFigures> comparable_years(std::span<const YearFigures> years);

/// How a measure is read off a run's years: the sum of a figure over all of them, or its extreme
/// among comparable years; that of a share of the harvest among whole years alone.
enum class Reading { sum, lowest, largest, year_of_lowest };

/// A number of a whole run by its name, which is its key for a translation too. A sum has the name
/// of the figure that is summed.
struct GRANARY_API RunMeasure {
    std::string_view name, unit, label, meaning;
    Reading reading;
    double Figures<double>::*figure;
    double Figures<double>::*per = nullptr;  ///< where it is a share of this one

    /// Label and unit: "lowest ration, kg", "largest claim over harvest".
    std::string heading() const;
    /// Of the years of a run, in order; not a number where no year has the figure, or of a share
    /// where no year was run whole.
    double of(std::span<const YearFigures> years) const;
    /// The year in question with its figure: nothing for a sum, nor where no year has the figure.
    std::optional<Extreme> extreme(std::span<const YearFigures> years) const;
    /// The key of that year: "lowest_ration_year" for "lowest_ration_kg". Nothing for a sum.
    std::optional<std::string> year_name() const;
};

/// The measures in the order of ensembles.
GRANARY_API std::span<const RunMeasure> run_measures();
/// The measure of that name. Throws NotFound where there is none.
GRANARY_API const RunMeasure& run_measure_called(std::string_view name);

}  // namespace granary

#pragma once
/// The record beside the model: a dot for each figure, filled where it is the one used and was read
/// in its source, and what other sources say.

#include <span>
#include <string>
#include <string_view>

#include "write/chart/plot.hpp"

namespace granary::chart {

/// A variable of the record and the sources to be used for it, the first that has the period.
struct RecordSeries {
    std::string_view variable;
    std::span<const std::string_view> sources;
    std::string_view label = "record";
};

extern const RecordSeries ration_record, harvest_record, claim_record, store_record, deaths_record,
    births_record, corrected_deaths, corrected_births;

/// Adds the figures between the plot's ends; returns the sources of what was added, such as "SPENCE
/// 1957-61, LUO2006 1962", empty where nothing was.
std::string add_record(Plot& plot, const RecordSeries& series);

/// The range of several authors' figures of a year, none of them preferred.
std::string add_disputed(Plot& plot, const RecordSeries& series);

/// What dots mean.
inline constexpr std::string_view dots_note =
    "Dots: the record, filled where read in the source named, hollow where not verified or from "
    "another source; a bar joins sources that differ.";

}  // namespace granary::chart

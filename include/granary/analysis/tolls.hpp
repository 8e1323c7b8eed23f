#pragma once
/// Deaths from hunger under every reading of the record: no single toll can be known from one.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/scenario/record_reading.hpp"

namespace granary {

/// What a scenario comes to under one reading.
struct Toll {
    std::string reading, title;
    std::optional<double> excess_deaths_million;  ///< none where it cannot be run so
    std::vector<std::string> untested;  ///< what takes it out of the tested range; else empty
};

/// The scenario run under each of the readings.
GRANARY_API std::vector<Toll> tolls(const Scenario& scenario,
                                    std::span<const RecordReading> readings);

/// The least and the largest toll over readings.
struct TollRange {
    double low_million, high_million;
};
/// The range of those that are told; none where none is.
GRANARY_API std::optional<TollRange> toll_range(std::span<const Toll> tolls);

/// What must be known wherever deaths in the model are told: of which reading they are, or of which
/// several.
GRANARY_API std::string reading_note(std::span<const std::string_view> readings);
/// The same for one.
GRANARY_API std::string reading_note(std::string_view reading);

/// The same, and the range over all readings where they were run.
GRANARY_API std::string reading_note(std::string_view reading, std::span<const Toll> tolls);

/// "15.6 to 28.2 million over 8 readings of the record (equal-access 14.9, ..., banister 28.2)",
/// the least first; empty where none could be run.
GRANARY_API std::string range_over_readings(std::span<const Toll> tolls);

/// The same in few words: "14.9 to 28.2 over 8 readings"; empty where fewer than two are told.
GRANARY_API std::string short_range_over_readings(std::span<const Toll> tolls);

/// The deaths of two scenarios under one reading.
struct TollDifference {
    std::string reading;
    double first_million, second_million;
};
/// Those of each reading under which both scenarios bear a toll.
GRANARY_API std::vector<TollDifference> toll_differences(std::span<const Toll> first,
                                                         std::span<const Toll> second);

/// "over 8 readings of the record 10.1 to 22.0 million fewer, 57 to 98%", with how many readings
/// bear no toll of both; empty where there are not two readings to range over.
GRANARY_API std::string range_of_differences(std::span<const Toll> first,
                                             std::span<const Toll> second);

}  // namespace granary

#pragma once
/// What one scenario file says, before it is laid over its parent.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "granary/foundation/calendar.hpp"
#include "granary/foundation/error.hpp"
#include "granary/scenario/record_reading.hpp"
#include "granary/scenario/scenario.hpp"
#include "granary/scenario/schedule.hpp"

namespace granary::read {

template <class T>
struct Placed {
    T value;
    Place place;
};

/// Heights that are set: one, held, or dated ones.
struct Heights {
    std::vector<Knot> knots;
    /// Steps or lines; where a file does not say, as the schedule that is changed.
    std::optional<bool> in_steps;
};

/// One change to a lever's schedule, throughout or in a window: heights that are set, a number that
/// is added, or a factor. None of the three where it could not be read.
struct LeverChange {
    std::optional<Placed<Instant>> from, until;
    std::optional<Heights> set;
    std::optional<Placed<double>> add, scale;
    std::string source;  ///< of what is added or scaled; empty where none is given
};

/// What a file says of one lever: its changes, in order of time.
struct LeverSetting {
    std::size_t lever = 0;
    Place place;
    std::vector<LeverChange> changes;
    /// Each height as written, to be checked with the parameters finally in force.
    std::vector<Placed<Height>> heights;
    /// The date of each point, to be checked with the span of the file and its parents.
    std::vector<Placed<Instant>> dates;
};

struct ParameterSetting : ConstantSetting {
    bool is_shipped = false;  ///< said by a file of the library
};

struct RegionSetting {
    Place place;
    std::string name;
    /// Beside the shares of the others; 0 leaves the parent's region out; nothing: as the parent.
    std::optional<double> share;
    std::vector<LeverSetting> levers;
};

struct Layer {
    std::optional<std::string> title, summary;
    Story story;
    std::optional<Placed<std::string>> extends, parameters_from, reading;
    std::optional<RecordReading> record;  ///< the reading that it names
    std::optional<Placed<Instant>> start, end;
    std::optional<double> largest_step_years;
    std::optional<std::size_t> reporting_levels;
    std::optional<std::vector<Placed<Instant>>> observe;
    std::vector<LeverSetting> levers;
    std::vector<ParameterSetting> parameters;
    std::optional<std::vector<RegionSetting>> regions;
    std::vector<SourceText> sources;
    /// One line set on top of a whole scenario, not a file.
    bool is_setting = false;

    bool has_parent() const { return extends.has_value() || is_setting; }
};

}  // namespace granary::read

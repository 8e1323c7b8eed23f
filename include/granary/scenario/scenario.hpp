#pragma once
/// A scenario: a span of time, the levers, the constants, the regions. A value: `with` gives a
/// changed copy and leaves the original alone.

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "granary/foundation/calendar.hpp"
#include "granary/foundation/checked.hpp"
#include "granary/foundation/error.hpp"
#include "granary/scenario/constant_prior.hpp"
#include "granary/scenario/levers.hpp"
#include "granary/scenario/parameters.hpp"
#include "granary/scenario/schedule.hpp"

namespace granary {

/// A schedule for each row of the table of levers.
using LeverSchedules = std::array<Schedule, Lever::table.size()>;

/// A part of the country with its share of people, land and stores, and its own values of the
/// levers marked regional; where it sets none it follows the nation.
struct Region {
    std::string name;
    double share = 1.0;
    std::array<std::optional<Schedule>, Lever::table.size()> levers{};

    /// The region with its own schedule, or height throughout, of a regional lever. Throws
    /// ScenarioError for a national one.
    template <class D>
    Region with(LeverKey<D> lever, Schedule schedule) const {
        if (const auto& row = Lever::table[lever.index]; !row.regional)
            throw ScenarioError(
                {{{name, 0, 0}, std::string(row.name) + " is a national lever, not a region's"}});
        Region result = *this;
        result.levers[lever.index] = std::move(schedule);
        return result;
    }
    /// The same with one value throughout, in the lever's unit.
    template <class D>
    Region with(LeverKey<D> lever, double value) const {
        return with(lever, Schedule(value));
    }
};

/// Each lever at the default of its table row.
inline LeverSchedules default_levers() {
    LeverSchedules levers;
    for (std::size_t i = 0; i < levers.size(); ++i) {
        const auto& row = Lever::table[i];
        const auto parameter = find_row<Parameter>(row.parameter);
        levers[i] = Schedule(parameter ? Height::named(*parameter) : Height::number(row.value));
    }
    return levers;
}

/// What a scenario says of itself beside its title and summary. Each text may be empty.
struct Story {
    std::string undoes, teaches, cannot_say, surprise;
};

/// A text of the story: its key in a scenario file, what stands before it on a page, what it is.
struct StoryPart {
    std::string_view key, label, meaning;
    std::string Story::*text;
};

/// The texts of a story in the order of a page.
inline constexpr StoryPart story_parts[] = {
    {"undoes", "undoes", "the dated decision that is undone, with its source", &Story::undoes},
    {"teaches", "teaches", "what can be learned from it", &Story::teaches},
    {"cannot_say", "cannot say", "what the model leaves out", &Story::cannot_say},
    {"surprise", "surprise", "a result that surprises, explained from the flows", &Story::surprise},
};

/// A text that a scenario was read from, byte for byte as it was read: nothing is read a second
/// time, for it may be a pipe or have changed.
struct SourceText {
    /// Where it was found.
    enum class From { shipped, memory, disk };

    std::string file;  ///< its path, or what messages call it
    std::string text;
    From from = From::shipped;
    bool of_constants = false;  ///< it gives a scenario its constants, and is none itself
    bool of_a_reading = false;  ///< these are the constants of a reading of the record
};

/// What a run needs to know. As constructed: 1957-62, every lever at its default, one region.
struct Scenario {
    static constexpr std::size_t most_levels = 8;
    static constexpr double longest_step = 1.0 / 96;

    std::string name, title, summary;
    Story story;
    Instant start = start_of_the_table, end{1963, 0};
    /// The date that the people and stores in the constants are of: a run starts at no other.
    Instant start_values_at = start_of_the_table;
    double largest_step_years = longest_step;
    std::size_t reporting_levels = 4;
    LeverSchedules levers = default_levers();
    Constants<double> constants = default_constants();
    /// Where a constant's value comes from; empty where the table's own value stands.
    std::array<std::string, Parameter::table.size()> constant_sources{};
    /// Standard errors of constants found by calibration; 0 where none is known.
    std::array<double, Parameter::table.size()> constant_errors{};
    /// What a calibration believed of the constants that it found, before it saw the record.
    std::array<ConstantPrior, Parameter::table.size()> constant_priors{};
    /// The reading of the record whose constants it has; empty where it has none.
    std::string reading;
    /// Which constants are the reading's: the others are the table's, or the scenario's own.
    std::array<bool, Parameter::table.size()> is_of_the_reading{};
    std::vector<Region> regions{Region{}};
    /// Instants to record besides month starts.
    std::vector<Instant> observe;
    /// What it was read from, the oldest ancestor first, each followed by the file of constants
    /// that it names, and the reading last; empty for what is built in code.
    std::vector<SourceText> sources;

    /// A lever held at one value throughout, in every region.
    template <class D>
    Scenario with(LeverKey<D> lever, double value) const {
        return with(lever, Schedule(value));
    }
    /// A lever held at the value of a parameter of its unit.
    template <class D>
    Scenario with(LeverKey<D> lever, ParameterKey<D> parameter) const {
        return with(lever, Schedule(parameter));
    }
    /// A lever that follows `schedule` in every region.
    template <class D>
    Scenario with(LeverKey<D> lever, Schedule schedule) const {
        Scenario result = *this;
        for (auto& region : result.regions) region.levers[lever.index].reset();
        result.levers[lever.index] = std::move(schedule);
        return result;
    }
    /// A constant of another value, in the unit of its row; the range is not checked.
    template <class D>
    Scenario with(ParameterKey<D> parameter, double value) const {
        Scenario result = *this;
        result.constants.values[parameter.index] = value;
        result.constant_sources[parameter.index] = "set by the program";
        result.constant_errors[parameter.index] = 0;
        result.constant_priors[parameter.index] = {};
        result.is_of_the_reading[parameter.index] = false;
        return result;
    }

    /// The same from another date on, which the people and stores in its constants are of.
    Scenario starting(const Instant& at) const {
        Scenario result = *this;
        result.start = result.start_values_at = at;
        return result;
    }

    /// A lever's schedule as region `r` has it. Throws NotFound.
    const Schedule& schedule(std::size_t lever_row, std::size_t r) const {
        checked("lever", lever_row, levers.size());
        const auto& own = regions[checked("region", r, regions.size())].levers[lever_row];
        return own ? *own : levers[lever_row];
    }

    /// The same history `years` later: every date moved by whole years.
    Scenario shifted(int years) const {
        Scenario result = *this;
        result.start.year += years;
        result.start_values_at.year += years;
        result.end.year += years;
        for (auto& schedule : result.levers) schedule = schedule.shifted(years);
        for (auto& region : result.regions)
            for (auto& own : region.levers)
                if (own) own = own->shifted(years);
        for (auto& instant : result.observe) instant.year += years;
        return result;
    }

    /// Every lever held at its value of `when` throughout: a quiet world where `when` is 1957.
    Scenario held_at(const Instant& when) const {
        Scenario result = *this;
        const auto held = [&](const Schedule& schedule) {
            return Schedule(Height::number(schedule.value(when, constants)));
        };
        for (auto& schedule : result.levers) schedule = held(schedule);
        for (auto& region : result.regions)
            for (auto& own : region.levers)
                if (own) own = held(*own);
        return result;
    }
};

}  // namespace granary

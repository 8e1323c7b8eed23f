#include "read/overlay.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "granary/scenario/validate.hpp"

namespace granary::read {
namespace {

/// A schedule before a file scaled it, to be checked at the end.
struct Scaled {
    std::size_t lever;
    Placed<double> factor;
    Schedule before;
};

std::string height_shown(const Height& height, double value) {
    if (height.parameter == Height::no_parameter) return fmt::format("{}", value);
    return fmt::format("\"{}\" ({})", Parameter::table[height.parameter].name, value);
}

class Overlay {
  public:
    explicit Overlay(Problems& problems) : problems_(problems) {}

    void add(const Layer& layer) {
        add_heading(layer);
        scenario_.sources.insert(scenario_.sources.end(), layer.sources.begin(),
                                 layer.sources.end());
        add_span(layer);
        for (const auto& setting : layer.levers) check_dates(setting);
        for (const auto& setting : layer.parameters) add_parameter(setting);
        for (const auto& setting : layer.levers) add_lever(setting, layer);
        if (layer.regions) add_regions(*layer.regions);
    }

    Scenario finish(const std::vector<Layer>& layers) {
        for (const auto& layer : layers) check_heights(layer);
        if (!problems_.has_gap())
            for (const auto& scaled : scaled_) check_scaled(scaled);
        return std::move(scenario_);
    }

  private:
    /// Title, summary and story are a file's own: a child without them does not go by its parent's.
    void add_heading(const Layer& layer) {
        if (layer.title || !layer.is_setting) scenario_.title = layer.title.value_or("");
        if (layer.summary || !layer.is_setting) scenario_.summary = layer.summary.value_or("");
        for (const auto& [key, label, meaning, text] : story_parts)
            if (!layer.is_setting || !(layer.story.*text).empty())
                scenario_.story.*text = layer.story.*text;
        if (layer.largest_step_years) scenario_.largest_step_years = *layer.largest_step_years;
        if (layer.reporting_levels) scenario_.reporting_levels = *layer.reporting_levels;
    }

    void add_span(const Layer& layer) {
        if (layer.start) scenario_.start = layer.start->value;
        if (layer.end) scenario_.end = layer.end->value;
        if (layer.start || layer.end)
            note(layer.end ? layer.end->place : layer.start->place, span_problem(scenario_));
        if (layer.observe) add_observe(*layer.observe);
        const auto outside = [&](const Instant& at) {
            return observe_problem(scenario_, at).has_value();
        };
        std::erase_if(scenario_.observe, outside);
    }

    void add_observe(const std::vector<Placed<Instant>>& instants) {
        scenario_.observe.clear();
        for (const auto& at : instants) {
            note(at.place, observe_problem(scenario_, at.value));
            scenario_.observe.push_back(at.value);
        }
    }

    void add_parameter(const ParameterSetting& setting) {
        scenario_.constants.values[setting.parameter] = setting.value;
        scenario_.constant_sources[setting.parameter] = setting.source;
        scenario_.constant_errors[setting.parameter] = setting.standard_error;
    }

    /// The nation's schedule, and those that an ancestor gave to regions of their own.
    void add_lever(const LeverSetting& setting, const Layer& layer) {
        if (setting.scale && !layer.has_parent()) {
            note(setting.scale->place,
                 fmt::format("{}: nothing to scale, for this file extends none",
                             Lever::table[setting.lever].name));
            return;
        }
        apply(setting, scenario_.levers[setting.lever]);
        for (auto& region : scenario_.regions)
            if (auto& own = region.levers[setting.lever]) apply(setting, *own);
    }

    void add_regions(const std::vector<RegionSetting>& settings) {
        if (settings.empty()) return;
        scenario_.regions.clear();
        for (const auto& setting : settings) {
            Region region{setting.name, setting.share, {}};
            for (const auto& lever : setting.levers) {
                check_dates(lever);
                auto& own = region.levers[lever.lever];
                own = scenario_.levers[lever.lever];
                apply(lever, *own);
            }
            scenario_.regions.push_back(std::move(region));
        }
    }

    void apply(const LeverSetting& setting, Schedule& schedule) {
        if (setting.scale) {
            scaled_.push_back({setting.lever, *setting.scale, schedule});
            schedule = schedule.scaled(setting.scale->value);
        } else if (setting.schedule && setting.from) {
            check_from(*setting.from, Lever::table[setting.lever].name);
            schedule = schedule.replaced_from(setting.from->value, *setting.schedule);
        } else if (setting.schedule) {
            schedule = *setting.schedule;
        }
    }

    /// A change at the end would never be in force.
    void check_from(const Placed<Instant>& from, std::string_view lever) {
        check_date(from, from.value < scenario_.end, lever, "from");
    }

    /// Of the file's own span: one that extends it may cut it short.
    void check_dates(const LeverSetting& setting) {
        for (const auto& date : setting.dates)
            check_date(date, date.value <= scenario_.end, Lever::table[setting.lever].name,
                       "points");
    }

    void check_date(const Placed<Instant>& date, bool is_before_the_end, std::string_view lever,
                    std::string_view key) {
        if (scenario_.start <= date.value && is_before_the_end) return;
        note(date.place, fmt::format("{}.{} = {} is outside the span {} to {}", lever, key,
                                     date_text(date.value), date_text(scenario_.start),
                                     date_text(scenario_.end)));
    }

    void check_heights(const Layer& layer) {
        for (const auto& setting : layer.levers) check_heights(setting);
        if (!layer.regions) return;
        for (const auto& region : *layer.regions)
            for (const auto& setting : region.levers) check_heights(setting);
    }

    void check_heights(const LeverSetting& setting) {
        const auto& row = Lever::table[setting.lever];
        for (const auto& [height, place] : setting.heights) {
            const bool is_known = height.parameter == Height::no_parameter || !problems_.has_gap();
            const double value = height.value(scenario_.constants);
            if (is_known && !in_range(row, value))
                problems_.add(place, fmt::format("{} = {} is out of range: {}", row.name,
                                                 height_shown(height, value), expected_of(row)));
        }
    }

    /// A height out of range before was noted where it was written.
    void check_scaled(const Scaled& scaled) {
        const auto& row = Lever::table[scaled.lever];
        if (schedule_problem(row, scaled.before, scenario_.constants)) return;
        const auto after = scaled.before.scaled(scaled.factor.value);
        if (const auto problem = schedule_problem(row, after, scenario_.constants))
            problems_.add(scaled.factor.place,
                          fmt::format("scale = {}: {}", scaled.factor.value, *problem));
    }

    /// A problem that rests on several places, all of which must be known.
    void note(const Place& place, std::optional<std::string> problem) {
        if (problem && !problems_.has_gap()) problems_.add(place, *std::move(problem));
    }

    Problems& problems_;
    Scenario scenario_;
    std::vector<Scaled> scaled_;
};

}  // namespace

Scenario overlaid(const std::vector<Layer>& layers, const std::string& name, Problems& problems) {
    Overlay overlay(problems);
    for (const auto& layer : layers) overlay.add(layer);
    auto scenario = overlay.finish(layers);
    scenario.name = name;
    if (scenario.title.empty()) scenario.title = name;
    return scenario;
}

}  // namespace granary::read

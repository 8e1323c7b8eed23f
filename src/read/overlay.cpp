#include "read/overlay.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "granary/foundation/limits.hpp"
#include "granary/scenario/validate.hpp"
#include "read/reading.hpp"

namespace granary::read {
namespace {

/// A schedule before a file scaled it or added to it, and after, there where it did: to be checked
/// at the end.
struct Changed {
    std::size_t lever;
    Place place;
    std::string what;  ///< "scale = 3"
    Schedule before, after;
};

std::string height_shown(const Height& height, double value) {
    if (height.parameter == Height::no_parameter) return fmt::format("{}", value);
    return fmt::format("\"{}\" ({})", Parameter::table[height.parameter].name, value);
}

/// The date that each start value is of, as the table has them; none: of whatever date is asked.
std::array<std::optional<Instant>, start_values.size()> dates_of_the_table() {
    std::array<std::optional<Instant>, start_values.size()> dates;
    dates.fill(start_of_the_table);
    return dates;
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
        for (const auto& setting : layer.parameters) add_parameter(setting, layer);
        for (const auto& setting : layer.levers) add_lever(setting, layer);
        if (layer.regions) add_regions(*layer.regions);
    }

    void put_under(const RecordReading& reading) {
        scenario_ = under(std::move(scenario_), reading);
    }

    Scenario finish(const std::vector<Layer>& layers) {
        for (const auto& layer : layers) check_heights(layer);
        if (!problems_.has_gap())
            for (const auto& changed : changed_) check_changed(changed);
        check_start_values();
        share_out();
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
        if (layer.start) start_place_ = layer.start->place;
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

    void add_parameter(const ParameterSetting& setting, const Layer& layer) {
        scenario_.constants.values[setting.parameter] = setting.value;
        scenario_.constant_sources[setting.parameter] = setting.source;
        scenario_.constant_errors[setting.parameter] = setting.standard_error;
        scenario_.constant_priors[setting.parameter] = setting.prior;
        scenario_.is_of_the_reading[setting.parameter] = false;
        for (std::size_t i = 0; i < start_values.size(); ++i)
            if (start_values[i] == setting.parameter) start_dates_[i] = date_of(setting, layer);
    }

    /// The start that a value is meant for: a setting's is whatever start is set beside it.
    std::optional<Instant> date_of(const ParameterSetting& setting, const Layer& layer) const {
        if (setting.is_shipped) return start_of_the_table;
        return layer.is_setting ? std::nullopt : std::optional(scenario_.start);
    }

    /// The nation's schedule, and those that an ancestor gave to regions of their own.
    void add_lever(const LeverSetting& setting, const Layer& layer) {
        if (!is_founded(setting, layer)) return;
        apply(setting, scenario_.levers[setting.lever]);
        for (auto& region : scenario_.regions)
            if (auto& own = region.levers[setting.lever]) apply(setting, *own);
    }

    /// Whether there is a schedule to scale or to add to.
    bool is_founded(const LeverSetting& setting, const Layer& layer) {
        if (layer.has_parent()) return true;
        for (const auto& change : setting.changes)
            if (const auto& number = change.scale ? change.scale : change.add) {
                note(number->place, fmt::format("{}: nothing to {}, for this file extends none",
                                                Lever::table[setting.lever].name,
                                                change.scale ? "scale" : "add to"));
                return false;
            }
        return true;
    }

    /// Regions are laid over the parent's of their name; others stand beside them.
    void add_regions(const std::vector<RegionSetting>& settings) {
        if (settings.empty()) return;
        if (is_whole()) scenario_.regions.clear();
        require_kin(settings);
        const auto parents = names();
        for (const auto& setting : settings) add_region(setting, parents);
        std::erase_if(scenario_.regions, [](const Region& region) { return region.share == 0; });
        if (scenario_.regions.empty())
            note(settings.front().place, "no region is left: expected a share above 0");
    }

    /// One country without parts, which has no name.
    bool is_whole() const {
        return scenario_.regions.size() == 1 && scenario_.regions.front().name.empty();
    }

    /// Copies, because regions are added while they are used.
    std::vector<std::string> names() const {
        std::vector<std::string> names;
        for (const auto& region : scenario_.regions) names.push_back(region.name);
        return names;
    }

    Region* region_called(const std::string& name) {
        for (auto& region : scenario_.regions)
            if (region.name == name) return &region;
        return nullptr;
    }

    /// A file that names none of its parent's regions may mean them to be gone, or to stay.
    void require_kin(const std::vector<RegionSetting>& settings) {
        if (scenario_.regions.empty() || !problems_.empty()) return;
        for (const auto& setting : settings)
            if (region_called(setting.name) != nullptr) return;
        note(settings.front().place,
             fmt::format("none of these regions is one of the parent's ({}): name those to change, "
                         "or to leave out with share = 0",
                         fmt::join(names(), ", ")));
    }

    /// A region without a schedule of its own for a lever changes the nation's for itself.
    void add_region(const RegionSetting& setting, std::span<const std::string> parents) {
        auto* region = region_called(setting.name);
        if (region == nullptr) {
            if (setting.share.value_or(0) == 0) note_no_share(setting, parents);
            scenario_.regions.push_back({setting.name, 0, {}});
            region = &scenario_.regions.back();
        }
        if (setting.share) region->share = *setting.share;
        for (const auto& lever : setting.levers) {
            check_dates(lever);
            auto& own = region->levers[lever.lever];
            if (!own) own = scenario_.levers[lever.lever];
            apply(lever, *own);
        }
    }

    void note_no_share(const RegionSetting& setting, std::span<const std::string> parents) {
        if (problems_.is_full()) return note(setting.place, "");
        const std::vector<std::string_view> known(parents.begin(), parents.end());
        note(setting.place,
             (setting.share ? "share = 0 leaves out a region of the parent, which has none "
                              "of this name"
                            : "this region has no share") +
                 suggestion(setting.name, known));
    }

    /// Shares are told beside each other; together they are the country.
    void share_out() {
        double sum = 0;
        for (const auto& region : scenario_.regions) sum += region.share;
        if (sum > 0)
            for (auto& region : scenario_.regions) region.share /= sum;
    }

    /// Each start value has to be of the date at which the scenario starts.
    void check_start_values() {
        scenario_.start_values_at = scenario_.start;
        if (!start_place_ || span_problem(scenario_)) return;
        std::vector<std::string_view> missing;
        std::string dates;
        for (std::size_t i = 0; i < start_values.size(); ++i)
            if (const auto& date = start_dates_[i]; date && *date != scenario_.start) {
                missing.push_back(Parameter::table[start_values[i]].name);
                if (dates.find(date_text(*date)) == std::string::npos)
                    dates += (dates.empty() ? "" : ", ") + date_text(*date);
            }
        if (missing.empty()) return;
        note(*start_place_,
             other_start_problem(
                 scenario_.start, dates,
                 fmt::format("set under [parameters] what they were at this start, each with its "
                             "source: {}",
                             fmt::join(missing, ", "))));
    }

    void apply(const LeverSetting& setting, Schedule& schedule) {
        const auto& row = Lever::table[setting.lever];
        for (const auto& change : setting.changes) {
            const auto count = schedule.segments().size();
            if (const auto problem = limit::heights.problem(count))
                return note(setting.place, fmt::format("{}: {}", row.name, *problem));
            apply(change, setting.lever, schedule);
        }
    }

    void apply(const LeverChange& change, std::size_t lever, Schedule& schedule) {
        check_window(change, Lever::table[lever].name);
        auto other = changed(change, schedule);
        if (!change.source.empty() && !change.set) other = other.with_source(change.source);
        const auto from = change.from ? change.from->value : Schedule::always;
        const auto until = change.until ? change.until->value : Schedule::for_ever;
        auto after = change.until ? schedule.replaced_between(from, until, other)
                                  : schedule.replaced_from(from, other);
        if (const auto& number = change.scale ? change.scale : change.add)
            changed_.push_back(
                {lever, number->place,
                 fmt::format("{} = {}", change.scale ? "scale" : "add", number->value),
                 schedule.within(from, until), after.within(from, until)});
        schedule = std::move(after);
    }

    static Schedule changed(const LeverChange& change, const Schedule& schedule) {
        if (change.scale) return schedule.scaled(change.scale->value);
        if (change.add) return schedule.raised(change.add->value);
        const auto& [knots, said] = *change.set;
        const bool is_stepped = schedule.segments().size() > 1 && schedule.in_steps();
        if (knots.front().at == Schedule::always || said.value_or(is_stepped))
            return Schedule::steps(knots);
        return Schedule::linear(knots);
    }

    void check_window(const LeverChange& change, std::string_view lever) {
        if (change.from) check_from(*change.from, lever);
        if (change.until)
            check_date(*change.until, change.until->value <= scenario_.end, lever, "until");
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
    void check_changed(const Changed& changed) {
        const auto& row = Lever::table[changed.lever];
        if (schedule_problem(row, changed.before, scenario_.constants)) return;
        if (const auto problem = schedule_problem(row, changed.after, scenario_.constants))
            problems_.add(changed.place, fmt::format("{}: {}", changed.what, *problem));
    }

    /// A problem that rests on several places, all of which must be known.
    void note(const Place& place, std::optional<std::string> problem) {
        if (problem && !problems_.has_gap()) problems_.add(place, *std::move(problem));
    }

    Problems& problems_;
    Scenario scenario_;
    std::vector<Changed> changed_;
    /// Where the start was last set, and the date that each start value is of.
    std::optional<Place> start_place_;
    std::array<std::optional<Instant>, start_values.size()> start_dates_ = dates_of_the_table();
};

/// The last reading that a layer names: its constants lie below all that any layer sets.
const RecordReading* reading_of(const std::vector<Layer>& layers) {
    const auto names_one = [](const Layer& layer) { return layer.record.has_value(); };
    const auto last = std::find_if(layers.rbegin(), layers.rend(), names_one);
    return last == layers.rend() ? nullptr : &*last->record;
}

}  // namespace

Scenario overlaid(const std::vector<Layer>& layers, const std::string& name, Problems& problems) {
    Overlay overlay(problems);
    for (const auto& layer : layers) overlay.add(layer);
    if (const auto* reading = reading_of(layers)) overlay.put_under(*reading);
    auto scenario = overlay.finish(layers);
    scenario.name = name;
    if (scenario.title.empty()) scenario.title = name;
    return scenario;
}

}  // namespace granary::read

#include "granary/analysis/tested.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <limits>
#include <optional>

#include "granary/analysis/periods.hpp"
#include "granary/run.hpp"
#include "granary/scenario/schedule.hpp"

namespace granary {
namespace {

/// A lever on a stretch of time on which it is a straight line.
struct Line {
    double first, last;
};

/// From `from` to just before `until`, between which no other line begins.
Line line_of(const Scenario& scenario, const Schedule& schedule, const Instant& from,
             const Instant& until) {
    const auto& segment = schedule.at(from);
    const bool whole = until == segment.second.at;  // exactly its height, without rounding
    return {segment.value(from, scenario.constants),
            whole ? segment.second.height.value(scenario.constants)
                  : segment.value(until, scenario.constants)};
}

/// The largest product of two lines: that of either end, or of the top of the parabola between.
double most_of(const Line& a, const Line& b) {
    const double rise_a = a.last - a.first, rise_b = b.last - b.first;
    const double ends = std::max(a.first * b.first, a.last * b.last), curve = rise_a * rise_b;
    if (curve >= 0) return ends;
    const double top = -(a.first * rise_b + b.first * rise_a) / (2 * curve);
    if (top <= 0 || top >= 1) return ends;
    return std::max(ends, (a.first + top * rise_a) * (b.first + top * rise_b));
}

/// The times at which a scenario that is run begins, ends, or goes over to another line of a
/// schedule, in order.
std::vector<Instant> turns(const Scenario& scenario,
                           std::initializer_list<const Schedule*> schedules) {
    std::vector<Instant> times{scenario.start, scenario.end};
    for (const auto* schedule : schedules)
        for (const auto& segment : schedule->segments())
            if (scenario.start < segment.from && segment.from < scenario.end)
                times.push_back(segment.from);
    std::sort(times.begin(), times.end());
    return times;
}

/// A number with as many digits as tell it from its limit.
std::string number(double value, double limit) {
    constexpr int digits_of_any_double = 17;
    const auto limit_text = fmt::format("{:.3g}", limit);
    for (int digits = 3; digits < digits_of_any_double; ++digits)
        if (auto text = fmt::format("{:.{}g}", value, digits); text != limit_text) return text;
    return fmt::format("{}", value);
}

/// " in Henan", or nothing for the one whole country.
std::string where(const std::string& region) {
    return region.empty() ? std::string() : " in " + region;
}

std::optional<std::string> lever_cause(const Scenario& scenario, const LeverRow& row,
                                       const Schedule& schedule, const std::string& region) {
    double low = row.tested_high, high = row.tested_low;
    const auto times = turns(scenario, {&schedule});
    for (std::size_t i = 1; i < times.size(); ++i) {
        const auto line = line_of(scenario, schedule, times[i - 1], times[i]);
        low = std::min({low, line.first, line.last});
        high = std::max({high, line.first, line.last});
    }
    if (high > row.tested_high)
        return fmt::format("{}{} rises to {}, tested to {:.3g}", row.name, where(region),
                           number(high, row.tested_high), row.tested_high);
    if (low < row.tested_low)
        return fmt::format("{}{} falls to {}, tested from {:.3g}", row.name, where(region),
                           number(low, row.tested_low), row.tested_low);
    return std::nullopt;
}

class Causes {
  public:
    Causes(const Scenario& scenario, const RunSigns& signs) : scenario_(scenario), signs_(signs) {}

    std::vector<std::string> all() {
        levers();
        pressure();
        taken();
        nutrition();
        dead();
        return std::move(found_);
    }

  private:
    void add(std::optional<std::string> cause) {
        if (cause && std::find(found_.begin(), found_.end(), *cause) == found_.end())
            found_.push_back(*std::move(cause));
    }

    /// The nation's schedules, and those that regions have for themselves.
    void levers() {
        for (std::size_t i = 0; i < Lever::table.size(); ++i) {
            const auto& row = Lever::table[i];
            for (const auto& region : scenario_.regions)
                add(region.levers[i] ? lever_cause(scenario_, row, *region.levers[i], region.name)
                                     : lever_cause(scenario_, row, scenario_.levers[i], {}));
        }
    }

    /// Where pressure alone is beyond its range its product is not told beside it.
    void pressure() {
        if (std::any_of(found_.begin(), found_.end(), [](const std::string& cause) {
                return cause.starts_with(most_pressure.name);
            }))
            return;
        for (std::size_t r = 0; r < scenario_.regions.size(); ++r) {
            const auto& first = scenario_.schedule(lever::pressure.index, r);
            const auto& second = scenario_.schedule(lever::radicalism.index, r);
            const auto times = turns(scenario_, {&first, &second});
            double most = 0;
            for (std::size_t i = 1; i < times.size(); ++i)
                most = std::max(most, most_of(line_of(scenario_, first, times[i - 1], times[i]),
                                              line_of(scenario_, second, times[i - 1], times[i])));
            if (most > most_pressure.limit)
                add(fmt::format("pressure times radicalism{} rises to {}, tested to {:.3g}",
                                where(scenario_.regions[r].name), number(most, most_pressure.limit),
                                most_pressure.limit));
        }
    }

    void taken() {
        for (const auto& [year, whole, figures] : signs_.years) {
            const double share = figures.procurement_gross_mt / figures.output_actual_mt;
            if (whole && share > most_taken.limit)
                return add(
                    fmt::format("{:.0f}% of the harvest of {} is procured, tested to {:.0f}%",
                                100 * share, year, 100 * most_taken.limit));
        }
    }

    void nutrition() {
        if (signs_.least_nutrition < least_nutrition.limit)
            add(fmt::format("nutrition{} falls to {:.2f} of what is needed, tested from {:.2f}",
                            where(signs_.least_region), signs_.least_nutrition,
                            least_nutrition.limit));
    }

    void dead() {
        const auto& constants = scenario_.constants;
        const double people = bare(constants[parameter::rural_population_start_million]) +
                              bare(constants[parameter::urban_population_start_million]);
        double dead = 0;
        for (const auto& year : signs_.years) dead += year.figures.excess_deaths_million;
        if (dead > most_dead.limit * people)
            add(fmt::format("more than {:.0f}% of the people die of hunger",
                            100 * most_dead.limit));
    }

    const Scenario& scenario_;
    const RunSigns& signs_;
    std::vector<std::string> found_;
};

}  // namespace

RunSigns signs_of(const Trajectory<double>& run) {
    RunSigns signs{yearly(run), std::numeric_limits<double>::infinity(), {}};
    for (std::size_t row = 0; row < run.times().size(); ++row)
        for (std::size_t r = 0; r < run.layout().regions; ++r) {
            const double now = run.stock(stock::nutrition_rural, row, r);
            if (now >= signs.least_nutrition) continue;
            signs.least_nutrition = now;
            signs.least_region = run.region_names()[r];
        }
    return signs;
}

std::vector<std::string> causes_untested(const Scenario& scenario, const Trajectory<double>& run) {
    return causes_untested(scenario, signs_of(run));
}

std::vector<std::string> causes_untested(const Scenario& scenario, const RunSigns& signs) {
    return Causes(scenario, signs).all();
}

std::string untested_note(const std::vector<std::string>& causes) {
    if (causes.empty()) return {};
    return fmt::format(
        "No toll is given: the run lies outside of what the equations were made for ({}).",
        fmt::join(causes, "; "));
}

bool is_toll(std::string_view name) {
    return name.starts_with("excess_deaths");
}

double told(std::string_view name, double value, bool tested) {
    return tested || !is_toll(name) ? value : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace granary

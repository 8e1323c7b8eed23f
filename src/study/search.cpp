#include "granary/study/search.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/math/tools/toms748_solve.hpp>
#include <cstdint>
#include <stdexcept>

#include "granary/run.hpp"
#include "granary/study/sweep.hpp"
#include "study/probe.hpp"

namespace granary {
namespace {

double width_of(const ValueRange& range) {
    return range.high - range.low;
}

double tolerance_of(const SearchPlan& plan, const ValueRange& range) {
    constexpr double years = 1e-6, part_of_range = 1e-8;
    if (plan.tolerance > 0) return plan.tolerance;
    return plan.variation.of == Variation::Of::date ? years : part_of_range * width_of(range);
}

ValueRange required_range(const SearchPlan& plan) {
    const auto range = range_of(plan.scenario, plan.variation);
    if (!range) throw std::invalid_argument(plan.variation.name() + " changes nothing");
    if (plan.variation.of == Variation::Of::levels)
        throw std::invalid_argument("the number of levels is not continuous");
    return *range;
}

Trial trial_of(const Probe& probe) {
    return {probe.value, probe.figure};
}

/// One search: remembers every probe.
class Hunt {
  public:
    Hunt(const SearchPlan& plan, const ValueRange& range, const Workers& workers)
        : plan_(plan), prober_(plan), tolerance_(tolerance_of(plan, range)) {
        scan(range, workers);
    }

    std::vector<Crossing> crossings() {
        std::vector<Crossing> found;
        for (std::size_t i = 0; i + 1 < scanned_.size(); ++i)
            probe_between(scanned_[i], scanned_[i + 1], deepest, found);
        return found;
    }

    bool exact() const { return prober_.exact(); }
    double tolerance() const { return tolerance_; }
    bool holds_at_low() const { return scanned_.front().holds(); }
    const std::vector<Trial>& trials() const { return trials_; }

  private:
    /// How often a stretch between two points of the scan is halved in search of what may hide.
    static constexpr int deepest = 6;

    void scan(const ValueRange& range, const Workers& workers) {
        const auto values = spaced(range.low, range.high, plan_.scan_points);
        scanned_.resize(values.size());
        for_each_part(values.size(), [&](std::size_t i) { scanned_[i] = prober_.probe(values[i]); },
                      {workers.threads, {}});
        for (const auto& probe : scanned_) trials_.push_back(trial_of(probe));
        if (prober_.exact()) return;
        for (std::size_t i = 0; i < scanned_.size(); ++i)
            set_slopes(scanned_[i == 0 ? 0 : i - 1], scanned_[i],
                       scanned_[std::min(i + 1, scanned_.size() - 1)]);
    }

    Probe probe(double value) {
        auto probe = prober_.probe(value);
        trials_.push_back(trial_of(probe));
        return probe;
    }

    void probe_between(const Probe& a, const Probe& b, int depth, std::vector<Crossing>& found) {
        if (a.holds() != b.holds()) {
            found.push_back(narrowed(a, b));
        } else if (depth > 0 && may_hide(a, b)) {
            auto middle = probe(0.5 * (a.value + b.value));
            if (!prober_.exact()) set_slopes(a, middle, b);
            probe_between(a, middle, depth - 1, found);
            probe_between(middle, b, depth - 1, found);
        }
    }

    /// The figure less the threshold changes sign between kept and lost.
    Crossing narrowed(const Probe& a, const Probe& b) {
        Crossing crossing{trial_of(a.holds() ? a : b), trial_of(a.holds() ? b : a)};
        const auto side = [&](const Trial& trial) {
            return trial.figure - plan_.condition.threshold;
        };
        const auto take = [&](double value) {
            const auto at = probe(value);
            (at.holds() ? crossing.kept : crossing.lost) = trial_of(at);
            return side(trial_of(at));
        };
        const auto close = [&](double low, double high) { return high - low <= tolerance_; };
        std::uintmax_t most = 60;
        boost::math::tools::toms748_solve(take, a.value, b.value, side(trial_of(a)),
                                          side(trial_of(b)), close, most);
        // It stops early where a trial meets the threshold exactly.
        while (abs(crossing.kept.value - crossing.lost.value) > tolerance_) {
            const double middle = 0.5 * (crossing.kept.value + crossing.lost.value);
            if (middle == crossing.kept.value || middle == crossing.lost.value) break;
            take(middle);
        }
        return crossing;
    }

    const SearchPlan& plan_;
    Prober prober_;
    double tolerance_;
    std::vector<Probe> scanned_;
    std::vector<Trial> trials_;
};

Trial best_of(const std::vector<Trial>& trials, const Condition& condition) {
    return *std::max_element(trials.begin(), trials.end(), [&](const Trial& a, const Trial& b) {
        return condition.better(b.figure, a.figure);
    });
}

}  // namespace

std::string Condition::text() const {
    const bool ration = of == Of::ration_above_kg;
    const std::string what = ration ? year ? "the ration" : "the lowest ration" : "excess deaths";
    return fmt::format("{}{} {} {} {}", what, year ? fmt::format(" of {}", *year) : "",
                       ration ? "above" : "below", threshold, ration ? "kg" : "million");
}

Measure Condition::measure() const {
    if (year)
        return *year_measure(
            of == Of::ration_above_kg ? "rural_ration_kg" : "excess_deaths_million", *year);
    return *run_measure(of == Of::ration_above_kg ? "lowest_ration_kg" : "excess_deaths_million");
}

double Condition::figure(const Trajectory<double>& run) const {
    return measure().of(run);
}

bool Condition::holds(double figure) const {
    return better(figure, threshold);
}

bool Condition::better(double a, double b) const {
    return of == Of::ration_above_kg ? a > b : a < b;
}

std::vector<ValueRange> SearchResult::kept() const {
    std::vector<ValueRange> stretches;
    if (holds_at_low) stretches.push_back({range.low, range.high});
    for (const auto& crossing : crossings) {
        if (crossing.kept.value < crossing.lost.value)
            stretches.back().high = crossing.kept.value;
        else
            stretches.push_back({crossing.kept.value, range.high});
    }
    return stretches;
}

Answer answer_of(const SearchPlan& plan, const SearchResult& result) {
    if (!result.reachable()) return Answer::not_reachable;
    if (result.holds_as_is) return Answer::no_change_needed;
    if (result.holds_everywhere()) return Answer::kept_everywhere;
    return least_change(plan, result) ? Answer::least_change : Answer::no_latest_date;
}

std::optional<Crossing> least_change(const SearchPlan& plan, const SearchResult& result) {
    if (result.holds_as_is || result.crossings.empty()) return std::nullopt;
    const bool date = plan.variation.of == Variation::Of::date;
    const double present = present_value(plan.scenario, plan.variation);
    const auto away = [&](const Crossing& c) { return abs(c.kept.value - present); };
    std::optional<Crossing> nearest;
    for (const auto& crossing : result.crossings) {
        if (date && crossing.kept.value > crossing.lost.value) continue;
        if (!nearest || away(crossing) < away(*nearest)) nearest = crossing;
    }
    return nearest;
}

SearchResult search(const SearchPlan& plan, const Workers& workers) {
    const auto range = required_range(plan);
    Hunt hunt(plan, range, workers);
    SearchResult result;
    result.range = range;
    result.tolerance = hunt.tolerance();
    result.figure_as_is = plan.condition.figure(simulate(plan.scenario));
    result.holds_as_is = plan.condition.holds(result.figure_as_is);
    result.holds_at_low = hunt.holds_at_low();
    result.crossings = hunt.crossings();
    result.best = best_of(hunt.trials(), plan.condition);
    result.runs = hunt.trials().size() + 1;
    result.exact_slopes = hunt.exact();
    return result;
}

}  // namespace granary

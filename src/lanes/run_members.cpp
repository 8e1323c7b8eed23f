#include "granary/lanes/run_members.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <limits>
#include <mutex>

#include "granary/analysis/periods.hpp"
#include "granary/analysis/tested.hpp"
#include "granary/foundation/error.hpp"
#include "granary/members.hpp"
#include "granary/run.hpp"
#include "granary/study/parallel.hpp"
#include "lanes/levels.hpp"

namespace granary {
namespace {

constexpr std::size_t widest = 16;

/// Some members and the rows that their figures go to.
struct Window {
    std::vector<Scenario> members;
    std::vector<double*> rows;
    std::vector<double> least_nutrition;
    std::vector<std::string> causes;
};

/// What came of a chunk's members.
struct Outcome {
    std::vector<double> figures;  ///< a row of all measures for each
    std::vector<MemberFault> faults;
    std::uint64_t untested = 0;
};

class Runner {
  public:
    Runner(const EnsemblePlan& plan, std::size_t lanes)
        : plan_(plan),
          lanes_(lanes == 0 ? widest : lanes),
          points_(plan.design, plan.members, plan.varied.size(), plan.seed),
          years_(yearly(simulate(plan.scenario))),
          areas_(area_names(plan.what).size()),
          stride_(plan.what.measures.size() / areas_) {
        for (const auto& year : years_) year_numbers_.push_back(year.year);
    }

    Outcome outcome(std::uint64_t chunk) const {
        const std::uint64_t first = chunk * chunk_members;
        const std::uint64_t count = std::min(chunk_members, plan_.members - first);
        constexpr double none = std::numeric_limits<double>::quiet_NaN();
        Outcome outcome{std::vector<double>(count * width(), none), {}, 0};
        for (std::uint64_t begin = 0; begin < count; begin += lanes_) {
            Window window;
            for (std::uint64_t i = begin; i < std::min(begin + lanes_, count); ++i) {
                window.members.push_back(member(first + i));
                window.rows.push_back(&outcome.figures[i * width()]);
            }
            run(window);
            finish(window, first + begin, outcome);
        }
        return outcome;
    }

    Scenario member(std::uint64_t number) const {
        return member_scenario(plan_.scenario, plan_.varied, points_.at(number));
    }

  private:
    std::size_t width() const { return plan_.what.measures.size(); }

    void run(Window& window) const {
        window.causes.resize(window.members.size());
        window.least_nutrition.resize(window.members.size());
        if (lanes_ == 1) return run_alone(window);
        for (const auto& group : groups_by_times(window.members)) run_pack(window, group);
    }

    void run_alone(Window& window) const {
        try {
            const auto run = simulate(window.members.front());
            for (std::size_t area = 0; area < areas_; ++area)
                keep_years(yearly(run, area_at(area)), window.rows.front() + area * stride_);
            window.least_nutrition.front() = signs_of(run).least_nutrition;
        } catch (const IntegrationError& error) {
            window.causes.front() = error.what();
        }
    }

    void run_pack(Window& window, const std::vector<std::size_t>& group) const {
        std::vector<const Scenario*> members;
        std::vector<double*> rows;
        for (const std::size_t i : group) {
            members.push_back(&window.members[i]);
            rows.push_back(window.rows[i]);
        }
        std::vector<double> least_nutrition(group.size());
        std::vector<std::string> causes(group.size());
        std::exception_ptr fault;
        best_lane_level().run({members.data(), members.size(), lanes_, year_numbers_.data(),
                               year_numbers_.size(), areas_, rows.data(), stride_,
                               least_nutrition.data(), causes.data(), &fault});
        if (fault) std::rethrow_exception(fault);
        for (std::size_t i = 0; i < group.size(); ++i) {
            window.least_nutrition[group[i]] = least_nutrition[i];
            window.causes[group[i]] = std::move(causes[i]);
        }
    }

    static void keep_years(const std::vector<YearFigures>& years, double* row) {
        for (const auto& year : years)
            for (const auto& column : figure_columns<double>) *row++ = year.figures.*column.value;
    }

    /// What is read off the whole run, from the years; nothing for a member that failed.
    void finish(const Window& window, std::uint64_t first, Outcome& outcome) const {
        for (std::size_t i = 0; i < window.members.size(); ++i) {
            double* const row = window.rows[i];
            if (window.causes[i].empty()) {
                for (std::size_t area = 0; area < areas_; ++area)
                    add_run_measures(row + area * stride_);
                outcome.untested += is_untested(window, i) ? 1 : 0;
            } else {
                std::fill(row, row + width(), std::numeric_limits<double>::quiet_NaN());
                outcome.faults.push_back({first + i, window.causes[i]});
            }
        }
    }

    bool is_untested(const Window& window, std::size_t i) const {
        const RunSigns signs{years_of_row(window.rows[i]), window.least_nutrition[i], {}};
        return !causes_untested(window.members[i], signs).empty();
    }

    /// Behind the years of an area.
    void add_run_measures(double* of_area) const {
        const auto years = years_of_row(of_area);
        double* next = of_area + area_size(years_.size());
        for (const auto& measure : run_measures()) *next++ = measure.of(years);
    }

    std::vector<YearFigures> years_of_row(const double* row) const {
        auto years = years_;
        for (auto& year : years)
            for (const auto& column : figure_columns<double>) year.figures.*column.value = *row++;
        return years;
    }

    const EnsemblePlan& plan_;
    std::size_t lanes_;
    Points points_;
    std::vector<YearFigures> years_;  ///< of the scenario itself: which there are, which are whole
    std::vector<int> year_numbers_;
    std::size_t areas_, stride_;  ///< how many there are, and how many measures of each
};

/// The chunks that are not done: a few runs of them, however many they are.
class Missing {
  public:
    Missing(const Summary& done, const Chunks& chunks) {
        for (const auto& [first, last] : done.missing(chunks.end))
            if (last >= chunks.begin) gaps_.push_back({std::max(first, chunks.begin), last + 1});
    }

    std::uint64_t count() const {
        std::uint64_t sum = 0;
        for (const auto& gap : gaps_) sum += gap.end - gap.begin;
        return sum;
    }
    std::uint64_t chunk(std::uint64_t i) const {
        auto gap = gaps_.begin();
        for (; i >= gap->end - gap->begin; ++gap) i -= gap->end - gap->begin;
        return gap->begin + i;
    }

  private:
    std::vector<Chunks> gaps_;
};

/// Rows and sums are as wide as the measures are many.
void require_fits(const EnsemblePlan& plan, const Chunks& chunks, const Summary& done) {
    const auto& measures = plan.what.measures;
    const auto& thresholds = plan.what.thresholds;
    const auto all = summarised_figures(plan.scenario);
    const bool all_measures = measures == all.measures && plan.what.regions == all.regions;
    const bool known = std::all_of(thresholds.begin(), thresholds.end(),
                                   [&](const Threshold& t) { return t.measure < measures.size(); });
    if (!all_measures || !known)
        throw Error(ErrorClass::usage,
                    "an ensemble summarises all that summarised_figures gives of its scenario");
    if (done.buckets.size() != measures.size() || done.above.size() != thresholds.size())
        throw Error(ErrorClass::usage, "what is done already is of other measures or thresholds");
    if (chunks.end > chunks_of(plan.members))
        throw Error(ErrorClass::usage,
                    fmt::format("no chunk {}: {} members have {}", chunks.end - 1, plan.members,
                                chunks_of(plan.members)));
}

void require_known_lanes(std::size_t lanes) {
    constexpr std::size_t known[] = {0, 1, 4, 8, 16};
    if (std::find(std::begin(known), std::end(known), lanes) == std::end(known))
        throw Error(ErrorClass::usage, fmt::format("{} lanes: they are 1, 4, 8 or 16", lanes));
}

}  // namespace

Summary run_members(const EnsemblePlan& plan, const Chunks& chunks, Summary done,
                    const Running& running) {
    require_known_lanes(running.lanes);
    require_fits(plan, chunks, done);
    require_in_range(plan.scenario, plan.varied);
    const Runner runner(plan, running.lanes);
    const Missing missing(done, chunks);
    std::mutex one_at_a_time;
    std::atomic<bool> go_on = true;
    for_each_part(missing.count(),
                  [&](std::size_t i) {
                      const auto chunk = missing.chunk(i);
                      auto [figures, faults, untested] = runner.outcome(chunk);
                      Summary part(plan.what, chunk, figures, std::move(faults), untested);
                      const std::lock_guard lock(one_at_a_time);
                      if (running.keep) running.keep(chunk, figures);
                      done.add(std::move(part));
                      if (running.proceed && !running.proceed(done)) go_on = false;
                  },
                  {running.threads, [&](std::size_t) { return go_on.load(); }});
    return done;
}

}  // namespace granary

#pragma once
/// What acts on the model from outside at a time: levers and seasons. The span is cut at every knot
/// and jump of a lever, at month starts and at the instants to record; within a piece all is
/// smooth.

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "granary/scenario/kernels.hpp"
#include "granary/scenario/scenario.hpp"
#include "granary/state/courses.hpp"

namespace granary {

/// A part of the span, no longer than a month, with equal steps.
struct Piece {
    Instant begin, end;
    std::size_t steps = 1;

    /// Its length in years.
    double years() const { return years_between(begin, end); }
    /// The length of each step in years.
    double step_years() const { return years() / static_cast<double>(steps); }
    /// The instant `part` of the way through, 0 to 1; the end keeps the year of the beginning.
    Instant at(double part) const { return {begin.year, begin.season + part * years()}; }
};

/// All instants inside the span at which a piece must end, in order, with the span's own ends.
inline std::vector<Instant> cuts(const Scenario& scenario) {
    std::vector<Instant> cuts{scenario.start, scenario.end};
    const auto add = [&](const Instant& at) {
        if (scenario.start < at && at < scenario.end) cuts.push_back(at);
    };
    for (int year = scenario.start.year; year <= scenario.end.year; ++year)
        for (int month = 1; month <= months_per_year; ++month) add(month_start(year, month));
    for (const auto& instant : scenario.observe) add(instant);
    for (std::size_t lever = 0; lever < Lever::table.size(); ++lever)
        for (std::size_t r = 0; r < scenario.regions.size(); ++r)
            for (const auto& segment : scenario.schedule(lever, r).segments()) add(segment.from);
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    return cuts;
}

/// The span in pieces, with the fewest steps no longer than the scenario's largest.
inline std::vector<Piece> pieces(const Scenario& scenario) {
    constexpr double slack = 1e-9;  // a month is 8 steps of 1/96 year in spite of rounding
    std::vector<Piece> result;
    const auto at = cuts(scenario);
    for (std::size_t i = 0; i + 1 < at.size(); ++i) {
        const double steps = years_between(at[i], at[i + 1]) / scenario.largest_step_years - slack;
        result.push_back({at[i], at[i + 1], static_cast<std::size_t>(std::max(steps, 0.0)) + 1});
    }
    return result;
}

/// Levers and seasons at one time: the nation's, and each region's own.
template <Real T>
struct Forcing {
    Seasons<T> seasons;
    Levers<T> national;
    std::vector<Levers<T>> regional;
    double years_elapsed = 0;  ///< since the start of the run
};

/// Evaluates the forcing of a scenario anywhere in a piece.
template <Real T>
class ForcingSource {
  public:
    ForcingSource(const Scenario& scenario, const Constants<T>& constants)
        : ForcingSource(scenario, constants, Courses<T>(scenario, constants)) {}
    /// With the levers of `courses`. The scenarios must outlive it.
    ForcingSource(const Scenario& scenario, const Constants<T>& constants, Courses<T> courses)
        : start_(scenario.start),
          courses_(std::move(courses)),
          kernels_(season_kernels(constants)) {}

    /// The forcing `part` of the way through the piece, 0 to 1; at its ends the limits from within.
    Forcing<T> at(const Piece& piece, double part) const {
        Forcing<T> result;
        result.seasons = seasons(piece.at(part).season);
        set_levers(piece, part, result);
        return result;
    }

    /// The value of every kernel at a season.
    Seasons<T> seasons(double season) const {
        Seasons<T> result;
        for (std::size_t i = 0; i < kernels_.size(); ++i) result.values[i] = kernels_[i](season);
        return result;
    }

    /// Sets the levers of `forcing`, and its time, `part` of the way through the piece.
    void set_levers(const Piece& piece, double part, Forcing<T>& forcing) const {
        const Instant at = piece.at(part);
        const std::size_t regions = courses_.regional.size();
        forcing.regional.resize(regions);
        for (std::size_t lever = 0; lever < Lever::table.size(); ++lever) {
            forcing.national.values[lever] = courses_.national[lever].value(piece.begin, at);
            for (std::size_t r = 0; r < regions; ++r) {
                const auto& own = courses_.regional[r][lever];
                forcing.regional[r].values[lever] =
                    own ? own->value(piece.begin, at) : forcing.national.values[lever];
            }
        }
        forcing.years_elapsed = years_between(start_, at);
    }

  private:
    Instant start_;
    Courses<T> courses_;
    std::array<SeasonKernel<T>, Kernel::table.size()> kernels_;
};

/// The forcing at the half-steps of a piece, which is all that a fixed-step Runge-Kutta asks for.
/// Seasons recur from year to year and are evaluated once.
template <Real T>
class TabulatedForcing {
  public:
    TabulatedForcing(const Scenario& scenario, const Constants<T>& constants)
        : source_(scenario, constants) {}
    /// With the levers of `courses`.
    TabulatedForcing(const Scenario& scenario, const Constants<T>& constants, Courses<T> courses)
        : source_(scenario, constants, std::move(courses)) {}

    /// Tabulates a piece, the one that `at` then speaks of.
    void enter(const Piece& piece) {
        half_step_ = 0.5 * piece.step_years();
        const std::size_t rows = 2 * piece.steps + 1;
        const auto& seasons = seasons_of(piece);
        rows_.resize(rows);
        for (std::size_t j = 0; j < rows; ++j) {
            rows_[j].seasons = seasons[j];
            source_.set_levers(piece, part(j, rows), rows_[j]);
        }
    }

    /// The forcing `years` after the piece's beginning: a multiple of half a step.
    const Forcing<T>& at(double years) const {
        // NOLINTNEXTLINE(bugprone-incorrect-roundings): no time is negative.
        return rows_[static_cast<std::size_t>(years / half_step_ + 0.5)];
    }

  private:
    struct Year {
        double begin, end;
        std::vector<Seasons<T>> rows;
    };

    static double part(std::size_t row, std::size_t rows) {
        return static_cast<double>(row) / static_cast<double>(rows - 1);
    }

    const std::vector<Seasons<T>>& seasons_of(const Piece& piece) {
        const double begin = piece.begin.season;
        const double end = begin + piece.years();
        for (const auto& known : known_)
            if (known.begin == begin && known.end == end) return known.rows;
        Year fresh{begin, end, {}};
        const std::size_t rows = 2 * piece.steps + 1;
        for (std::size_t j = 0; j < rows; ++j)
            fresh.rows.push_back(source_.seasons(piece.at(part(j, rows)).season));
        known_.push_back(std::move(fresh));
        return known_.back().rows;
    }

    ForcingSource<T> source_;
    double half_step_ = 1;
    std::vector<Forcing<T>> rows_;
    std::vector<Year> known_;
};

/// The forcing at any time of a piece, for steppers that choose their own steps.
template <Real T>
class ExactForcing {
  public:
    ExactForcing(const Scenario& scenario, const Constants<T>& constants)
        : source_(scenario, constants) {}
    /// With the levers of `courses`.
    ExactForcing(const Scenario& scenario, const Constants<T>& constants, Courses<T> courses)
        : source_(scenario, constants, std::move(courses)) {}

    /// The piece that `at` then speaks of.
    void enter(const Piece& piece) { piece_ = piece; }
    /// The forcing `years` after the piece's beginning, until the next call.
    const Forcing<T>& at(double years) {
        now_ = source_.at(piece_, years / piece_.years());
        return now_;
    }

  private:
    ForcingSource<T> source_;
    Piece piece_;
    Forcing<T> now_;
};

}  // namespace granary

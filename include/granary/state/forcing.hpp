#pragma once
/// What acts on the model from outside at a time: levers and seasons. The span is cut at every knot
/// and jump of a lever, at month starts and at the instants to record; within a piece all is
/// smooth.

#include <algorithm>
#include <array>
#include <cstddef>
#include <deque>
#include <utility>
#include <vector>

#include "granary/scenario/kernels.hpp"
#include "granary/scenario/scenario.hpp"
#include "granary/state/courses.hpp"
#include "granary/state/terms.hpp"

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
    double years_elapsed = 0;           ///< since the start of the run
    std::size_t row = row::unnumbered;  ///< another number wherever a lever or a season differs
};

/// The levers, each of which within a piece stands still or follows one line.
template <Real T>
class LeverLines {
  public:
    /// The courses must outlive it.
    explicit LeverLines(const Courses<T>& courses) : regions_(courses.regional.size()) {
        for (std::size_t lever = 0; lever < Lever::table.size(); ++lever) {
            Shared of_all{lever, &courses.national[lever], true, {}, {}};
            for (std::size_t r = 0; r < regions_; ++r) {
                if (const auto& own = courses.regional[r][lever])
                    lines_.push_back({lever, &*own, false, {r}, {}});
                else
                    of_all.regions.push_back(r);
            }
            lines_.push_back(std::move(of_all));
        }
    }

    /// Goes to the piece that begins at `begin`, and sets the levers of `forcing` there.
    void enter(const Instant& begin, Forcing<T>& forcing) {
        forcing.regional.resize(regions_);
        moving_.clear();
        for (auto& shared : lines_) {
            shared.line = shared.course->line(begin);
            shared.set(begin, forcing);
            if (!shared.line.segment->is_constant()) moving_.push_back(&shared);
        }
    }
    /// Sets the levers of the same `forcing` at a time of the piece: those that move.
    void move(const Instant& at, Forcing<T>& forcing) const {
        for (const auto* moving : moving_) moving->set(at, forcing);
    }

  private:
    /// A course, the regions that have it, and its line in the piece.
    struct Shared {
        std::size_t lever;
        const Course<T>* course;
        bool national;
        std::vector<std::size_t> regions;
        typename Course<T>::Line line;

        void set(const Instant& at, Forcing<T>& forcing) const {
            const T value = line.at(at);
            if (national) forcing.national.values[lever] = value;
            for (const std::size_t r : regions) forcing.regional[r].values[lever] = value;
        }
    };

    std::size_t regions_;
    std::vector<Shared> lines_;
    std::vector<const Shared*> moving_;
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
        const Instant at = piece.at(part);
        Forcing<T> result;
        LeverLines<T> levers = lines();
        levers.enter(piece.begin, result);
        levers.move(at, result);
        result.seasons = seasons(at.season);
        result.years_elapsed = years_elapsed(at);
        return result;
    }

    /// The value of every kernel at a season.
    Seasons<T> seasons(double season) const {
        Seasons<T> result;
        for (std::size_t i = 0; i < kernels_.size(); ++i) result.values[i] = kernels_[i](season);
        return result;
    }
    /// The levers.
    LeverLines<T> lines() const { return LeverLines<T>(courses_); }
    /// Since the start of the run.
    double years_elapsed(const Instant& at) const { return years_between(start_, at); }

  private:
    Instant start_;
    Courses<T> courses_;
    std::array<SeasonKernel<T>, Kernel::table.size()> kernels_;
};

/// The forcing at the half-steps of a piece, which is all that a fixed-step Runge-Kutta asks for.
/// Levers are worked out row by row, when a row is first asked for; seasons recur from year to year
/// and are evaluated once.
template <Real T>
class TabulatedForcing {
  public:
    TabulatedForcing(const Scenario& scenario, const Constants<T>& constants)
        : TabulatedForcing(scenario, constants, Courses<T>(scenario, constants)) {}
    /// With the levers of `courses`.
    TabulatedForcing(const Scenario& scenario, const Constants<T>& constants, Courses<T> courses)
        : source_(scenario, constants, std::move(courses)), levers_(source_.lines()) {}
    TabulatedForcing(const TabulatedForcing&) = delete;
    TabulatedForcing& operator=(const TabulatedForcing&) = delete;

    /// The piece that `at` then speaks of.
    void enter(const Piece& piece) {
        piece_ = piece;
        levers_.enter(piece.begin, now_);
        seasons_ = &seasons_of(piece);
        rows_before_ += rows_;
        rows_ = rows_of(piece);
    }

    /// The forcing `years` after the piece's beginning, a multiple of half a step; until the next
    /// call.
    const Forcing<T>& at(double years) {
        // NOLINTNEXTLINE(bugprone-incorrect-roundings): no time is negative.
        const auto j = static_cast<std::size_t>(years / (0.5 * piece_.step_years()) + 0.5);
        if (const std::size_t row = rows_before_ + j + 1; row != now_.row) {
            const Instant at = piece_.at(part(j, rows_));
            levers_.move(at, now_);
            now_.seasons = (*seasons_)[j];
            now_.years_elapsed = source_.years_elapsed(at);
            now_.row = row;
        }
        return now_;
    }

  private:
    struct Year {
        double begin, end;
        std::vector<Seasons<T>> rows;
    };

    static std::size_t rows_of(const Piece& piece) { return 2 * piece.steps + 1; }
    static double part(std::size_t row, std::size_t rows) {
        return static_cast<double>(row) / static_cast<double>(rows - 1);
    }

    const std::vector<Seasons<T>>& seasons_of(const Piece& piece) {
        const double begin = piece.begin.season;
        const double end = begin + piece.years();
        for (const auto& known : known_)
            if (known.begin == begin && known.end == end) return known.rows;
        Year fresh{begin, end, {}};
        const std::size_t rows = rows_of(piece);
        for (std::size_t j = 0; j < rows; ++j)
            fresh.rows.push_back(source_.seasons(piece.at(part(j, rows)).season));
        known_.push_back(std::move(fresh));
        return known_.back().rows;
    }

    ForcingSource<T> source_;
    LeverLines<T> levers_;
    Piece piece_;
    const std::vector<Seasons<T>>* seasons_ = nullptr;
    std::size_t rows_before_ = 0, rows_ = 0;  ///< numbered in the pieces before, and of this one
    Forcing<T> now_;
    std::deque<Year> known_;  ///< whose elements stay where they are
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
        now_.row = ++evaluations_;
        return now_;
    }

  private:
    ForcingSource<T> source_;
    Piece piece_;
    std::size_t evaluations_ = 0;
    Forcing<T> now_;
};

}  // namespace granary

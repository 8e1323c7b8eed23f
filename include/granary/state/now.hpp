#pragma once
/// What is known before the state is: constants and the start of the run, which stay; levers and
/// seasons, which are given from outside at every time. Terms are made of these.

#include <concepts>
#include <cstddef>

#include "granary/foundation/units.hpp"
#include "granary/scenario/kernels.hpp"
#include "granary/scenario/levers.hpp"
#include "granary/scenario/parameters.hpp"
#include "granary/state/terms.hpp"

namespace granary {

/// What a region, or the nation, was at t0.
template <Real T>
struct Start {
    double weight = 1;  ///< its share of the sum of all shares
    People<T> rural_population, urban_population;
    GrainRate<T> reference_output;
};

/// What stays the same through a run. `at_start` and the shelf must outlive it.
template <Real T>
class Always {
  public:
    Always(const Constants<T>& constants, const Start<T>& at_start, TermShelf& shelf)
        : start(at_start), constants_(&constants), shelf_(&shelf) {}

    /// A constant.
    template <class D>
    quantity<T, D> operator[](Key<Parameter, D> key) const {
        return (*constants_)[key];
    }

    const Start<T>& start;

    /// Where terms are kept.
    TermShelf& shelf() const { return *shelf_; }

  private:
    const Constants<T>* constants_;
    TermShelf* shelf_;
};

/// The same with the levers and seasons of one time.
template <Real T>
class Now : public Always<T> {
  public:
    Now(const Always<T>& always, const Levers<T>& levers, const Seasons<T>& seasons,
        double years_since_start, std::size_t row_number)
        : Always<T>(always),
          years_elapsed(years_since_start),
          row(row_number),
          levers_(&levers),
          seasons_(&seasons) {}

    using Always<T>::operator[];
    /// A lever as the region, or the nation, has it now.
    template <class D>
    quantity<T, D> operator[](Key<Lever, D> key) const {
        return (*levers_)[key];
    }
    /// A kernel at the present season.
    template <class D>
    quantity<T, D> operator[](Key<Kernel, D> key) const {
        return (*seasons_)[key];
    }

    double years_elapsed;  ///< since the start of the run
    std::size_t row;       ///< the number of these levers and seasons, or row::unnumbered

  private:
    const Levers<T>* levers_;
    const Seasons<T>* seasons_;
};

/// Terms that are made of `Always`: worked out once a run.
template <template <Real> class Terms, Real T>
requires(std::constructible_from<Terms<T>, const Always<T>&>) const Terms<T>& terms(
    const Always<T>& always) {
    return always.shelf().template terms<Terms<T>>(always, row::every);
}

/// Terms that need `Now`: worked out once for each row of levers and seasons.
template <template <Real> class Terms, Real T>
requires(!std::constructible_from<Terms<T>, const Always<T>&>) const Terms<T>& terms(
    const Now<T>& now) {
    return now.shelf().template terms<Terms<T>>(now, now.row);
}

}  // namespace granary

#pragma once
/// The run itself, for any Real and any rooms: Boost.Odeint's fourth-order Runge-Kutta over the
/// flat state, started anew at every cut of the span.

#include <boost/numeric/odeint/integrate/integrate_n_steps.hpp>
#include <boost/numeric/odeint/stepper/runge_kutta4.hpp>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "granary/foundation/error.hpp"
#include "granary/model.hpp"
#include "granary/overrides.hpp"
#include "granary/scenario/runnable.hpp"
#include "granary/state/guard.hpp"
#include "granary/state/stages.hpp"
#include "granary/state/trajectory.hpp"

namespace granary {

/// Looks at nothing.
struct Unobserved {
    /// Called at every recorded instant.
    template <class Run>
    void operator()(const Run&) const {}
};

namespace detail {
/// The run with the levers of `courses`; `judge` is told of stocks out of their range (guard.hpp).
template <class R, Real T, class Observer, class Judge>
Trajectory<T> run(const Scenario& scenario, const Constants<T>& constants, Courses<T> courses,
                  Observer&& observe, Judge& judge) {
    namespace odeint = boost::numeric::odeint;
    using State = std::vector<T>;
    static_assert(
        overrides_something<R>(),
        "these rooms hide none of Rooms' functions: a misspelt name would run the default");
    Model<T, R> model(scenario, constants, std::move(courses));
    Trajectory<T> trajectory(scenario, constants, model.layout());
    State x = model.initial_state();
    odeint::runge_kutta4<State, double, State, double, StagesOfStocks> stepper(
        StagesOfStocks(model.layout().stocks()));
    const auto span = pieces(scenario);
    trajectory.reserve(span.size() + 1);
    trajectory.record(scenario.start, x);
    observe(std::as_const(trajectory));
    for (const auto& piece : span) {
        model.enter(piece);
        const Guard<T, Judge> guard(scenario, constants, model.layout(), piece, judge);
        odeint::integrate_n_steps(stepper, std::ref(model), x, 0.0, piece.step_years(), piece.steps,
                                  std::cref(guard));
        trajectory.record(piece.end, x);
        observe(std::as_const(trajectory));
    }
    return trajectory;
}
}  // namespace detail

/// Runs `scenario` with `constants` (their values may be duals or lanes) and the rooms R, a type
/// derived from Rooms; `observe` sees the trajectory at every recorded instant. Throws like the
/// compiled `simulate`; of lanes, where any member fails (`simulate_lanes` keeps the others).
template <class R, Real T, class Observer = Unobserved>
Trajectory<T> simulate(const Scenario& scenario, const Constants<T>& constants,
                       Observer&& observe = {}) {
    require_runnable(scenario, numbers_of(constants, scenario));
    const EndTheRun judge;
    return detail::run<R>(scenario, constants, Courses<T>(scenario, constants),
                          std::forward<Observer>(observe), judge);
}

/// The same with the scenario's own constants.
template <class R>
Trajectory<double> simulate(const Scenario& scenario) {
    return simulate<R, double>(scenario, scenario.constants);
}

}  // namespace granary

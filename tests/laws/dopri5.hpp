#pragma once
/// An independent integration of the same rates: Boost.Odeint's Dormand-Prince method of fifth
/// order with its own step control, levers and seasons evaluated exactly at every stage, started
/// anew at every cut of the span.

#include <boost/numeric/odeint/integrate/integrate_adaptive.hpp>
#include <boost/numeric/odeint/stepper/controlled_runge_kutta.hpp>
#include <boost/numeric/odeint/stepper/generation.hpp>
#include <boost/numeric/odeint/stepper/runge_kutta_dopri5.hpp>
#include <functional>
#include <vector>

#include "granary/model.hpp"
#include "granary/state/trajectory.hpp"

namespace granary::laws {

inline Trajectory<double> simulate_by_dopri5(const Scenario& scenario, double tolerance) {
    namespace odeint = boost::numeric::odeint;
    using State = std::vector<double>;
    Model<double, Rooms, ExactForcing<double>> model(scenario, scenario.constants);
    Trajectory<double> trajectory(scenario, scenario.constants, model.layout());
    State x = model.initial_state();
    trajectory.record(scenario.start, x);
    for (const auto& piece : pieces(scenario)) {
        model.enter(piece);
        const auto stepper =
            odeint::make_controlled<odeint::runge_kutta_dopri5<State>>(tolerance, tolerance);
        odeint::integrate_adaptive(stepper, std::ref(model), x, 0.0, piece.years(),
                                   piece.step_years());
        trajectory.record(piece.end, x);
    }
    return trajectory;
}

}  // namespace granary::laws

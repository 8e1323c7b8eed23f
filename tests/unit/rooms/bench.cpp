#include "unit/rooms/bench.hpp"

#include <boost/numeric/odeint/integrate/integrate_adaptive.hpp>
#include <boost/numeric/odeint/stepper/generation.hpp>
#include <cmath>
#include <string>

#include "granary/rooms/vital_rates.hpp"

namespace granary::bench {

Bench::Bench(const std::vector<double>& shares, std::size_t levels) {
    scenario_.reporting_levels = levels;
    scenario_.regions.clear();
    for (const double share : shares)
        scenario_.regions.push_back({"region " + std::to_string(share), share, {}});
    state_ = assembly().initial_state(rooms::conception_share(scenario_.constants, 1.0));
    forcing_ =
        ForcingSource<double>(scenario_, scenario_.constants).at(pieces(scenario_).front(), 0.0);
    for (double& kernel : forcing_.seasons.values) kernel = 1.0;
}

Bench& Bench::set_season(double season) {
    forcing_.seasons = ForcingSource<double>(scenario_, scenario_.constants).seasons(season);
    return *this;
}

Assembly<double> Bench::assembly() const {
    return {scenario_, scenario_.constants};
}

Bench Bench::after(double years, const std::function<void(Frame<double>&)>& room) const {
    namespace odeint = boost::numeric::odeint;
    using State = std::vector<double>;
    Bench result = *this;
    Assembly<double> scratch = assembly();
    const auto rates = [&](const State& x, State& dxdt, double) {
        Frame<double> frame(scratch, x, dxdt, forcing_);
        room(frame);
        frame.close();
    };
    const auto stepper = odeint::make_controlled<odeint::runge_kutta_dopri5<State>>(1e-13, 1e-13);
    odeint::integrate_adaptive(stepper, rates, result.state_, 0.0, years, years / 64);
    return result;
}

Moment::Moment(const Bench& bench)
    : state_(bench.state()),
      rates_(state_.size(), 0.0),
      layout_(bench.layout()),
      assembly_(bench.assembly()),
      forcing_(bench.forcing()),
      frame(assembly_, state_, rates_, forcing_) {}

Moment::~Moment() = default;

void Moment::close() {
    frame.close();
}

double held_back(std::size_t lags, double time) {
    double term = std::exp(-time), sum = term;
    for (std::size_t k = 1; k < lags; ++k) sum += term *= time / static_cast<double>(k);
    return sum;
}

}  // namespace granary::bench

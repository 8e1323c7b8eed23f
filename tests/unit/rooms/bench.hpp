#pragma once
/// A bench for single rooms: the state of the model at chosen values, without a run.

#include <boost/numeric/odeint/integrate/integrate_adaptive.hpp>
#include <boost/numeric/odeint/stepper/generation.hpp>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "granary/model.hpp"
#include "granary/scenario/scenario.hpp"

namespace granary::bench {

/// Chosen values of stocks, levers, seasons and constants. Begins as 1957 does, with every lever
/// at its quiet value and an even year: all seasonal kernels are 1.
class Bench {
  public:
    explicit Bench(const std::vector<double>& shares = {1.0}, std::size_t levels = 4) {
        scenario_.reporting_levels = levels;
        scenario_.regions.clear();
        for (const double share : shares)
            scenario_.regions.push_back({"region " + std::to_string(share), share, {}});
        const Assembly<double> start = assembly();
        state_ = start.initial_state(rooms::conception_share(scenario_.constants, 1.0));
        ForcingSource<double>(scenario_, scenario_.constants)
            .set_levers(pieces(scenario_).front(), 0.0, forcing_);
        for (double& kernel : forcing_.seasons.values) kernel = 1.0;
    }

    template <class D>
    Bench& set(Key<NationStock, D> key, double value) {
        state_[key.index] = value;
        return *this;
    }
    template <class D>
    Bench& set(Key<RegionStock, D> key, double value) {
        for (std::size_t r = 0; r < scenario_.regions.size(); ++r) set(key, value, r);
        return *this;
    }
    template <class D>
    Bench& set(Key<RegionStock, D> key, double value, std::size_t region) {
        state_[layout().region(region) + key.index] = value;
        return *this;
    }
    template <class D>
    Bench& set(Key<Lever, D> key, double value) {
        forcing_.national.values[key.index] = value;
        for (std::size_t r = 0; r < scenario_.regions.size(); ++r) set(key, value, r);
        return *this;
    }
    template <class D>
    Bench& set(Key<Lever, D> key, double value, std::size_t region) {
        forcing_.regional[region].values[key.index] = value;
        return *this;
    }
    template <class D>
    Bench& set(Key<Kernel, D> key, double value) {
        forcing_.seasons.values[key.index] = value;
        return *this;
    }
    template <class D>
    Bench& set(Key<Parameter, D> key, double value) {
        scenario_.constants.values[key.index] = value;
        return *this;
    }
    Bench& set_exaggeration(std::size_t level, double value, std::size_t region = 0) {
        state_[layout().exaggeration(region) + level - 1] = value;
        return *this;
    }
    Bench& set_years_elapsed(double years) {
        forcing_.years_elapsed = years;
        return *this;
    }
    /// The model's own seasonal kernels at this part of the year.
    Bench& set_season(double season) {
        forcing_.seasons = ForcingSource<double>(scenario_, scenario_.constants).seasons(season);
        return *this;
    }

    template <class D>
    double operator[](Key<RegionStock, D> key) const {
        return state_[layout().region(0) + key.index];
    }
    template <class D>
    double operator[](Key<NationStock, D> key) const {
        return state_[key.index];
    }
    template <class D>
    double operator[](Key<Parameter, D> key) const {
        return scenario_.constants.values[key.index];
    }
    template <class D>
    double operator[](Key<Lever, D> key) const {
        return forcing_.national.values[key.index];
    }
    double exaggeration(std::size_t level) const {
        return state_[layout().exaggeration(0) + level - 1];
    }

    Layout layout() const { return {scenario_.regions.size(), scenario_.reporting_levels}; }
    Assembly<double> assembly() const { return {scenario_, scenario_.constants}; }
    const std::vector<double>& state() const { return state_; }
    const Forcing<double>& forcing() const { return forcing_; }

    /// The bench after `years` in which `room(frame)` alone acts, all levers and seasons held.
    template <class Room>
    Bench after(double years, Room room) const;

  private:
    Scenario scenario_;
    std::vector<double> state_;
    Forcing<double> forcing_;
};

/// One evaluation at a bench's values: views to hand to a room, and what the room declared.
class Moment {
  public:
    explicit Moment(const Bench& bench)
        : state_(bench.state()),
          rates_(state_.size(), 0.0),
          layout_(bench.layout()),
          assembly_(bench.assembly()),
          forcing_(bench.forcing()),
          frame(assembly_, state_, rates_, forcing_) {}

    const Here<double>& here(std::size_t region = 0) const { return frame.sites[region].here; }
    RegionFlows<double>& flows(std::size_t region = 0) { return frame.sites[region].flows; }
    const Centre<double>& centre() const { return frame.centre; }
    std::span<Site<double>> sites() { return frame.sites; }

    template <class D>
    double operator[](Key<RegionFlow, D> key) const {
        return rates_[layout_.region_flows(0) + key.index];
    }
    template <class D>
    double at(Key<RegionFlow, D> key, std::size_t region) const {
        return rates_[layout_.region_flows(region) + key.index];
    }
    template <class D>
    double operator[](Key<NationFlow, D> key) const {
        return rates_[layout_.nation_flows() + key.index];
    }
    double exaggeration_change(std::size_t level) const {
        return rates_[layout_.exaggeration(0) + level - 1];
    }
    /// All flows and changes, in the order of the layout.
    const std::vector<double>& rates() const { return rates_; }
    const Layout& layout() const { return layout_; }
    void fill_rates(double value) { rates_.assign(rates_.size(), value); }
    /// The rate of change of a stock by all flows declared so far.
    template <class D>
    double change(Key<RegionStock, D> key, std::size_t region = 0) {
        frame.close();
        return rates_[layout_.region(region) + key.index];
    }
    template <class D>
    double change(Key<NationStock, D> key) {
        frame.close();
        return rates_[key.index];
    }

  private:
    std::vector<double> state_, rates_;
    Layout layout_;
    Assembly<double> assembly_;
    Forcing<double> forcing_;

  public:
    Frame<double> frame;
};

template <class Room>
Bench Bench::after(double years, Room room) const {
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

/// The mean of `value(season)` over a year, by the trapezoidal rule: exact to rounding for smooth
/// periodic functions.
template <class Function>
double mean_over_a_year(Function value) {
    constexpr int points = 365;
    double sum = 0;
    for (int i = 0; i < points; ++i) sum += value(static_cast<double>(i) / points);
    return sum / points;
}

}  // namespace granary::bench

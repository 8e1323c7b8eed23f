#pragma once
/// A bench for single rooms: the state of the model at chosen values, without a run. It includes no
/// room, so that a change of one compiles no other's tests anew.

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "granary/scenario/scenario.hpp"
#include "granary/state/assembly.hpp"
#include "granary/state/forcing.hpp"

namespace granary::bench {

/// Chosen values of stocks, levers, seasons and constants. Begins as 1957 does, with every lever
/// at its quiet value and an even year: all seasonal kernels are 1.
class Bench {
  public:
    explicit Bench(const std::vector<double>& shares = {1.0}, std::size_t levels = 4);

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
    Bench& set_season(double season);

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
    Assembly<double> assembly() const;
    const std::vector<double>& state() const { return state_; }
    const Forcing<double>& forcing() const { return forcing_; }

    /// The bench after `years` in which `room(frame)` alone acts, all levers and seasons held.
    Bench after(double years, const std::function<void(Frame<double>&)>& room) const;

  private:
    Scenario scenario_;
    std::vector<double> state_;
    Forcing<double> forcing_;
};

/// One evaluation at a bench's values: views to hand to a room, and what the room declared.
class Moment {
  public:
    explicit Moment(const Bench& bench);
    ~Moment();

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
        close();
        return rates_[layout_.region(region) + key.index];
    }
    template <class D>
    double change(Key<NationStock, D> key) {
        close();
        return rates_[key.index];
    }

  private:
    /// What each room declared goes into the stocks.
    void close();

    std::vector<double> state_, rates_;
    Layout layout_;
    Assembly<double> assembly_;
    Forcing<double> forcing_;

  public:
    Frame<double> frame;
};

/// What so many equal lags in series have not passed on of a step when `time` of them have gone by:
/// the regularised upper incomplete gamma function of a whole number.
double held_back(std::size_t lags, double time);

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

#pragma once
/// How Boost.Odeint goes through the state within a step: the stages of a Runge-Kutta step look at
/// the rates of change of a tentative state, which the running sums do not enter, so that those are
/// left out until the step ends.

#include <cstddef>

namespace granary {

/// An algebra for `boost::numeric::odeint::runge_kutta4`: its stages go through the first `stocks`
/// values alone, its end (the only operation over six states) through all.
class StagesOfStocks {
  public:
    explicit StagesOfStocks(std::size_t stocks) : stocks_(stocks) {}

    /// To half of the step with the first rates of change.
    template <class State, class Operation>
    void for_each3(State& to, const State& x, const State& k1, Operation operation) const {
        each(stocks_, operation, to.data(), x.data(), k1.data());
    }
    /// To half of the step with the second.
    template <class State, class Operation>
    void for_each4(State& to, const State& x, const State& k1, const State& k2,
                   Operation operation) const {
        each(stocks_, operation, to.data(), x.data(), k1.data(), k2.data());
    }
    /// To the end of the step with the third.
    template <class State, class Operation>
    void for_each5(State& to, const State& x, const State& k1, const State& k2, const State& k3,
                   Operation operation) const {
        each(stocks_, operation, to.data(), x.data(), k1.data(), k2.data(), k3.data());
    }
    /// The step itself.
    template <class State, class Operation>
    void for_each6(State& to, const State& x, const State& k1, const State& k2, const State& k3,
                   const State& k4, Operation operation) const {
        each(to.size(), operation, to.data(), x.data(), k1.data(), k2.data(), k3.data(), k4.data());
    }

  private:
    template <class T, class Operation, class... From>
    static void each(std::size_t count, Operation operation, T* to, From... from) {
        for (std::size_t i = 0; i < count; ++i) operation(to[i], from[i]...);
    }

    std::size_t stocks_;
};

}  // namespace granary

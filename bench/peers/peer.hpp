#pragma once
/// What the peers in C++ share: what a peer is, and fixed steps by odeint over any arithmetic.

#include <algorithm>
#include <array>
#include <boost/numeric/odeint/algebra/range_algebra.hpp>
#include <boost/numeric/odeint/integrate/integrate_n_steps.hpp>
#include <boost/numeric/odeint/stepper/runge_kutta4.hpp>
#include <functional>
#include <string>
#include <type_traits>
#include <vector>

#include "equations.hpp"

namespace peers {

namespace odeint = boost::numeric::odeint;

template <class T>
using StateOf = std::array<T, stocks>;
using State = StateOf<double>;
/// The last states of a run, one a member.
using States = std::vector<State>;

/// `method` is rk4 or euler in steps of 1/96 year, or matched: a tolerance that gives rk4's error.
struct Peer {
    std::string name, method, what, note;
    std::function<States()> run;
};

/// A constant of member i of a pack.
inline double of_member(std::size_t i, double value, double difference) {
    return value + difference * static_cast<double>(i) / pack;
}

/// The constants of member i, as doubles or longer.
template <class T = double>
Constants<T> member(std::size_t i) {
    return constants(
        [i](double value, double difference) -> T { return of_member(i, value, difference); });
}

template <class T>
StateOf<T> started() {
    StateOf<T> x;
    std::copy(std::begin(start), std::end(start), x.begin());
    return x;
}

/// The equations as odeint calls them.
template <class F, class T>
auto system(const Constants<T>& c) {
    return [&c](const StateOf<T>& x, StateOf<T>& rates, auto time) {
        right_hand_side<F>(time, x, rates, c);
    };
}

/// All steps of 1/96 year.
template <class F, class T, class Stepper>
StateOf<T> fixed_steps(Stepper stepper, const Constants<T>& c) {
    auto x = started<T>();
    odeint::integrate_n_steps(stepper, system<F>(c), x, 0.0, 1.0 / steps_a_year,
                              years * steps_a_year);
    return x;
}

/// Those by the classic Runge-Kutta method of order 4.
template <class F, class T>
StateOf<T> runge_kutta4(const Constants<T>& c) {
    using S = StateOf<T>;
    return fixed_steps<F, T>(odeint::runge_kutta4<S, double, S, double, odeint::range_algebra>(),
                             c);
}

/// The last states of a pack of members in the lanes of a T, which `set` sets and `get` gets.
template <class F, class T, class Set, class Get>
States pack_of_members(Set set, Get get) {
    const auto x = runge_kutta4<F>(constants([&](double value, double difference) {
        T lanes(0.0);
        for (std::size_t i = 0; i < pack; ++i) set(lanes, i, of_member(i, value, difference));
        return lanes;
    }));
    States states(pack);
    for (std::size_t i = 0; i < pack; ++i)
        for (std::size_t stock = 0; stock < stocks; ++stock) states[i][stock] = get(x[stock], i);
    return states;
}

template <class A, class B>
using Common = std::common_type_t<A, B, double>;

// Each of a source of its own, of which the last two are left out where what they need is missing.
std::vector<Peer> granary_peers();
std::vector<Peer> compiler_peers();
std::vector<Peer> sdeverywhere_peers();

/// The last state at a tolerance, both relative and absolute.
struct Adaptive {
    std::string name, what;
    std::function<State(double tolerance)> run;
};
std::vector<Adaptive> cvode_peers();

}  // namespace peers

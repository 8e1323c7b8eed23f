/// The peers in C++ and C, in turn in one program: `native TRIALS` prints a line of JSON a peer
/// with the processor times of a member in us and its last states, and first the reference.

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <boost/numeric/odeint/integrate/integrate_adaptive.hpp>
#include <boost/numeric/odeint/stepper/bulirsch_stoer.hpp>
#include <boost/numeric/odeint/stepper/euler.hpp>
#include <boost/numeric/odeint/stepper/generation.hpp>
#include <boost/numeric/odeint/stepper/runge_kutta_dopri5.hpp>
#include <cstdlib>
#include <utility>

#include "../processor_time.hpp"
#include "libm.hpp"

namespace peers {
namespace {

/// The last state of member i in long double by a stepper that minds its error.
template <class Stepper>
State closely(const Stepper& stepper, std::size_t i) {
    const auto c = member<long double>(i);
    auto x = started<long double>();
    odeint::integrate_adaptive(stepper, system<Libm>(c), x, 0.0L, static_cast<long double>(years),
                               1e-3L);
    State rounded;
    std::copy(x.begin(), x.end(), rounded.begin());
    return rounded;
}

/// By extrapolation, whose order goes with the tolerance. Not by Fehlberg's pair of orders 7 and 8,
/// which takes no notice of an error in a rate that depends on time alone.
States references() {
    States states;
    const odeint::bulirsch_stoer<StateOf<long double>, long double> stepper(1e-16, 1e-16);
    for (std::size_t i = 0; i < pack; ++i) states.push_back(closely(stepper, i));
    return states;
}

/// The first member's again, by another method.
State reference_again() {
    using Dopri5 = odeint::runge_kutta_dopri5<StateOf<long double>, long double>;
    return closely(odeint::make_controlled<Dopri5>(1e-16, 1e-16), 0);
}

double error(const State& x, const State& truth) {
    double largest = 0;
    for (std::size_t i = 0; i < stocks; ++i)
        largest = std::max(largest, std::abs(x[i] / truth[i] - 1));
    return largest;
}

State dopri5(double tolerance) {
    const auto c = member(0);
    auto x = started<double>();
    odeint::integrate_adaptive(
        odeint::make_controlled<odeint::runge_kutta_dopri5<State>>(tolerance, tolerance),
        system<Libm>(c), x, 0.0, static_cast<double>(years), 1.0 / steps_a_year);
    return x;
}

/// The loosest tolerance from which on, for half a decade, the error is at most `goal`.
double matched(const Adaptive& peer, const State& truth, double goal) {
    constexpr int a_decade = 8;
    const auto tolerance = [](int k) { return std::pow(10.0, -k / double{a_decade}); };
    int met = 0, k = 2 * a_decade;
    for (; k < 14 * a_decade && met < a_decade / 2; ++k)
        met = error(peer.run(tolerance(k)), truth) <= goal ? met + 1 : 0;
    return tolerance(k - met);
}

Peer matched_peer(const Adaptive& peer, const State& truth, double goal) {
    const double tolerance = matched(peer, truth, goal);
    return {peer.name, "matched", peer.what, fmt::format("tolerance {:.1e}", tolerance),
            [run = peer.run, tolerance] { return States{run(tolerance)}; }};
}

/// The peers whose step follows a tolerance.
std::vector<Adaptive> adaptive_peers() {
    std::vector<Adaptive> all{
        {"odeint-dopri5", "C++ over double, glibc's functions, odeint dopri5 controlled", dopri5}};
#ifdef WITH_CVODE
    for (auto& peer : cvode_peers()) all.push_back(std::move(peer));
#endif
    return all;
}

std::vector<Peer> peers_of(const State& truth) {
    const auto rk4 = [] { return States{runge_kutta4<Libm>(member(0))}; };
    const auto euler = [] { return States{fixed_steps<Libm>(odeint::euler<State>(), member(0))}; };
    std::vector<Peer> all{
        {"odeint-rk4", "rk4", "C++ over double, glibc's functions, odeint rk4", "", rk4},
        {"odeint-euler", "euler", "C++ over double, glibc's functions, odeint euler", "", euler}};
    const auto add = [&all](const std::vector<Peer>& more) {
        all.insert(all.end(), more.begin(), more.end());
    };
    const double goal = error(rk4().front(), truth);
    for (const auto& peer : adaptive_peers()) add({matched_peer(peer, truth, goal)});
    add(compiler_peers());
    add(granary_peers());
#ifdef WITH_SDEVERYWHERE
    add(sdeverywhere_peers());
#endif
    return all;
}

/// Processor time of a member, over so many runs that the clock does not count.
double microseconds(const Peer& peer) {
    constexpr int runs = 5;
    std::size_t members = 0;
    const double seconds = processor_seconds([&] {
        for (int i = 0; i < runs; ++i) members += peer.run().size();
    });
    return 1e6 * seconds / static_cast<double>(members);
}

void measure(int trials) {
    const auto truth = references();
    fmt::print("{{\"name\":\"reference\",\"states\":{},\"again\":{}}}\n", truth,
               States{reference_again()});
    const auto all = peers_of(truth.front());
    std::vector<std::vector<double>> times(all.size());
    for (int trial = 0; trial < trials; ++trial)
        for (std::size_t i = 0; i < all.size(); ++i) times[i].push_back(microseconds(all[i]));
    for (std::size_t i = 0; i < all.size(); ++i)
        fmt::print(R"({{"name":"{}","method":"{}","what":"{}","note":"{}","times":{},"states":{}}})"
                   "\n",
                   all[i].name, all[i].method, all[i].what, all[i].note, times[i], all[i].run());
}

}  // namespace
}  // namespace peers

int main(int, char** arguments) {
    peers::measure(std::atoi(arguments[1]));
}

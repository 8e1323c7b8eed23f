/// granary's arithmetic: its functions, over double and over a pack of lanes.

#include "granary/foundation/functions.hpp"
#include "granary/foundation/lanes.hpp"
#include "peer.hpp"

namespace peers {
namespace {

struct Granary : granary::Functions {
    template <class T>
    static T cos(const T& angle) {
        return cos_turns(angle * 0.15915494309189535);
    }
    template <class A, class B>
    static Common<A, B> min(const A& first, const B& second) {
        using granary::select;
        const Common<A, B> a = first, b = second;
        return select(b < a, b, a);
    }
    template <class A, class B>
    static Common<A, B> max(const A& first, const B& second) {
        using granary::select;
        const Common<A, B> a = first, b = second;
        return select(a < b, b, a);
    }
};

using Lanes = granary::Lanes<pack>;

}  // namespace

std::vector<Peer> granary_peers() {
    return {{"granary-double", "rk4", "granary's double and functions, odeint rk4", "",
             [] { return States{runge_kutta4<Granary>(member(0))}; }},
            {"granary-lanes", "rk4", "granary's Lanes<16> and functions, odeint rk4",
             "registers of " + std::to_string(64 * granary::detail::native_doubles) + " bits", [] {
                 return pack_of_members<Granary, Lanes>(
                     [](Lanes& x, std::size_t i, double value) { x.set(i, value); },
                     [](const Lanes& x, std::size_t i) { return x.lane(i); });
             }}};
}

}  // namespace peers

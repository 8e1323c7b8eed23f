#pragma once
/// The functions of the C library.

#include <cmath>

#include "peer.hpp"

namespace peers {

struct Libm {
    static auto exp(auto x) { return std::exp(x); }
    static auto cos(auto x) { return std::cos(x); }
    static auto pow(auto base, auto exponent) { return std::pow(base, exponent); }
    template <class A, class B>
    static Common<A, B> min(A a, B b) {
        return b < a ? b : a;
    }
    template <class A, class B>
    static Common<A, B> max(A a, B b) {
        return a < b ? b : a;
    }
};

}  // namespace peers

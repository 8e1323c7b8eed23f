/// What a compiler makes of a pack by itself: loops over 16 doubles, vectorised with the vector
/// functions of glibc. Compiled with -ffast-math, without which g++ calls none of them.

#include <cmath>

#include "peer.hpp"

namespace peers {
namespace {

struct Pack {
    double lanes[pack];
    Pack() = default;
    Pack(double value) { std::fill_n(lanes, pack, value); }

    template <class Operation, class... Operand>
    static Pack each(Operation operation, const Operand&... operand) {
        Pack result;
#pragma GCC ivdep
        for (std::size_t i = 0; i < pack; ++i) result.lanes[i] = operation(operand.lanes[i]...);
        return result;
    }
    friend Pack operator+(const Pack& a, const Pack& b) {
        return each([](double x, double y) { return x + y; }, a, b);
    }
    friend Pack operator-(const Pack& a, const Pack& b) {
        return each([](double x, double y) { return x - y; }, a, b);
    }
    friend Pack operator*(const Pack& a, const Pack& b) {
        return each([](double x, double y) { return x * y; }, a, b);
    }
    friend Pack operator/(const Pack& a, const Pack& b) {
        return each([](double x, double y) { return x / y; }, a, b);
    }
    friend Pack operator-(const Pack& a) {
        return each([](double x) { return -x; }, a);
    }
};

struct Vectorised {
    static double exp(double x) { return std::exp(x); }
    static double cos(double x) { return std::cos(x); }
    static double min(double a, double b) { return std::min(a, b); }
    static double max(double a, double b) { return std::max(a, b); }

    static Pack exp(const Pack& x) {
        return Pack::each([](double v) { return std::exp(v); }, x);
    }
    static Pack pow(const Pack& base, double exponent) {
        return Pack::each([exponent](double v) { return std::pow(v, exponent); }, base);
    }
    static Pack min(double a, const Pack& b) {
        return Pack::each([a](double v) { return std::min(a, v); }, b);
    }
    static Pack max(double a, const Pack& b) {
        return Pack::each([a](double v) { return std::max(a, v); }, b);
    }
};

}  // namespace

std::vector<Peer> compiler_peers() {
    return {{"compiler-pack", "rk4", "loops over 16 doubles, glibc's vector functions, odeint rk4",
             "-ffast-math; functions within 4 ulp", [] {
                 return pack_of_members<Vectorised, Pack>(
                     [](Pack& x, std::size_t i, double value) { x.lanes[i] = value; },
                     [](const Pack& x, std::size_t i) { return x.lanes[i]; });
             }}};
}

}  // namespace peers

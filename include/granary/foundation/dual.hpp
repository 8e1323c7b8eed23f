#pragma once
/// A number with its derivatives in N directions, carried forward exactly in one pass through the
/// model. Eager value type; its value has the bits of a double run.

#include <cstddef>
#include <string>

#include "granary/foundation/checked.hpp"
#include "granary/foundation/real.hpp"
#include "granary/foundation/registers.hpp"

namespace granary {

namespace detail {
[[noreturn, gnu::cold]] inline void no_direction(std::size_t beyond_the_last) {
    throw NotFound("a direction lies " + std::to_string(beyond_the_last + 1) +
                   " beyond those that the number has");
}
}  // namespace detail

/// Registers of derivatives as nested members: compilers keep members apart, but not the elements
/// of an array, in registers. Every operation is a linear combination, the chain rule's only need.
template <std::size_t Count>
struct Registers {
    /// As many doubles as one register of the target holds.
    using Register = typename detail::Vector<double, detail::native_doubles>::type;
    Register first{};
    // An empty rest must take no room: a register's worth in each dual of the state costs a fifth.
    [[no_unique_address]] Registers<Count - 1> rest{};

    /// The derivative in direction i.
    double get(std::size_t i) const {
        constexpr std::size_t width = detail::native_doubles;
        return i < width ? first[i] : rest.get(i - width);
    }
    /// Makes `derivative` that of direction i.
    void set(std::size_t i, double derivative) {
        constexpr std::size_t width = detail::native_doubles;
        if (i < width)
            first[i] = derivative;
        else
            rest.set(i - width, derivative);
    }

    friend Registers operator*(double a, const Registers& x) { return {a * x.first, a * x.rest}; }
    friend Registers operator+(const Registers& x, const Registers& y) {
        return {x.first + y.first, x.rest + y.rest};
    }
    friend Registers operator-(const Registers& x, const Registers& y) {
        return {x.first - y.first, x.rest - y.rest};
    }
};
/// The end of the nesting: no derivatives.
template <>
struct Registers<0> {
    /// No direction is here.
    [[noreturn]] double get(std::size_t i) const { detail::no_direction(i); }
    /// Nothing that is set here would be kept.
    [[noreturn]] void set(std::size_t i, double) { detail::no_direction(i); }
    friend Registers operator*(double, const Registers&) { return {}; }
    friend Registers operator+(const Registers&, const Registers&) { return {}; }
    friend Registers operator-(const Registers&, const Registers&) { return {}; }
};

/// N partial derivatives.
template <std::size_t N>
using Gradient = Registers<(N + detail::native_doubles - 1) / detail::native_doubles>;

/// A comparison of duals, decided by their values; not a bool, so that a room cannot branch on it.
class DualMask {
  public:
    explicit DualMask(bool holds) : holds_(holds) {}
    operator bool() const = delete;
    friend bool all(DualMask mask) { return mask.holds_; }

  private:
    bool holds_;
};

/// A value with its N partial derivatives; a Real. Implicit from a double, whose derivatives are 0.
template <std::size_t N>
class Dual {
  public:
    Dual() = default;
    // NOLINTNEXTLINE(google-explicit-constructor): a Real is made of a double without asking.
    Dual(double value) : value_(value) {}
    Dual(double value, const Gradient<N>& gradient) : value_(value), gradient_(gradient) {}
    /// The variable of direction i, 0 to N - 1. Throws NotFound.
    static Dual variable(double value, std::size_t i) {
        Dual x(value);
        x.gradient_.set(checked("direction", i, N), 1.0);
        return x;
    }

    /// The value alone.
    double value() const { return value_; }
    /// All derivatives, padded with zeros to whole registers.
    const Gradient<N>& gradient() const { return gradient_; }
    /// The derivative in direction i, 0 to N - 1. Throws NotFound.
    double derivative(std::size_t i) const { return gradient_.get(checked("direction", i, N)); }

    friend Dual operator+(const Dual& a, const Dual& b) {
        return {a.value_ + b.value_, a.gradient_ + b.gradient_};
    }
    friend Dual operator-(const Dual& a, const Dual& b) {
        return {a.value_ - b.value_, a.gradient_ - b.gradient_};
    }
    friend Dual operator-(const Dual& a) { return {-a.value_, -1.0 * a.gradient_}; }
    friend Dual operator*(const Dual& a, const Dual& b) {
        return {a.value_ * b.value_, b.value_ * a.gradient_ + a.value_ * b.gradient_};
    }
    friend Dual operator/(const Dual& a, const Dual& b) {
        const double quotient = a.value_ / b.value_;
        const double inverse = 1.0 / b.value_;
        return {quotient, inverse * (a.gradient_ - quotient * b.gradient_)};
    }

    friend Dual operator+(double a, const Dual& b) { return {a + b.value_, b.gradient_}; }
    friend Dual operator+(const Dual& a, double b) { return {a.value_ + b, a.gradient_}; }
    friend Dual operator-(double a, const Dual& b) { return {a - b.value_, -1.0 * b.gradient_}; }
    friend Dual operator-(const Dual& a, double b) { return {a.value_ - b, a.gradient_}; }
    friend Dual operator*(double a, const Dual& b) { return {a * b.value_, a * b.gradient_}; }
    friend Dual operator*(const Dual& a, double b) { return {a.value_ * b, b * a.gradient_}; }
    friend Dual operator/(const Dual& a, double b) {
        return {a.value_ / b, (1.0 / b) * a.gradient_};
    }
    friend Dual operator/(double a, const Dual& b) {
        const double quotient = a / b.value_;
        return {quotient, -(quotient / b.value_) * b.gradient_};
    }
    /// Adds value and derivatives.
    Dual& operator+=(const Dual& other) { return *this = *this + other; }
    /// Takes away value and derivatives.
    Dual& operator-=(const Dual& other) { return *this = *this - other; }

    friend DualMask operator<(const Dual& a, const Dual& b) {
        return DualMask(a.value_ < b.value_);
    }
    friend DualMask operator>(const Dual& a, const Dual& b) {
        return DualMask(a.value_ > b.value_);
    }
    friend Dual select(DualMask mask, const Dual& yes, const Dual& no) {
        return all(mask) ? yes : no;
    }

    friend Dual exp(const Dual& x) {
        const double e = granary::exp(x.value_);
        return {e, e * x.gradient_};
    }
    friend Dual log(const Dual& x) {
        return {granary::log(x.value_), (1.0 / x.value_) * x.gradient_};
    }
    friend Dual sqrt(const Dual& x) {
        const double root = granary::sqrt(x.value_);
        return {root, (0.5 / root) * x.gradient_};
    }
    /// d(x^y) = y x^(y-1) dx + x^y log x dy; where x is 0 the second part is 0 for y > 0.
    friend Dual pow(const Dual& x, const Dual& y) {
        const double power = granary::pow(x.value_, y.value_);
        const double by_base =
            y.value_ * (x.value_ > 0 ? power / x.value_ : granary::pow(x.value_, y.value_ - 1.0));
        const double by_exponent = x.value_ > 0 ? power * granary::log(x.value_) : 0.0;
        return {power, by_base * x.gradient_ + by_exponent * y.gradient_};
    }
    friend Dual erfc(const Dual& x) {
        constexpr double two_over_sqrt_pi = 1.1283791670955125739;
        const double slope = -two_over_sqrt_pi * granary::exp(-(x.value_ * x.value_));
        return {granary::erfc(x.value_), slope * x.gradient_};
    }
    /// d cos(2 pi x) = -2 pi sin(2 pi x) dx, with sin as the cosine a quarter turn back.
    friend Dual cos_turns(const Dual& x) {
        constexpr double two_pi = 6.2831853071795864769;
        return {granary::cos_turns(x.value_),
                (-two_pi * granary::cos_turns(x.value_ - 0.25)) * x.gradient_};
    }

  private:
    double value_ = 0;
    Gradient<N> gradient_{};
};

static_assert(Real<Dual<1>>);

}  // namespace granary

#pragma once
/// The strictest Real: what the concept asks for and not one operation more. Whatever compiles
/// with it compiles with every Real; whatever it computes has the bits of a double.

#include <concepts>

#include "granary/foundation/real.hpp"

namespace granary::support {

/// A comparison that neither `if` nor `?:` understands.
class StrictMask {
  public:
    explicit StrictMask(bool holds) : holds_(holds) {}
    operator bool() const = delete;
    friend bool all(const StrictMask& mask) { return mask.holds_; }

  private:
    bool holds_;
};

class Strict {
  public:
    Strict() = default;
    Strict(double value) : value_(value) {}
    /// A whole number or a float in an equation would be a constant of the wrong kind.
    Strict(int) = delete;
    Strict(float) = delete;

    /// The one way back to a double; no conversion leads there.
    double value() const { return value_; }

    friend Strict operator+(const Strict& a, const Strict& b) { return {a.value_ + b.value_}; }
    friend Strict operator-(const Strict& a, const Strict& b) { return {a.value_ - b.value_}; }
    friend Strict operator*(const Strict& a, const Strict& b) { return {a.value_ * b.value_}; }
    friend Strict operator/(const Strict& a, const Strict& b) { return {a.value_ / b.value_}; }
    friend Strict operator-(const Strict& a) { return {-a.value_}; }
    friend Strict operator+(double a, const Strict& b) { return {a + b.value_}; }
    friend Strict operator-(double a, const Strict& b) { return {a - b.value_}; }
    friend Strict operator*(double a, const Strict& b) { return {a * b.value_}; }
    friend Strict operator/(double a, const Strict& b) { return {a / b.value_}; }
    friend Strict operator-(const Strict& a, double b) { return {a.value_ - b}; }
    friend Strict operator*(const Strict& a, double b) { return {a.value_ * b}; }
    friend Strict operator/(const Strict& a, double b) { return {a.value_ / b}; }
    void operator+=(const Strict& other) { value_ += other.value_; }
    void operator-=(const Strict& other) { value_ -= other.value_; }

    friend Strict exp(const Strict& x) { return {granary::exp(x.value_)}; }
    friend Strict log(const Strict& x) { return {granary::log(x.value_)}; }
    friend Strict sqrt(const Strict& x) { return {granary::sqrt(x.value_)}; }
    friend Strict pow(const Strict& x, const Strict& y) {
        return {granary::pow(x.value_, y.value_)};
    }
    friend Strict erfc(const Strict& x) { return {granary::erfc(x.value_)}; }
    friend Strict cos_turns(const Strict& x) { return {granary::cos_turns(x.value_)}; }

    friend StrictMask operator<(const Strict& a, const Strict& b) {
        return StrictMask(a.value_ < b.value_);
    }
    friend StrictMask operator>(const Strict& a, const Strict& b) {
        return StrictMask(a.value_ > b.value_);
    }
    friend Strict select(const StrictMask& mask, const Strict& yes, const Strict& no) {
        return all(mask) ? yes : no;
    }

    /// What the concept does not list; an implicit conversion would otherwise supply it.
    friend Strict operator+(const Strict&, double) = delete;
    friend StrictMask operator<(const Strict&, double) = delete;
    friend StrictMask operator<(double, const Strict&) = delete;
    friend StrictMask operator>(const Strict&, double) = delete;
    friend StrictMask operator>(double, const Strict&) = delete;
    void operator+=(double) = delete;
    void operator-=(double) = delete;

  private:
    double value_ = 0;
};

static_assert(Real<Strict>);
static_assert(!std::convertible_to<Strict, double>);
static_assert(!std::convertible_to<StrictMask, bool>);

}  // namespace granary::support

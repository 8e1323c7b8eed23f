#pragma once
/// The arithmetic the model is written over: double, a dual number, a pack of lanes.

#include <concepts>

#include "granary/foundation/math.hpp"

namespace granary {

/// What a room may ask of a number. Two Reals compare to a mask that only `select` and `all`
/// understand, so that `if`, `?:` and `std::max` do not compile on a general Real.
template <class T>
concept Real = std::default_initializable<T> && std::copyable<T> &&
    std::convertible_to<double, T> && requires(T a, const T b, const double d) {
    { b + b } -> std::same_as<T>;
    { b - b } -> std::same_as<T>;
    { b* b } -> std::same_as<T>;
    { b / b } -> std::same_as<T>;
    { -b } -> std::same_as<T>;
    { d* b } -> std::same_as<T>;
    { d - b } -> std::same_as<T>;
    { d + b } -> std::same_as<T>;
    { d / b } -> std::same_as<T>;
    { b - d } -> std::same_as<T>;
    { b* d } -> std::same_as<T>;
    { b / d } -> std::same_as<T>;
    {a += b};
    {a -= b};
    { exp(b) } -> std::same_as<T>;
    { log(b) } -> std::same_as<T>;
    { sqrt(b) } -> std::same_as<T>;
    { pow(b, b) } -> std::same_as<T>;
    { erfc(b) } -> std::same_as<T>;
    { cos_turns(b) } -> std::same_as<T>;
    { select(b < b, b, b) } -> std::same_as<T>;
    { select(b > b, b, b) } -> std::same_as<T>;
    { all(b < b) } -> std::same_as<bool>;
};

static_assert(Real<double>);

/// The standard normal distribution function, Phi(z) = erfc(-z/sqrt 2)/2.
template <Real T>
T normal_cdf(const T& z) {
    constexpr double sqrt_half = 0.70710678118654752440;
    return 0.5 * erfc(-(sqrt_half * z));
}

}  // namespace granary

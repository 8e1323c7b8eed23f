#pragma once
/// The functions of real.hpp as members, for rooms outside the namespace granary: there a bare
/// exp(x) of a double would as well be the C library's, whose bits differ between processors.

#include <type_traits>

#include "granary/foundation/real.hpp"

namespace granary {

/// What a derived type may call by its bare name, of any Real.
struct Functions {
    /// e^x.
    template <Real T>
    static T exp(const T& x) {
        using granary::exp;
        return exp(x);
    }
    /// The natural logarithm.
    template <Real T>
    static T log(const T& x) {
        using granary::log;
        return log(x);
    }
    /// The square root.
    template <Real T>
    static T sqrt(const T& x) {
        using granary::sqrt;
        return sqrt(x);
    }
    /// base^exponent, either of them a plain number if need be.
    template <class Base, class Exponent>
    static auto pow(const Base& base, const Exponent& exponent) {
        using granary::pow;
        using T = std::common_type_t<Base, Exponent, double>;
        static_assert(Real<T>);
        return pow(T(base), T(exponent));
    }
    /// The complementary error function.
    template <Real T>
    static T erfc(const T& x) {
        using granary::erfc;
        return erfc(x);
    }
    /// The standard normal distribution function.
    template <Real T>
    static T normal_cdf(const T& z) {
        return granary::normal_cdf(z);
    }
    /// The cosine of so many turns.
    template <Real T>
    static T cos_turns(const T& x) {
        using granary::cos_turns;
        return cos_turns(x);
    }
};

}  // namespace granary

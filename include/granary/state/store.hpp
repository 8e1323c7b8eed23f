#pragma once
/// The one rule for every use of a store, and the smooth corner.

#include <type_traits>

#include "granary/foundation/units.hpp"

namespace granary {

/// (x)+ with a smooth corner: x^3/(x^2 + width^2) above 0, else 0. Twice continuously
/// differentiable and never negative. For pure numbers.
template <Real T>
T hinge(const T& x, const T& width) {
    return select(x > T(0.0), x * x * x / (x * x + width * width), T(0.0));
}

/// The share of a want that a store serves: 1 while it covers the want for longer than `cover`,
/// less as it runs out, and never more than store/cover a year. Odd in the store, without a pole.
template <Real T, class Want, class Store>
T fill(const Quantity<T, Want>& want, const Quantity<T, Store>& store, const Years<T>& cover) {
    static_assert(std::is_same_v<product_t<Want, unit::years>, Store>,
                  "a want is a rate of what the store holds");
    constexpr double nothing = 1e-300;  // an empty store with no want serves none, not 0/0
    const T wanted = want.value() * cover.value();
    const T held = store.value();
    return held / sqrt(held * held + wanted * wanted + T(nothing));
}

/// What is drawn from the store: want times fill.
template <Real T, class Want, class Store>
Quantity<T, Want> draw(const Quantity<T, Want>& want, const Quantity<T, Store>& store,
                       const Years<T>& cover) {
    return want * fill(want, store, cover);
}

}  // namespace granary

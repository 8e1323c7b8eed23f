#include "peaks.hpp"

#include <vector>

#include "granary/foundation/registers.hpp"

namespace granary::bench {
namespace {

constexpr std::size_t width = detail::native_doubles;
using Register = detail::Vector<double, width>::type;

/// Twelve chains that do not wait for each other keep every unit busy; half of them do one kind of
/// operation, half the other. They are named one by one because an array of them would stand in
/// memory.
template <class One, class Other>
Peak chains(double operations_a_step, One one, Other other) {
    constexpr std::size_t rounds = 100'000, count = 12;
    const auto loop = [=] {
        const Register start = Register{} + 0.999;
        Register a = start, b = start, c = start, d = start, e = start, f = start;
        Register g = start, h = start, i = start, j = start, k = start, l = start;
        for (std::size_t round = 0; round < rounds; ++round) {
            a = one(a), b = one(b), c = one(c), d = one(d), e = one(e), f = one(f);
            g = other(g), h = other(h), i = other(i), j = other(j), k = other(k), l = other(l);
            // Or the compiler would see that all chains are alike.
            asm volatile("" : "+v"(a), "+v"(b), "+v"(c), "+v"(d), "+v"(e), "+v"(f));
            asm volatile("" : "+v"(g), "+v"(h), "+v"(i), "+v"(j), "+v"(k), "+v"(l));
        }
    };
    return {loop, operations_a_step * count * rounds * width};
}

const Register by = Register{} + 0.999999999, more = Register{} + 1e-9;

Register root(Register x) {
    for (std::size_t i = 0; i < width; ++i) x[i] = __builtin_sqrt(x[i]);
    return x;
}

}  // namespace

Peak multiply_adds() {
    const auto both = [m = by, a = more](Register x) { return x * m + a; };
    return chains(2, both, both);
}

Peak sums_and_products() {
    return chains(
        1, [m = by](Register x) { return x * m; }, [a = more](Register x) { return x + a; });
}

Peak quotients() {
    const auto inverse = [m = by](Register x) { return m / x; };
    return chains(1, inverse, inverse);
}

Peak roots() {
    const auto of = [](Register x) { return root(x); };
    return chains(1, of, of);
}

Peak state_updates(std::size_t doubles) {
    const std::vector<double> a(doubles, 1.0), b(doubles, 2.0);
    return {[a, b, c = std::vector<double>(doubles)]() mutable {
                for (std::size_t i = 0; i < c.size(); ++i) c[i] = a[i] + 0.01 * b[i];
                asm volatile("" : : "r"(c.data()) : "memory");
            },
            static_cast<double>(doubles)};
}

}  // namespace granary::bench

#include "multiply_add_peak.hpp"

#include <algorithm>
#include <cstddef>

#include "processor_time.hpp"

namespace {

using Register = double __attribute__((vector_size(GRANARY_REGISTER_BYTES)));

/// Twelve chains that do not wait for each other keep every unit busy. They are named one by one
/// because an array of them would stand in memory.
constexpr double chains = 12;

Register twelve_chains(std::size_t rounds) {
    const Register one = Register{} + 1.0, by = Register{} + 0.999999999, more = Register{} + 1e-9;
    Register a = one, b = one, c = one, d = one, e = one, f = one;
    Register g = one, h = one, i = one, j = one, k = one, l = one;
    for (std::size_t round = 0; round < rounds; ++round) {
        a = a * by + more, b = b * by + more, c = c * by + more, d = d * by + more;
        e = e * by + more, f = f * by + more, g = g * by + more, h = h * by + more;
        i = i * by + more, j = j * by + more, k = k * by + more, l = l * by + more;
        // Or the compiler would see that all chains are alike.
        asm volatile("" : "+v"(a), "+v"(b), "+v"(c), "+v"(d), "+v"(e), "+v"(f));
        asm volatile("" : "+v"(g), "+v"(h), "+v"(i), "+v"(j), "+v"(k), "+v"(l));
    }
    return a + b + c + d + e + f + g + h + i + j + k + l;
}

}  // namespace

double multiply_adds_per_second() {
    constexpr std::size_t rounds = 10'000'000;
    constexpr double operations = 2 * chains * rounds * GRANARY_REGISTER_BYTES / sizeof(double);
    double best = 0;
    for (int trial = 0; trial < 5; ++trial) {
        volatile double kept = 0;
        const double time = processor_seconds([&] { kept = twelve_chains(rounds)[0]; });
        best = std::max(best, operations / time);
    }
    return best;
}

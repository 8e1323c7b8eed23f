#include "multiply_add_peak.hpp"

#include <algorithm>
#include <cstddef>

#include "processor_time.hpp"

double multiply_adds_per_second() {
    using Register = double __attribute__((vector_size(GRANARY_REGISTER_BYTES)));
    // Chains that do not wait for each other keep every unit busy.
    constexpr std::size_t chains = 12, rounds = 10'000'000;
    Register a[chains];
    for (std::size_t i = 0; i < chains; ++i) a[i] = Register{} + 1.0 + static_cast<double>(i);
    const Register by = Register{} + 0.999999999, and_more = Register{} + 1e-9;
    double best = 0;
    for (int trial = 0; trial < 5; ++trial) {
        const double time = processor_seconds([&] {
            for (std::size_t round = 0; round < rounds; ++round)
                for (std::size_t i = 0; i < chains; ++i) {
                    a[i] = a[i] * by + and_more;
                    asm volatile("" : "+v"(a[i]));
                }
        });
        constexpr double operations = 2.0 * chains * rounds * GRANARY_REGISTER_BYTES / 8;
        best = std::max(best, operations / time);
    }
    return best;
}

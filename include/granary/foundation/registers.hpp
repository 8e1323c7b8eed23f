#pragma once
/// Vectors as wide as the target's registers, from the compilers' own vector types: dual numbers
/// and packs of lanes are made of them.

#include <cstddef>

namespace granary::detail {

// Wider ones would be taken apart again by the compiler.
#if defined(__AVX512F__)
inline constexpr std::size_t native_doubles = 8;
#elif defined(__AVX__)
inline constexpr std::size_t native_doubles = 4;
#else
inline constexpr std::size_t native_doubles = 2;
#endif

template <class Element, std::size_t Count>
struct Vector {
    // NOLINTNEXTLINE(modernize-use-using): g++ takes the size in a typedef alone.
    typedef Element type __attribute__((vector_size(Count * sizeof(Element))));
};

/// The square roots of a register's doubles, each correctly rounded: by the processor's own
/// instruction where it has one, for compilers take the roots of a loop one by one.
template <class Register>
Register square_roots(Register v) {
#if defined(__AVX__)
    if constexpr (sizeof(Register) >= 16) {
        asm("vsqrtpd %1, %0" : "=v"(v) : "v"(v));
        return v;
    }
#elif defined(__SSE2__)
    if constexpr (sizeof(Register) == 16) {
        asm("sqrtpd %1, %0" : "=x"(v) : "x"(v));
        return v;
    }
#endif
    for (std::size_t i = 0; i < sizeof(Register) / sizeof(double); ++i) v[i] = __builtin_sqrt(v[i]);
    return v;
}

}  // namespace granary::detail

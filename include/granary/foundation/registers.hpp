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

}  // namespace granary::detail

#pragma once
/// Random numbers by counter: a pure function of a seed, a stream and a position, so that any
/// member of a sample can be drawn alone and in any order.

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace granary {

/// 64 well-mixed bits of (seed, stream, position): three rounds of the finaliser of SplitMix64
/// (Steele, Lea & Flood 2014).
constexpr std::uint64_t random_bits(std::uint64_t seed, std::uint64_t stream,
                                    std::uint64_t position) {
    const auto mix = [](std::uint64_t x) {
        x += 0x9e3779b97f4a7c15U;
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
        x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
        return x ^ (x >> 31);
    };
    return mix(mix(mix(seed) ^ stream) ^ position);
}

/// Uniform in [0, 1), with 53 bits.
constexpr double uniform(std::uint64_t seed, std::uint64_t stream, std::uint64_t position) {
    return static_cast<double>(random_bits(seed, stream, position) >> 11) * 0x1p-53;
}

/// A permutation of 0 ... count-1 (Fisher and Yates), one for each seed and stream.
inline std::vector<std::size_t> permutation(std::size_t count, std::uint64_t seed,
                                            std::uint64_t stream) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = count; i > 1; --i) {
        const double part = uniform(seed, stream, i);
        std::swap(order[i - 1], order[static_cast<std::size_t>(part * static_cast<double>(i))]);
    }
    return order;
}

}  // namespace granary

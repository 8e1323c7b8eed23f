#pragma once
/// Random numbers by counter: a pure function of a seed, a stream and a position, so that any
/// member of a sample can be drawn alone and in any order.

#include <bit>
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

/// What stands at `index` (below `count`, at most 2^62) of a permutation of 0 ... count-1, without
/// the others: a Feistel network (Luby & Rackoff 1988) over the least even number of bits that
/// holds count, walked along its cycle until it comes back below count, fewer than four steps on
/// average.
constexpr std::uint64_t permuted(std::uint64_t index, std::uint64_t count, std::uint64_t seed,
                                 std::uint64_t stream) {
    constexpr std::uint64_t rounds = 8;
    const auto bits = count > 1 ? static_cast<unsigned>(std::bit_width(count - 1)) : 0U;
    const unsigned half_bits = (bits + 1) / 2;
    const std::uint64_t half = (std::uint64_t{1} << half_bits) - 1;
    std::uint64_t at = index;
    do {
        std::uint64_t left = at >> half_bits, right = at & half;
        for (std::uint64_t round = 0; round < rounds; ++round) {
            const auto mixed = random_bits(seed, stream, round << 32 | right);
            left = std::exchange(right, (left ^ mixed) & half);
        }
        at = left << half_bits | right;
    } while (at >= count);
    return at;
}

}  // namespace granary

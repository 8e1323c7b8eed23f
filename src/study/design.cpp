#include "granary/study/design.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/random/sobol.hpp>

#include "granary/foundation/error.hpp"
#include "granary/foundation/nearest.hpp"
#include "granary/foundation/random.hpp"

namespace granary {
namespace {

constexpr unsigned digits = 32;
using Directions = std::array<std::uint32_t, digits>;
using Sequence = boost::random::sobol_engine<std::uint32_t, digits>;

static_assert(Points::most_sobol_dimensions == boost::random::default_sobol_table::max_dimension);

/// What a stream of random bits is for; no two share one.
enum class Use : std::uint64_t { independent, part, jitter, scramble };

std::uint64_t stream_of(Use use, std::size_t dimension) {
    return static_cast<std::uint64_t>(use) << 32 | dimension;
}

/// In the middle of one of 2^20 equal parts of (0, 1): with a whole number below 2^32 before it a
/// double holds all its 53 digits.
double jitter(std::uint64_t seed, std::size_t dimension, std::uint64_t member) {
    const auto part = random_bits(seed, stream_of(Use::jitter, dimension), member) >> 44;
    return (static_cast<double>(part) + 0.5) * 0x1p-20;
}

/// The directions of every dimension. The engine leaves out the zero at the beginning (after
/// seed(n) comes point n + 1) and goes through the points in the order of a Gray code, in which
/// point 2^k is the sum of directions k and k - 1.
std::vector<Directions> directions_of(std::size_t dimensions) {
    std::vector<Directions> directions(dimensions);
    Sequence sequence(dimensions);
    for (unsigned k = 0; k < digits; ++k) {
        sequence.seed((std::uint32_t{1} << k) - 1);
        for (auto& own : directions) own[k] = sequence() ^ (k == 0 ? 0 : own[k - 1]);
    }
    return directions;
}

/// Turns each digit of `x` or leaves it, by a bit for it and the digits before it: a node of the
/// binary tree, the root being 1.
std::uint32_t scrambled(std::uint32_t x, std::uint64_t seed, std::uint64_t stream) {
    std::uint32_t turned = 0;
    for (unsigned digit = 0; digit < digits; ++digit) {
        const auto node = (std::uint64_t{1} << digit) | (std::uint64_t{x} >> (digits - digit));
        const auto bit = random_bits(seed, stream, node) >> 63;
        turned |= static_cast<std::uint32_t>(bit << (digits - 1 - digit));
    }
    return x ^ turned;
}

}  // namespace

Design design_called(std::string_view name) {
    const auto row = std::find(design_names.begin(), design_names.end(), name);
    if (row == design_names.end()) no_such("design", name, design_names);
    return static_cast<Design>(row - design_names.begin());
}

Points::Points(Design design, std::uint64_t count, std::size_t dimensions, std::uint64_t seed)
    : design_(design), count_(count), dimensions_(dimensions), seed_(seed) {
    if (count > most)
        throw Error(ErrorClass::usage,
                    fmt::format("{} members are too many: at most {}", count, most));
    if (design != Design::sobol || dimensions == 0) return;
    if (dimensions > most_sobol_dimensions)
        throw Error(ErrorClass::usage, fmt::format("design sobol has at most {} dimensions, not {}",
                                                   most_sobol_dimensions, dimensions));
    directions_ = directions_of(dimensions);
}

void Points::at(std::uint64_t member, std::span<double> point) const {
    if (member >= count_)
        throw Error(ErrorClass::usage,
                    fmt::format("no member {} among {}, counted from 0", member, count_));
    for (std::size_t d = 0; d < dimensions_; ++d)
        point[d] = design_ == Design::mc    ? independent(member, d)
                   : design_ == Design::lhs ? in_own_part(member, d)
                                            : in_sequence(member, d);
}

std::vector<double> Points::at(std::uint64_t member) const {
    std::vector<double> point(dimensions_);
    at(member, point);
    return point;
}

double Points::independent(std::uint64_t member, std::size_t dimension) const {
    const auto bits = random_bits(seed_, stream_of(Use::independent, dimension), member);
    return (static_cast<double>(bits >> 12) + 0.5) * 0x1p-52;
}

double Points::in_own_part(std::uint64_t member, std::size_t dimension) const {
    const auto part = permuted(member, count_, seed_, stream_of(Use::part, dimension));
    return (static_cast<double>(part) + jitter(seed_, dimension, member)) /
           static_cast<double>(count_);
}

double Points::in_sequence(std::uint64_t member, std::size_t dimension) const {
    std::uint32_t x = 0;
    for (unsigned k = 0; k < digits; ++k)
        if (member >> k & 1) x ^= directions_[dimension][k];
    const auto turned = scrambled(x, seed_, stream_of(Use::scramble, dimension));
    return (static_cast<double>(turned) + jitter(seed_, dimension, member)) * 0x1p-32;
}

}  // namespace granary

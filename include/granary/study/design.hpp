#pragma once
/// Where the members of an ensemble stand in the unit cube. A point is a function of design, count,
/// seed and member alone, so that any member can be drawn by itself, anywhere and in any order.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "granary/foundation/api.hpp"

namespace granary {

/// How the points are spread.
enum class Design {
    mc,     ///< independent of each other
    lhs,    ///< Latin hypercube: one point in each of `count` equal parts of each dimension
    sobol,  ///< Sobol' sequence, scrambled: even in several dimensions at once
};

/// Their names, in that order.
inline constexpr std::array<std::string_view, 3> design_names{"mc", "lhs", "sobol"};

/// The design of that name. Throws NotFound.
GRANARY_API Design design_called(std::string_view name);

/// The points of one sample.
///
/// lhs: McKay, Beckman & Conover 1979. sobol: directions of Joe & Kuo 2008, each digit turned at
/// random for each run of digits before it (Owen 1995), so that every point is uniform and every
/// beginning of 2^k points keeps the evenness of the sequence; best where count is a power of two.
/// Of mc and sobol a smaller sample is the beginning of a larger one.
class GRANARY_API Points {
  public:
    /// Points have 32 digits of their own and 21 of jitter, which bounds how many there are.
    static constexpr std::uint64_t most = std::uint64_t{1} << 32;
    /// Of sobol: as many as the table of directions has. The others have no bound.
    static constexpr std::size_t most_sobol_dimensions = 3667;

    /// `count` points in `dimensions` dimensions. Throws Error (usage) for more than `most` points,
    /// or more dimensions than the design has. What is held grows with the dimensions alone.
    Points(Design design, std::uint64_t count, std::size_t dimensions, std::uint64_t seed);

    /// The point of a member (from 0, below `count`), one coordinate above 0 and below 1 for each
    /// dimension, into `point`, which has room for all. May be called by many threads at once.
    /// Throws Error (usage) where there is no such member.
    void at(std::uint64_t member, std::span<double> point) const;
    /// The same in a list of its own.
    std::vector<double> at(std::uint64_t member) const;

    /// How many points there are.
    std::uint64_t count() const { return count_; }
    /// How many coordinates a point has.
    std::size_t dimensions() const { return dimensions_; }

  private:
    double independent(std::uint64_t member, std::size_t dimension) const;
    double in_own_part(std::uint64_t member, std::size_t dimension) const;
    double in_sequence(std::uint64_t member, std::size_t dimension) const;

    Design design_;
    std::uint64_t count_;
    std::size_t dimensions_;
    std::uint64_t seed_;
    std::vector<std::array<std::uint32_t, 32>> directions_;  ///< of sobol, for each dimension
};

}  // namespace granary
